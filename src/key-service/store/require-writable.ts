import { sql } from 'kysely';
import { isPostgres } from './is-postgres.ts';
import type { Database } from './schema.ts';

/** Makes sure that a database takes changes, without making one. @throws Error why it does not */
export async function requireWritable(db: Database): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    // On SQLite the transaction has begun to write by now. PostgreSQL would tell only when something is changed.
    if (!isPostgres(db)) return;
    const { rows } = await sql<{ read_only: string }>`
      select current_setting('transaction_read_only') as read_only`.execute(transaction);
    if (rows[0]?.read_only !== 'off') throw new Error('the database can only be read: a standby, or set so');
  });
}
