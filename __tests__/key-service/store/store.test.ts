import { execFile } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { databaseFileName, openStore } from '../../../src/key-service/store/store.ts';
import { temporaryFolder } from '../support/folder.ts';

const storeModule = new URL('../../../src/key-service/store/store.ts', import.meta.url).href;

describe('the embedded store', () => {
  it('is made with its folder, for the owner only', async () => {
    const folder = join(await temporaryFolder(), 'data');
    const db = await openStore(folder);
    const modes = [folder, ...['', '-wal', '-shm'].map((suffix) => join(folder, databaseFileName + suffix))].map(
      async (path) => (await stat(path)).mode & 0o777,
    );
    expect(await Promise.all(modes)).toEqual([0o700, 0o600, 0o600, 0o600]);
    await db.destroy();
  });

  it('can be made by several processes at the same moment', async () => {
    const folder = await temporaryFolder();
    const script = `const { openStore } = await import('${storeModule}');
      const db = await openStore(${JSON.stringify(folder)});
      console.log((await db.selectFrom('organizations').selectAll().execute()).length);
      await db.destroy();`;
    const runs = Array.from({ length: 4 }, () =>
      promisify(execFile)(process.execPath, ['--input-type=module', '-e', script]),
    );
    expect((await Promise.all(runs)).map(({ stdout }) => stdout.trim())).toEqual(['0', '0', '0', '0']);
  });

  it('keeps what one wrote out of a transaction that another rolls back', async () => {
    const db = await openStore(await temporaryFolder());
    const insert = (id: string, queries = db) =>
      queries.insertInto('organizations').values({ id, name: id, version: 1, created_at: 0 }).execute();
    const broken = db.transaction().execute(async (transaction) => {
      await insert('rolled back', transaction);
      await new Promise((resolve) => setImmediate(resolve));
      throw new Error('broken');
    });
    const beside = insert('beside');
    await expect(broken).rejects.toThrow('broken');
    await beside;
    expect(await db.selectFrom('organizations').select('id').execute()).toMatchObject([{ id: 'beside' }]);
    await db.destroy();
  });

  it('waits for the writer of another connection', async () => {
    const folder = await temporaryFolder();
    const [one, other] = [await openStore(folder), await openStore(folder)];
    await Promise.all(
      [one, other].map(async (db, writer) => {
        for (let number = 0; number < 20; number++) {
          await db.transaction().execute(async (transaction) => {
            const { count } = await transaction
              .selectFrom('organizations')
              .select((select) => select.fn.countAll<number>().as('count'))
              .executeTakeFirstOrThrow();
            const id = `${count}`;
            await transaction
              .insertInto('organizations')
              .values({ id, name: `${writer}`, version: 1, created_at: 0 })
              .execute();
          });
        }
      }),
    );
    expect(await one.selectFrom('organizations').selectAll().execute()).toHaveLength(40);
    await one.destroy();
    await other.destroy();
  });

  it('says where and why when it cannot be opened', async () => {
    const folder = await temporaryFolder();
    const db = await openStore(folder);
    await db.destroy();
    await expect(openStore(join(folder, databaseFileName))).rejects.toMatchObject({
      code: 'store',
      message: expect.stringContaining(databaseFileName),
    });
  });
});
