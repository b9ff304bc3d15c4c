import type { CompiledQuery, InferResult } from 'kysely';
import type { Database } from '../store/schema.ts';

/** What is stored of a value, of its set and of those whom it belongs to. */
export type FoundValue = NonNullable<InferResult<ReturnType<typeof lookup>>[number]>;

/**
 * The one read of the hot path: the value with one of so many digests, which are its parameters. Compiled once and used again
 * and again, for compiling it takes longer than the database needs to answer it.
 */
export function valueLookup(db: Database, digests: number): CompiledQuery<FoundValue> {
  return lookup(
    db,
    Array.from({ length: digests }, () => new Uint8Array()),
  ).compile();
}

function lookup(db: Database, digests: readonly Uint8Array[]) {
  return db
    .selectFrom('key_values as value')
    .innerJoin('key_sets as set', 'set.id', 'value.set_id')
    .innerJoin('organizations as organization', 'organization.id', 'set.organization_id')
    .leftJoin('systems as system', 'system.id', 'set.system_id')
    .select([
      'value.id as value_id',
      'value.digest',
      'value.pepper_id',
      'value.slot',
      'value.version',
      'value.state as value_state',
      'value.valid_until',
      'value.created_at as value_created_at',
      'set.id as set_id',
      'set.label',
      'set.permissions',
      'set.state as set_state',
      'set.expires_at',
      'set.created_at as set_created_at',
      'organization.id as organization_id',
      'organization.name as organization_name',
      'system.id as system_id',
      'system.name as system_name',
    ])
    .where('value.digest', 'in', digests);
}
