import type { KeySlot } from '../../contract/key-slot.ts';
import type { Initiator } from '../../contract/management/initiator.ts';
import { KeyServiceError } from '../key-service-error.ts';
import { keySetEntry } from './key-set-entry.ts';
import type { KeySetParts } from './key-set-parts.ts';
import { heldKeySet, type KeySetReference } from './key-set-reference.ts';
import { keySetView } from './key-set-view.ts';
import { dataKeyOf, openedValue } from './key-values.ts';

/** See {@link KeySets.reveal}. */
export async function revealKey(
  parts: KeySetParts,
  reference: KeySetReference,
  slot: KeySlot,
  by: Initiator,
): Promise<string> {
  const now = parts.environment.now();
  await parts.secrets.masterKeys.know(parts.db);
  return await parts.audited.change(async (transaction) => {
    const set = await heldKeySet(transaction, reference, undefined, now);
    const row = await transaction
      .selectFrom('key_values')
      .select(['sealed', 'version'])
      .where('set_id', '=', set.id)
      .where('slot', '=', slot)
      .where('state', '=', 'current')
      .executeTakeFirst();
    if (row === undefined || row.sealed === null) throw nothingToReveal(slot);
    const value = openedValue(await dataKeyOf(parts, set), row.sealed, set, { slot, version: row.version });
    const details = { slot, valueVersion: String(row.version), state: keySetView(set, now).state };
    return { result: value, entry: keySetEntry(set, 'key.revealed', by, details) };
  });
}

function nothingToReveal(slot: KeySlot): KeyServiceError {
  return new KeyServiceError(
    'conflict',
    `The ${slot} slot has no value that works any more, so there is none to reveal`,
    'Regenerate the slot to have a new one.',
  );
}
