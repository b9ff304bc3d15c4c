import { sql } from 'kysely';
import { requireWritable } from '../../../src/key-service/store/require-writable.ts';
import { onServer } from '../../support/postgres.ts';
import { onEveryStore, postgres } from '../support/stores.ts';

onEveryStore('whether a database takes changes', (store) => {
  it('is so as a rule', async () => {
    await expect(requireWritable(await store.open())).resolves.toBeUndefined();
  });

  it('is not so when it can only be read', async () => {
    const options = await store.fresh();
    if (store === postgres) {
      const name = new URL(options.databaseUrl ?? '').pathname.slice(1);
      await onServer(`alter database ${name} set default_transaction_read_only = on`);
    }
    const db = await store.openAgain(options);
    if (store !== postgres) await sql`pragma query_only = on`.execute(db);
    await db.selectFrom('service_settings').selectAll().execute();
    await expect(requireWritable(db)).rejects.toThrow(/read/);
  });
});
