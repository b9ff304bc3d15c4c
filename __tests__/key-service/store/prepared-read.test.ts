import { setImmediate as nextTurn } from 'node:timers/promises';
import { preparedRead } from '../../../src/key-service/store/prepared-read.ts';
import type { Database } from '../../../src/key-service/store/schema.ts';
import { onEveryStore } from '../support/stores.ts';

const digest = Buffer.alloc(32, 7);

/** Reads who has a session. */
function sessionRead(db: Database) {
  return preparedRead(
    db,
    db.selectFrom('sessions').select(['digest', 'user_id']).where('digest', '=', Buffer.alloc(32)).compile(),
  );
}

async function addSession(db: Database): Promise<void> {
  const user = { id: 'u', email: 'u@example.com', name: 'U', password_hash: 'x', password_changed_at: 1 };
  await db
    .insertInto('users')
    .values({ ...user, created_at: 1, last_seen_at: null })
    .execute();
  await db.insertInto('sessions').values({ digest, user_id: 'u', created_at: 1, last_seen_at: 1 }).execute();
}

onEveryStore('a prepared read', (store) => {
  it('finds one row or none, also what was written since it was prepared', async () => {
    const db = await store.open();
    const read = sessionRead(db);
    expect(await read([digest])).toBeUndefined();
    await addSession(db);
    expect(await read([digest])).toEqual({ digest, user_id: 'u' });
    expect(await read([Buffer.alloc(32, 8)])).toBeUndefined();
  });

  it('waits for no transaction of its process, and sees only what is committed', async () => {
    const db = await store.open();
    const read = sessionRead(db);
    await db.transaction().execute(async (transaction) => {
      await addSession(transaction);
      expect(await read([digest])).toBeUndefined();
    });
    expect(await read([digest])).toEqual({ digest, user_id: 'u' });
  });

  it('sees what another process committed', async () => {
    const options = await store.fresh();
    const [db, other] = [await store.openAgain(options), await store.openAgain(options)];
    const read = sessionRead(db);
    expect(await read([digest])).toBeUndefined();
    await addSession(other);
    // Whoever learns of it from there asks in a later turn of the event loop.
    await nextTurn();
    expect(await read([digest])).toBeDefined();
  });

  it('sees what its own process committed in the same turn, in a transaction or not', async () => {
    const db = await store.open();
    const read = sessionRead(db);
    expect(await read([digest])).toBeUndefined();
    await db.transaction().execute(addSession);
    expect(await read([digest])).toBeDefined();
    await db.deleteFrom('sessions').execute();
    expect(await read([digest])).toBeUndefined();
  });

  it('is done many times at once', async () => {
    const db = await store.open();
    await addSession(db);
    const read = sessionRead(db);
    const rows = await Promise.all(Array.from({ length: 50 }, () => read([digest])));
    expect(rows.every((row) => row?.user_id === 'u')).toBe(true);
  });
});
