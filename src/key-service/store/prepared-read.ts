import type { CompiledQuery, DialectAdapter } from 'kysely';
import type { Database } from './schema.ts';

/** Reads one row, or none, with these parameters of its query. They are passed on as they are. */
export type PreparedRead<Row> = (parameters: readonly Uint8Array[]) => Promise<Row | undefined>;

/** What the adapters of our databases can do beyond those of the query builder. */
export interface PreparingAdapter extends DialectAdapter {
  prepareRead<Row>(query: CompiledQuery<Row>): PreparedRead<Row>;
}

/**
 * Prepares a read that comes with every request. It goes to the database by the shortest way: through the query builder, the
 * way there and back takes as long as the read itself. What it sees is committed, and it waits for no transaction of this process.
 */
export function preparedRead<Row>(db: Database, query: CompiledQuery<Row>): PreparedRead<Row> {
  const { adapter } = db.getExecutor();
  if (!canPrepare(adapter)) throw new Error('the database is none of ours');
  return adapter.prepareRead(query);
}

function canPrepare(adapter: DialectAdapter): adapter is PreparingAdapter {
  return 'prepareRead' in adapter;
}
