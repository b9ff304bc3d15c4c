import { sql } from 'kysely';
import { isPostgres } from './is-postgres.ts';
import type { Queries } from './schema.ts';

/** The column by which a row of each table is locked. */
const identifiers = {
  service_settings: 'name',
  organizations: 'id',
  systems: 'id',
  users: 'id',
  key_sets: 'id',
  deployments: 'id',
  audit_heads: 'organization_id',
} as const;

/**
 * Keeps a row as it is until the transaction ends, so that what is decided on it stays true. PostgreSQL locks the row; SQLite
 * needs nothing, its transactions have the database alone from their beginning. Read the row afterwards, not before.
 * @param purpose `share` for those who only rely on the row: they do not wait for each other, only for who changes it
 */
export async function lockRow(
  transaction: Queries,
  table: keyof typeof identifiers,
  id: string,
  purpose: 'change' | 'share' = 'change',
): Promise<void> {
  if (!isPostgres(transaction)) return;
  // No "key" update: rows that merely refer to a locked one can still be written.
  const strength = sql.raw(purpose === 'change' ? 'for no key update' : 'for share');
  await sql`select 1 from ${sql.table(table)} where ${sql.ref(identifiers[table])} = ${id} ${strength}`.execute(
    transaction,
  );
}

/**
 * Lets one transaction at a time decide on something that is no row, until it ends: for what must stay true of a whole table,
 * the rows included that others are adding.
 */
export async function lockMatter(
  transaction: Queries,
  matter: 'names and folders of DMSs' | 'sealed logs' | 'first owner',
): Promise<void> {
  if (!isPostgres(transaction)) return;
  await sql`select pg_advisory_xact_lock(hashtextextended(${`dataminer-deploy ${matter}`}, 0))`.execute(transaction);
}
