import { KeyServiceError } from '../key-service-error.ts';
import { comparable } from '../store/comparable-text.ts';
import { lockRow } from '../store/lock.ts';
import type { Queries } from '../store/schema.ts';
import type { KeySetPlace } from './key-set-owner.ts';

/**
 * Makes sure that no other live set of the same place has a label, and that none gets it before the transaction ends. Labels are
 * what people tell sets apart by, and what they type to confirm, so two that differ in case alone count as one.
 * @throws KeyServiceError `conflict` when one has it
 */
export async function claimLabel(
  transaction: Queries,
  { organization_id, system_id }: KeySetPlace,
  label: string,
): Promise<void> {
  await (system_id === null
    ? lockRow(transaction, 'organizations', organization_id)
    : lockRow(transaction, 'systems', system_id));
  const other = await transaction
    .selectFrom('key_sets')
    .select(['id', 'label'])
    .where('organization_id', '=', organization_id)
    .where('system_id', system_id === null ? 'is' : '=', system_id)
    .where('comparable_label', '=', comparable(label))
    .where('state', '!=', 'revoked')
    .executeTakeFirst();
  if (other === undefined) return;
  throw new KeyServiceError(
    'conflict',
    `There is a key set "${other.label}" here already`,
    'Choose another label, or revoke that set first.',
    { facts: { setId: other.id } },
  );
}
