import type { InferResult } from 'kysely';
import { type PreparedRead, preparedRead } from '../store/prepared-read.ts';
import type { Database } from '../store/schema.ts';

/** What is stored of a value, of its set and of those whom it belongs to. */
export type FoundValue = NonNullable<InferResult<ReturnType<typeof lookup>>[number]>;

/** Finds the value that has one of these digests. */
export type ValueLookup = (digests: readonly Uint8Array[]) => Promise<FoundValue | undefined>;

/** Prepares the lookup once for each number of digests, which is that of the peppers. */
export function valueLookup(db: Database): ValueLookup {
  const reads: PreparedRead<FoundValue>[] = [];
  return (digests) => {
    reads[digests.length] ??= preparedRead(db, lookup(db, digests).compile());
    return (reads[digests.length] as PreparedRead<FoundValue>)(digests);
  };
}

/** The one read of the hot path. */
export function lookup(db: Database, digests: readonly Uint8Array[]) {
  return (
    db
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
      // Not "in", which takes SQLite half as long again, also with one digest.
      .where(({ eb, or }) => or(digests.map((digest) => eb('value.digest', '=', digest))))
  );
}
