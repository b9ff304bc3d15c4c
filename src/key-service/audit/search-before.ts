import { setImmediate as othersTurn } from 'node:timers/promises';
import type { Database, Tables } from '../store/schema.ts';
import type { AuditFilter, IndexedColumn } from './audit-filter.ts';

/** Entries of an index that one query goes through. */
const defaultPartSize = 20_000;

type TimeRange = NonNullable<AuditFilter['times']>;

/** Records of a chain before a position that a filter lets pass. */
export interface SearchedRecords {
  readonly organizationId: string;
  readonly filter: AuditFilter;
  readonly before: number;
}

/** The position before which it makes sense to search on, as far as indices know; what lies between is not wanted. */
export async function searchBefore(
  db: Database,
  { organizationId, filter, before }: SearchedRecords,
  partSize = defaultPartSize,
): Promise<number> {
  let bound = before;
  for (const { column, values } of filter.choices) {
    const last = await Promise.all(values.map((value) => lastWith(db, organizationId, column, value, bound)));
    bound = Math.max(...last) + 1;
  }
  if (filter.times === undefined || bound === 1) return bound;
  // Within the time range its index knows nothing that helps, and the range may be as long as the chain.
  if (await isDuring(db, organizationId, filter.times, bound - 1)) return bound;
  return (await lastDuring(db, organizationId, filter.times, bound, partSize)) + 1;
}

/** The last record with a value before a position; 0 when there is none. */
async function lastWith<Column extends IndexedColumn | 'created_at'>(
  db: Database,
  organizationId: string,
  column: Column,
  value: Tables['audit_records'][Column],
  before: number,
): Promise<number> {
  const row = await db
    .selectFrom('audit_records')
    .select('position')
    .where('organization_id', '=', organizationId)
    .where((record) => record.eb(column as IndexedColumn | 'created_at', '=', value))
    .where('position', '<', before)
    .orderBy('position', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.position ?? 0;
}

async function isDuring(
  db: Database,
  organizationId: string,
  { from, to }: TimeRange,
  position: number,
): Promise<boolean> {
  const row = await db
    .selectFrom('audit_records')
    .select('created_at')
    .where('organization_id', '=', organizationId)
    .where('position', '=', position)
    .executeTakeFirst();
  return row !== undefined && row.created_at >= from && row.created_at <= to;
}

/**
 * The last record of a time range before a position. Clocks can be set, so times need not be in the order of the chain: all of
 * the range is looked at, in the index and part by part.
 */
async function lastDuring(
  db: Database,
  organizationId: string,
  { from, to }: TimeRange,
  before: number,
  partSize: number,
): Promise<number> {
  let last = 0;
  for (let start = from; ; ) {
    const part = db
      .selectFrom('audit_records')
      .select(['created_at', 'position'])
      .where('organization_id', '=', organizationId)
      .where('created_at', '>=', start)
      .where('created_at', '<=', to)
      .orderBy('created_at')
      .limit(partSize);
    const { end, position } = await db
      .selectFrom(part.as('part'))
      .select(({ fn }) => [
        fn.max('created_at').as('end'),
        fn.max('position').filterWhere('position', '<', before).as('position'),
      ])
      .executeTakeFirstOrThrow();
    if (end === null) return last;
    // Of those at its very end, some may be beyond the part.
    last = Math.max(last, position ?? 0, await lastWith(db, organizationId, 'created_at', end, before));
    start = end + 1;
    await othersTurn();
  }
}
