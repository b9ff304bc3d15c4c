import type { KeySlot } from '../../contract/key-slot.ts';
import type { Initiator } from '../../contract/management/initiator.ts';
import type { CreatedKeySet } from '../../contract/management/keys.ts';
import { signatureOf } from '../access/principal.ts';
import { timestamp } from '../environment.ts';
import { requireFutureTime } from '../given-time.ts';
import { requireName } from '../name.ts';
import { createDataKey } from '../secrets/seal.ts';
import { comparable } from '../store/comparable-text.ts';
import { claimLabel } from './key-label.ts';
import { keySetEntry } from './key-set-entry.ts';
import { type KeySetOwner, placeOf } from './key-set-owner.ts';
import type { KeySetParts } from './key-set-parts.ts';
import { storedKeySet } from './key-set-reference.ts';
import { keySetView } from './key-set-view.ts';
import { insertValue } from './key-values.ts';
import { initialPermissions } from './permissions.ts';

/** What somebody wants of a new set. */
export interface WantedKeySet {
  readonly label: string;
  readonly permissions?: readonly string[] | undefined;
  /** ISO 8601; never when absent. */
  readonly expiresAt?: string | undefined;
}

/** See {@link KeySets.create}. */
export async function createKeySet(
  parts: KeySetParts,
  owner: KeySetOwner,
  wanted: WantedKeySet,
  by: Initiator,
): Promise<CreatedKeySet> {
  const now = parts.environment.now();
  const label = requireName('label', wanted.label);
  const permissions = initialPermissions(owner.scope, wanted.permissions);
  const expiresAt = wanted.expiresAt === undefined ? null : requireFutureTime('expiry', wanted.expiresAt, now);
  const id = parts.environment.newId();
  const author = signatureOf(by);
  await parts.secrets.masterKeys.know(parts.db);
  return await parts.audited.change(async (transaction) => {
    const place = await placeOf(owner, transaction);
    await claimLabel(transaction, place, label);
    const masterKey = await parts.secrets.masterKeys.current(transaction);
    const { dataKey, wrapped } = createDataKey(masterKey.key, id, parts.environment);
    await transaction
      .insertInto('key_sets')
      .values({
        ...{ id, ...place, label, comparable_label: comparable(label) },
        ...{ permissions: JSON.stringify(permissions), state: 'active', expires_at: expiresAt, version: 1 },
        ...{ wrapped_data_key: wrapped, master_key_id: masterKey.id },
        ...{ created_at: now, created_by: author, changed_at: now, changed_by: author, revoked_at: null },
      })
      .execute();
    const value = (slot: KeySlot) =>
      insertValue(transaction, parts, { id, ...place }, { slot, version: 1 }, dataKey, by);
    const values = { primary: await value('primary'), secondary: await value('secondary') };
    const set = await storedKeySet(transaction, { id, owner }, now);
    return {
      result: { ...keySetView(set, now), values },
      entry: keySetEntry(set, 'key.created', by, expiresAt === null ? {} : { expiresAt: timestamp(expiresAt) }),
    };
  });
}
