import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as wait } from 'node:timers/promises';
import { emptyLog } from '../../../src/key-service/store/empty-log.ts';
import type { Database } from '../../../src/key-service/store/schema.ts';
import { databaseFileName } from '../../../src/key-service/store/sqlite-store.ts';
import { onEveryStore, sqlite } from '../support/stores.ts';

async function writeSetting(db: Database, value: string): Promise<void> {
  await db
    .insertInto('service_settings')
    .values({ name: 'test', value })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ value }))
    .execute();
}

onEveryStore('emptying the log of a database', (store) => {
  it('changes nothing that was written', async () => {
    const db = await store.open();
    await writeSetting(db, 'a');
    await emptyLog(db);
    expect(await db.selectFrom('service_settings').select('value').where('name', '=', 'test').execute()).toMatchObject([
      { value: 'a' },
    ]);
  });
});

describe('emptying the log of an embedded database', () => {
  it('waits for those who still read, so that the log is begun anew', async () => {
    const options = await sqlite.fresh();
    const db = await sqlite.openAgain(options);
    const file = join(options.dataFolder, databaseFileName);
    const writeWhileSomebodyReads = async (value: string) => {
      const reader = new DatabaseSync(file, { readOnly: true });
      reader.exec('begin; select * from service_settings');
      await writeSetting(db, value);
      const read = wait(10).then(() => reader.close());
      await Promise.all([emptyLog(db), read]);
    };
    const logBytes = async () => (await stat(`${file}-wal`)).size;
    await writeWhileSomebodyReads('first');
    const before = await logBytes();
    for (const value of ['second', 'third', 'fourth', 'fifth']) await writeWhileSomebodyReads(value);
    expect(await logBytes()).toBe(before);
  });
});
