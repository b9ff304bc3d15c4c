import { maxGraceHours } from '../../contract/limits.ts';
import type { Initiator } from '../../contract/management/initiator.ts';
import type { RegeneratedKey, RegenerateKey } from '../../contract/management/keys.ts';
import type { Revocation } from '../audit/revocation.ts';
import { timestamp } from '../environment.ts';
import { KeyServiceError } from '../key-service-error.ts';
import type { Queries } from '../store/schema.ts';
import { updatedKeySet } from './key-set-change.ts';
import { keySetEntry } from './key-set-entry.ts';
import type { KeySetParts } from './key-set-parts.ts';
import { heldKeySet, type KeySetReference, requireConfirmed, storedKeySet } from './key-set-reference.ts';
import { dataKeyOf, insertValue } from './key-values.ts';
import { gateOf, gateRefusal } from './rotation-gate.ts';
import { isAlive, type StoredKeySet, type StoredSlot, type StoredValue, usableValues } from './stored-key-set.ts';

const hour = 3_600_000;

/** See {@link KeySets.regenerate}. */
export async function regenerateKey(
  parts: KeySetParts,
  reference: KeySetReference,
  wanted: RegenerateKey,
  by: Initiator,
): Promise<RegeneratedKey> {
  const { slot, graceHours = 0 } = wanted;
  requireGrace(graceHours);
  const now = parts.environment.now();
  if (wanted.override !== true) await writeUseThatOpensGate(parts, reference, wanted);
  await parts.secrets.masterKeys.know(parts.db);
  return await parts.audited.change(async (transaction) => {
    const set = await heldKeySet(transaction, reference, wanted.version, now);
    requireConfirmed(set, wanted.confirm);
    const gate = gateOf(set.slots, slot);
    if (!gate.open && wanted.override !== true) throw gateRefusal(slot, gate.reason);
    const dataKey = await dataKeyOf(parts, set);
    const validUntil = endOfGrace(set, set.slots[slot], now + graceHours * hour, now);
    const revocations = await endValues(transaction, set.slots[slot], validUntil, now);
    const version = set.slots[slot].newest.version + 1;
    const value = await insertValue(transaction, parts, set, { slot, version }, dataKey, by);
    const after = await updatedKeySet(transaction, set, {}, { by, now });
    const details = {
      ...{ slot, valueVersion: String(version), version: String(after.version) },
      ...(validUntil !== null && { oldValueValidUntil: timestamp(validUntil) }),
      ...(!gate.open && { gate: `overridden: ${gate.reason}` }),
    };
    return {
      result: { value, version: after.version },
      entry: keySetEntry(after, 'key.regenerated', by, details),
      revocations,
    };
  });
}

function requireGrace(hours: number): void {
  if (hours >= 0 && hours <= maxGraceHours) return;
  throw new KeyServiceError(
    'invalid',
    `A grace of ${hours} hours is out of range`,
    `Choose from 0 to ${maxGraceHours} hours; with 0 the old value ends at once.`,
  );
}

/**
 * Uses are written in batches, so the one that opens the gate may be known to this process only. Those of other processes come
 * with one of their next batches.
 */
async function writeUseThatOpensGate(
  { db, usage, environment }: KeySetParts,
  reference: KeySetReference,
  { slot }: RegenerateKey,
): Promise<void> {
  const set = await storedKeySet(db, reference, environment.now());
  if (!gateOf(set.slots, slot).open) await usage.flush(usableValues(set));
}

/** When the current value of a slot stops working: never later than it would have anyway, with its set. Null for at once. */
function endOfGrace(set: StoredKeySet, slot: StoredSlot, wanted: number, now: number): number | null {
  const validUntil = Math.floor(Math.min(wanted, set.expires_at ?? Number.POSITIVE_INFINITY));
  return isAlive(slot) && validUntil > now ? validUntil : null;
}

/** Ends what works in a slot: the current value at the end of its grace, the one before it at once. Ciphertext goes now. */
async function endValues(
  transaction: Queries,
  slot: StoredSlot,
  validUntil: number | null,
  now: number,
): Promise<readonly Revocation[]> {
  const end = async ({ id }: StoredValue, until: number | null): Promise<Revocation> => {
    await transaction
      .updateTable('key_values')
      .set({ state: 'replaced', sealed: null, valid_until: until, ended_at: until ?? now })
      .where('id', '=', id)
      .execute();
    return { kind: 'value-ended', valueId: id, validUntil: until };
  };
  return [
    ...(slot.previous === undefined ? [] : [await end(slot.previous, null)]),
    ...(isAlive(slot) ? [await end(slot.newest, validUntil)] : []),
  ];
}
