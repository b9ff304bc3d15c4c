import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { requireWritable } from '../../../src/key-service/store/require-writable.ts';
import { databaseFileName } from '../../../src/key-service/store/sqlite-store.ts';
import { locationOf } from '../../../src/key-service/store/store.ts';
import { onServer } from '../../support/postgres.ts';
import { onEveryStore, onPostgres, postgres, sqlite } from '../support/stores.ts';

onEveryStore('whether a database takes changes', (store) => {
  it('is so as a rule, also while somebody makes one', async () => {
    const options = await store.fresh();
    const [db, other] = [await store.openAgain(options), await store.openAgain(options)];
    await other.transaction().execute(async (transaction) => {
      await transaction.insertInto('service_settings').values({ name: 'x', value: '' }).execute();
      await expect(requireWritable(db, locationOf(options))).resolves.toBeUndefined();
    });
  });
});

describe('whether a database takes changes (SQLite)', () => {
  it('is not so when its file is not there any more', async () => {
    const options = await sqlite.fresh();
    const db = await sqlite.openAgain(options);
    await rm(join(options.dataFolder, databaseFileName));
    await expect(requireWritable(db, locationOf(options))).rejects.toThrow('ENOENT');
  });
});

onPostgres('whether a database takes changes (PostgreSQL)', () => {
  it('is not so when it can only be read', async () => {
    const options = await postgres.fresh();
    const name = new URL(options.databaseUrl ?? '').pathname.slice(1);
    await onServer(`alter database ${name} set default_transaction_read_only = on`);
    const db = await postgres.openAgain(options);
    await expect(requireWritable(db, locationOf(options))).rejects.toThrow('can only be read');
  });
});
