import { jest } from '@jest/globals';
import type { Database, Queries } from '../../../src/key-service/store/schema.ts';
import { locationOf, openStore } from '../../../src/key-service/store/store.ts';
import { inAnotherProcess } from '../support/processes.ts';
import { onEveryStore } from '../support/stores.ts';

// One of them starts processes.
jest.setTimeout(30_000);

onEveryStore('the store', (store) => {
  it('can be made by several processes at the same moment', async () => {
    const location = locationOf(await store.unmade());
    const count = `console.log((await db.selectFrom('service_settings').selectAll().execute()).length);`;
    const runs = Array.from({ length: 4 }, () => inAnotherProcess(location, count));
    expect(await Promise.all(runs)).toEqual(['0', '0', '0', '0']);
  });

  it('keeps what one wrote out of a transaction that another rolls back', async () => {
    const db = await store.open();
    const broken = db.transaction().execute(async (transaction) => {
      await insertSetting(transaction, 'rolled back');
      await new Promise((resolve) => setImmediate(resolve));
      throw new Error('broken');
    });
    const beside = insertSetting(db, 'beside');
    await expect(broken).rejects.toThrow('broken');
    await beside;
    expect(await settingsIn(db)).toEqual(['beside']);
  });

  it('takes the writes of several connections', async () => {
    const options = await store.fresh();
    const databases = [await store.openAgain(options), await store.openAgain(options)];
    await Promise.all(
      databases.map(async (db, writer) => {
        for (let number = 0; number < 20; number++) {
          await db.transaction().execute((transaction) => insertSetting(transaction, `${writer} ${number}`));
        }
      }),
    );
    for (const db of databases) expect(await settingsIn(db)).toHaveLength(40);
  });

  it('counts, sums and finds the largest as numbers', async () => {
    const db = await store.open();
    const numbers = db.withTables<{ numbers: { value: number } }>();
    await db.schema.createTable('numbers').addColumn('value', 'bigint').execute();
    await numbers
      .insertInto('numbers')
      .values([{ value: 2 ** 40 }, { value: 1 }])
      .execute();
    const found = await numbers
      .selectFrom('numbers')
      .select(({ fn }) => [
        fn.countAll<number>().as('count'),
        fn.sum<number>('value').as('sum'),
        fn.max('value').as('max'),
      ])
      .executeTakeFirstOrThrow();
    expect({ ...found }).toEqual({ count: 2, sum: 2 ** 40 + 1, max: 2 ** 40 });
  });

  it('keeps every other Unicode text as it is', async () => {
    const db = await store.open();
    const text = '\u0001 ÿ ﷽ \u{1f600} \u{10ffff} \ufffd';
    await insertSetting(db, text);
    expect(await settingsIn(db)).toEqual([text]);
  });

  it.each([
    ['a NUL character', 'a\0b'],
    ['half a surrogate pair', 'a\ud800b'],
  ])('refuses %s, to be written or looked for', async (_what, text) => {
    const db = await store.open();
    const refusal = { name: 'KeyServiceError', code: 'invalid', message: expect.not.stringContaining('a\0b') };
    await expect(insertSetting(db, text)).rejects.toMatchObject(refusal);
    const found = db.selectFrom('service_settings').select('value').where('name', '=', text).execute();
    await expect(found).rejects.toMatchObject(refusal);
  });

  it('says that a newer version has used it', async () => {
    const options = await store.fresh();
    const db = await store.openAgain(options);
    await db
      .withTables<{ key_service_migrations: { name: string; timestamp: string } }>()
      .insertInto('key_service_migrations')
      .values({ name: '9999-from-the-future', timestamp: '' })
      .execute();
    await expect(openStore(locationOf(options))).rejects.toMatchObject({
      code: 'store',
      message: expect.stringContaining('newer version of dataminer-deploy (it holds the change 9999-from-the-future)'),
    });
  });
});

async function insertSetting(db: Queries, name: string, value = ''): Promise<void> {
  await db.insertInto('service_settings').values({ name, value }).execute();
}

async function settingsIn(db: Database): Promise<string[]> {
  const rows = await db.selectFrom('service_settings').select('name').execute();
  return rows.map(({ name }) => name);
}
