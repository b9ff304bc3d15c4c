import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { databaseFileName, openSqliteStore } from '../../../src/key-service/store/sqlite-store.ts';
import { temporaryFolder } from '../support/folder.ts';

describe('the embedded database', () => {
  it('is made with its folder, for the owner only', async () => {
    const folder = join(await temporaryFolder(), 'data');
    const db = await openSqliteStore(folder);
    const modes = [folder, ...['', '-wal', '-shm'].map((suffix) => join(folder, databaseFileName + suffix))].map(
      async (path) => (await stat(path)).mode & 0o777,
    );
    expect(await Promise.all(modes)).toEqual([0o700, 0o600, 0o600, 0o600]);
    await db.destroy();
  });

  it('lets a transaction that reads before it writes wait for the writer of another connection', async () => {
    const folder = await temporaryFolder();
    const [one, other] = [await openSqliteStore(folder), await openSqliteStore(folder)];
    await Promise.all(
      [one, other].map(async (db, writer) => {
        for (let number = 0; number < 20; number++) {
          await db.transaction().execute(async (transaction) => {
            const { count } = await transaction
              .selectFrom('service_settings')
              .select((select) => select.fn.countAll<number>().as('count'))
              .executeTakeFirstOrThrow();
            await transaction
              .insertInto('service_settings')
              .values({ name: `${count}`, value: `${writer}` })
              .execute();
          });
        }
      }),
    );
    expect(await one.selectFrom('service_settings').selectAll().execute()).toHaveLength(40);
    await one.destroy();
    await other.destroy();
  });

  it('asks to try again when another process has held it for ten seconds', async () => {
    const folder = await temporaryFolder();
    const db = await openSqliteStore(folder);
    const holder = new DatabaseSync(join(folder, databaseFileName));
    holder.exec('begin immediate');
    await expect(db.insertInto('service_settings').values({ name: 'x', value: '' }).execute()).rejects.toMatchObject({
      code: 'store-busy',
      message: 'Another process has held the database for 10 seconds',
    });
    holder.close();
    await db.destroy();
  }, 30_000);

  it('is opened at once by somebody who reads, while another process writes', async () => {
    const folder = await temporaryFolder();
    await (await openSqliteStore(folder)).destroy();
    const writer = new DatabaseSync(join(folder, databaseFileName));
    writer.exec('begin immediate');
    const db = await openSqliteStore(folder);
    expect(await db.selectFrom('service_settings').selectAll().execute()).toEqual([]);
    writer.close();
    await db.destroy();
  });

  it('says where and why when it cannot be opened', async () => {
    const folder = await temporaryFolder();
    const db = await openSqliteStore(folder);
    await db.destroy();
    await expect(openSqliteStore(join(folder, databaseFileName))).rejects.toMatchObject({
      code: 'store',
      message: expect.stringContaining(databaseFileName),
    });
  });
});
