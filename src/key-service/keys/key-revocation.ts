import type { Initiator } from '../../contract/management/initiator.ts';
import type { RevokeKeySet } from '../../contract/management/keys.ts';
import { updatedKeySet } from './key-set-change.ts';
import { keySetEntry } from './key-set-entry.ts';
import type { KeySetParts } from './key-set-parts.ts';
import { heldKeySet, type KeySetReference, requireConfirmed } from './key-set-reference.ts';

/** See {@link KeySets.revoke}. */
export async function revokeKeySet(
  parts: KeySetParts,
  reference: KeySetReference,
  { confirm, version }: RevokeKeySet,
  by: Initiator,
): Promise<void> {
  const now = parts.environment.now();
  await parts.audited.change(async (transaction) => {
    const set = await heldKeySet(transaction, reference, version, now);
    requireConfirmed(set, confirm);
    // Lapsed and ended values keep what they ended with; all lose what they could be recovered from.
    await transaction
      .updateTable('key_values')
      .set({ state: 'revoked', sealed: null, valid_until: null, ended_at: now })
      .where('set_id', '=', set.id)
      .where(({ eb, or }) => or([eb('state', '=', 'current'), eb('valid_until', '>', now)]))
      .execute();
    const columns = { state: 'revoked', wrapped_data_key: null, revoked_at: now } as const;
    const after = await updatedKeySet(transaction, set, columns, { by, now });
    return {
      result: undefined,
      entry: keySetEntry(after, 'key.revoked', by),
      revocations: [{ kind: 'set-revoked', setId: after.id }],
    };
  });
}
