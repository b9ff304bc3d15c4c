import { storeFigures } from '../../../src/key-service/operations/store-figures.ts';
import { usedCore } from '../support/core.ts';
import { anotherSystem, requestedDeployment } from '../support/deployment.ts';
import { onEveryStore } from '../support/stores.ts';

const nothing = {
  pending: 0,
  running: 0,
  oldestPendingSeconds: 0,
  sessions: 0,
  artifactBytes: 0,
};

onEveryStore('the figures of the store', (store) => {
  it('are zeros in the beginning', async () => {
    const { core, environment } = await usedCore(store);
    expect(await storeFigures(core.db, environment)).toEqual(nothing);
  });

  it('tell deployments that wait from those that run, and how long the oldest waits', async () => {
    const used = await usedCore(store);
    const { core, environment } = used;
    const file = new Uint8Array(1000);
    const running = await requestedDeployment(used, file);
    await core.db
      .updateTable('deployments')
      .set({ lease_until: environment.now() + 60_000 })
      .where('id', '=', running)
      .execute();
    environment.advance(5_000);
    await requestedDeployment(used, file);
    await requestedDeployment(used, file, await anotherSystem(used));
    environment.advance(2_000);
    expect(await storeFigures(core.db, environment)).toMatchObject({
      pending: 2,
      running: 1,
      oldestPendingSeconds: 7,
      artifactBytes: 3000,
    });
  });

  it('count the sessions that are not idle for more than half an hour', async () => {
    const { core, environment } = await usedCore(store);
    const now = environment.now();
    const user = { id: 'u', email: 'a@b', name: 'A', password_hash: '', password_changed_at: now, created_at: now };
    await core.db.insertInto('users').values(user).execute();
    for (const [index, idle] of [0, 29, 31].entries()) {
      const session = { digest: new Uint8Array([index]), user_id: 'u', created_at: now };
      await core.db
        .insertInto('sessions')
        .values({ ...session, last_seen_at: now - idle * 60_000 })
        .execute();
    }
    expect(await storeFigures(core.db, environment)).toMatchObject({ sessions: 2 });
  });
});
