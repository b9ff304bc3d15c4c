import { KeyServiceError } from '../key-service-error.ts';
import { requireVersion } from '../store/expected-version.ts';
import { lockRow } from '../store/lock.ts';
import type { Queries } from '../store/schema.ts';
import type { KeySetOwner } from './key-set-owner.ts';
import { liveSets, type StoredKeySet, storedKeySets } from './stored-key-set.ts';

/** Which key set is meant. */
export interface KeySetReference {
  readonly id: string;
  /** Where it must lie: elsewhere it does not exist for the caller. Only the operator of the machine looks anywhere. */
  readonly owner: KeySetOwner | 'anywhere';
}

/** @throws KeyServiceError `not-found`, the same for a set that never was, was revoked, or lies elsewhere */
export async function storedKeySet(db: Queries, reference: KeySetReference, now: number): Promise<StoredKeySet> {
  const [set] = await storedKeySets(
    db,
    liveSetsOf(db, reference.owner).where('id', '=', reference.id.toLowerCase()),
    now,
  );
  if (set !== undefined) return set;
  throw new KeyServiceError(
    'not-found',
    'There is no such key set',
    'Take its ID from the list of the DMS or organization that it belongs to; it may have been revoked.',
  );
}

/**
 * The same, kept as it is until the transaction ends, so that one of two custodians who change it at once sees what the other did.
 * @param version the version that the caller has seen, when it matters
 * @throws KeyServiceError `not-found`, `conflict` when the set has another version, with who changed it last, and when
 */
export async function heldKeySet(
  transaction: Queries,
  reference: KeySetReference,
  version: number | undefined,
  now: number,
): Promise<StoredKeySet> {
  await lockRow(transaction, 'key_sets', reference.id.toLowerCase());
  const set = await storedKeySet(transaction, reference, now);
  requireVersion(`key set "${set.label}"`, set, version);
  return set;
}

/** Asks for the label as a sign that the right set is meant. @throws KeyServiceError `not-confirmed` */
export function requireConfirmed(set: StoredKeySet, confirm: string): void {
  if (confirm === set.label) return;
  throw new KeyServiceError(
    'not-confirmed',
    'The confirmation is not the label of the key set',
    'Type the label exactly as it is shown. Nothing was changed.',
  );
}

function liveSetsOf(db: Queries, owner: KeySetReference['owner']) {
  const sets = liveSets(db);
  if (owner === 'anywhere') return sets;
  if (owner.scope === 'system') return sets.where('system_id', '=', owner.systemId.toLowerCase());
  return sets.where('organization_id', '=', owner.organizationId.toLowerCase()).where('system_id', 'is', null);
}
