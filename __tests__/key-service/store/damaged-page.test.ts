import { randomBytes } from 'node:crypto';
import { open, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { sql } from 'kysely';
import { preparedRead } from '../../../src/key-service/store/prepared-read.ts';
import type { Database } from '../../../src/key-service/store/schema.ts';
import { databaseFileName, openSqliteStore } from '../../../src/key-service/store/sqlite-store.ts';
import { sqlite } from '../support/stores.ts';

/** Overwrites the first page of a table with noise, as a dying disk would. */
async function damage(file: string, table: string): Promise<void> {
  using database = new DatabaseSync(file);
  const { rootpage } = database.prepare('select rootpage from sqlite_master where name = ?').get(table) as {
    rootpage: number;
  };
  const { page_size: size } = database.prepare('pragma page_size').get() as { page_size: number };
  const handle = await open(file, 'r+');
  await handle.write(Buffer.alloc(size, 0x5a), 0, size, (rootpage - 1) * size);
  await handle.close();
}

/** Reads from the table itself, not from an index. */
const read = (db: Database, table: 'sessions' | 'users') =>
  preparedRead(db, db.selectFrom(table).select('created_at').compile());

describe('an embedded database', () => {
  it('that is damaged as a whole says so, and what to do, when it is opened', async () => {
    const { dataFolder } = await sqlite.fresh();
    await writeFile(join(dataFolder, databaseFileName), randomBytes(8192));
    await expect(openSqliteStore(dataFolder)).rejects.toMatchObject({
      code: 'store',
      message: 'The database is damaged: file is not a database',
      next: expect.stringContaining('admin restore'),
    });
  });

  it('that has no room left says so, and nothing is changed', async () => {
    const db = await sqlite.open();
    const { rows } = await sql<{ page_count: number }>`pragma page_count`.execute(db);
    await sql.raw(`pragma max_page_count = ${rows[0]?.page_count}`).execute(db);
    const row = { name: 'large', value: 'x'.repeat(100_000) };
    await expect(db.insertInto('service_settings').values(row).execute()).rejects.toMatchObject({
      code: 'store',
      message: 'There is no room for the database: database or disk is full',
    });
    expect(await db.selectFrom('service_settings').selectAll().execute()).toEqual([]);
  });
});

describe('a page of the embedded database that cannot be read', () => {
  it('fails the reads that need it, each time, and nothing else', async () => {
    const options = await sqlite.fresh();
    await damage(join(options.dataFolder, databaseFileName), 'sessions');
    const db = await sqlite.openAgain(options);
    const [sessions, users] = [read(db, 'sessions'), read(db, 'users')];
    for (let times = 0; times < 3; times++) {
      await expect(sessions([])).rejects.toMatchObject({
        code: 'store',
        message: expect.stringMatching(/damaged: .*malformed/),
        next: expect.stringContaining('admin restore'),
      });
      // The turn ends behind the failed read, where an error would end the process.
      await nextTurn();
      expect(await users([])).toBeUndefined();
    }
  });
});
