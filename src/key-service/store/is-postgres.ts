import { PostgresAdapter, type QueryExecutorProvider } from 'kysely';

/** Whether a database is PostgreSQL; else it is SQLite. */
export function isPostgres(db: QueryExecutorProvider): boolean {
  return db.getExecutor().adapter instanceof PostgresAdapter;
}
