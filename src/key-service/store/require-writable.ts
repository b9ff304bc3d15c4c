import { access, constants } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import type { Database } from './schema.ts';
import { databaseFileName } from './sqlite-store.ts';
import type { StoreLocation } from './store.ts';

/**
 * Makes sure that a database takes changes, without making one and without waiting for others who do.
 * @throws Error why it does not: a disk that can only be read by now, a standby
 */
export async function requireWritable(db: Database, location: StoreLocation): Promise<void> {
  if ('dataFolder' in location) {
    // The folder as well: the write-ahead log is made in it.
    for (const path of [location.dataFolder, join(location.dataFolder, databaseFileName)]) {
      await access(path, constants.W_OK);
    }
    return;
  }
  const { rows } = await sql<{ read_only: string }>`
    select current_setting('transaction_read_only') as read_only`.execute(db);
  if (rows[0]?.read_only !== 'off') throw new Error('the database can only be read');
}
