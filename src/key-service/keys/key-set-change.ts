import type { Initiator } from '../../contract/management/initiator.ts';
import type { KeySet, KeySetChange } from '../../contract/management/keys.ts';
import { signatureOf } from '../access/principal.ts';
import type { Revocation } from '../audit/revocation.ts';
import { requireFutureTime, requireTime } from '../given-time.ts';
import { requireName } from '../name.ts';
import { comparable } from '../store/comparable-text.ts';
import type { Queries } from '../store/schema.ts';
import { claimLabel } from './key-label.ts';
import { keySetEntry, listed } from './key-set-entry.ts';
import { scopeOf } from './key-set-owner.ts';
import type { KeySetParts } from './key-set-parts.ts';
import { heldKeySet, type KeySetReference } from './key-set-reference.ts';
import { keySetView, maybeTimestamp } from './key-set-view.ts';
import { chosenPermissions } from './permissions.ts';
import type { KeySetRow, StoredKeySet } from './stored-key-set.ts';

/** Who changes a set, and when. */
export interface Change {
  readonly by: Initiator;
  readonly now: number;
}

/** See {@link KeySets.change}. */
export async function changeKeySet(
  parts: KeySetParts,
  reference: KeySetReference,
  wanted: KeySetChange,
  by: Initiator,
): Promise<KeySet> {
  const now = parts.environment.now();
  return await parts.audited.change(async (transaction) => {
    const before = await heldKeySet(transaction, reference, wanted.version, now);
    const columns = {
      ...newLabel(before, wanted),
      ...newPermissions(before, wanted),
      ...newExpiry(before, wanted, now),
    };
    if (Object.keys(columns).length === 0) return { result: keySetView(before, now), entry: [] };
    const isNewLabel = (columns.comparable_label ?? before.comparable_label) !== before.comparable_label;
    if (isNewLabel) await claimLabel(transaction, before, columns.label ?? '');
    const after = await updatedKeySet(transaction, before, columns, { by, now });
    return {
      result: keySetView(after, now),
      entry: keySetEntry(after, 'key.changed', by, differences(before, after)),
      revocations: revocationsOf(before, after),
    };
  });
}

/** See {@link KeySets.disable} and {@link KeySets.enable}. */
export async function switchKeySet(
  parts: KeySetParts,
  reference: KeySetReference,
  { state, version }: { readonly state: 'active' | 'disabled'; readonly version: number | undefined },
  by: Initiator,
): Promise<KeySet> {
  const now = parts.environment.now();
  return await parts.audited.change(async (transaction) => {
    const before = await heldKeySet(transaction, reference, version, now);
    if (before.state === state) return { result: keySetView(before, now), entry: [] };
    const after = await updatedKeySet(transaction, before, { state }, { by, now });
    return {
      result: keySetView(after, now),
      entry: keySetEntry(after, state === 'active' ? 'key.enabled' : 'key.disabled', by),
      revocations: [{ kind: 'set-state', setId: after.id, state }],
    };
  });
}

/** Writes columns of a set, which with that has its next version. */
export async function updatedKeySet(
  transaction: Queries,
  set: StoredKeySet,
  columns: Partial<KeySetRow>,
  { by, now }: Change,
): Promise<StoredKeySet> {
  const changed = { ...columns, version: set.version + 1, changed_at: now, changed_by: signatureOf(by) };
  await transaction.updateTable('key_sets').set(changed).where('id', '=', set.id).execute();
  return { ...set, ...changed };
}

function newLabel(set: StoredKeySet, wanted: KeySetChange) {
  if (wanted.label === undefined) return {};
  const label = requireName('label', wanted.label);
  return label === set.label ? {} : { label, comparable_label: comparable(label) };
}

function newPermissions(set: StoredKeySet, wanted: KeySetChange) {
  if (wanted.permissions === undefined) return {};
  const permissions = JSON.stringify(chosenPermissions(scopeOf(set), wanted.permissions));
  return permissions === set.permissions ? {} : { permissions };
}

/** An expiry that is left as it is may have passed; a new one may not. */
function newExpiry(set: StoredKeySet, { expiresAt }: KeySetChange, now: number) {
  if (expiresAt === undefined || expiresAt === maybeTimestamp(set.expires_at)) return {};
  if (expiresAt === null) return { expires_at: null };
  return requireTime('expiry', expiresAt) === set.expires_at
    ? {}
    : { expires_at: requireFutureTime('expiry', expiresAt, now) };
}

function differences(before: KeySetRow, after: KeySetRow): Readonly<Record<string, string>> {
  const expiry = (set: KeySetRow) => maybeTimestamp(set.expires_at) ?? 'never';
  return {
    ...(before.label !== after.label && { labelBefore: before.label }),
    ...(before.expires_at !== after.expires_at && { expiresAtBefore: expiry(before), expiresAt: expiry(after) }),
    ...(before.permissions !== after.permissions && { permissionsBefore: listed(before.permissions) }),
  };
}

/** Narrowed permissions and an earlier end must not come undone with a restored backup. */
function revocationsOf(before: KeySetRow, after: KeySetRow): readonly Revocation[] {
  const setId = after.id;
  const permissions = JSON.parse(after.permissions) as string[];
  return [
    ...(before.permissions === after.permissions ? [] : [{ kind: 'set-permissions', setId, permissions } as const]),
    ...(before.expires_at === after.expires_at
      ? []
      : [{ kind: 'set-expiry', setId, expiresAt: after.expires_at } as const]),
  ];
}
