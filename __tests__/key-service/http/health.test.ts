import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { databaseFileName } from '../../../src/key-service/store/sqlite-store.ts';
import { runningService } from '../support/service.ts';

describe('/healthz', () => {
  it('says that the service is alive, also when its store is not', async () => {
    const { app, core } = await runningService();
    await core.db.schema.dropTable('service_settings').execute();
    const answer = await app.inject('/healthz');
    expect([answer.statusCode, answer.json()]).toEqual([200, { status: 'ok' }]);
  });
});

describe('/readyz', () => {
  const fine = { store: 'ok', migrations: 'ok', disk: 'ok', workers: 'ok', serving: 'ok' };

  it('answers 200 when everything is there', async () => {
    const { app } = await runningService();
    const answer = await app.inject('/readyz');
    expect([answer.statusCode, answer.json()]).toEqual([200, { ready: true, checks: fine }]);
    expect(answer.headers['cache-control']).toBe('no-store');
  });

  it('answers 503 when the store cannot be read', async () => {
    const { app, core } = await runningService();
    await core.db.schema.dropTable('service_settings').execute();
    const answer = await app.inject('/readyz');
    expect([answer.statusCode, answer.json()]).toEqual([503, { ready: false, checks: { ...fine, store: 'failing' } }]);
  });

  it('answers 503 when the store cannot be changed any more, though it can be read', async () => {
    const { app, dataFolder } = await runningService();
    await rm(join(dataFolder, databaseFileName));
    expect((await app.inject('/readyz')).json()).toEqual({ ready: false, checks: { ...fine, store: 'failing' } });
  });

  it('answers 503 when a newer version has changed the store', async () => {
    const { app, core } = await runningService();
    await core.db
      .withTables<{ key_service_migrations: { name: string; timestamp: string } }>()
      .insertInto('key_service_migrations')
      .values({ name: '9999-later', timestamp: '' })
      .execute();
    const answer = await app.inject('/readyz');
    expect([answer.statusCode, answer.json()]).toMatchObject([503, { checks: { ...fine, migrations: 'failing' } }]);
  });

  it('answers 503 as soon as the service is asked to end, while it still serves', async () => {
    const ending = new AbortController();
    const { app } = await runningService({ ending: ending.signal });
    expect((await app.inject('/readyz')).statusCode).toBe(200);
    ending.abort();
    expect((await app.inject('/readyz')).json()).toEqual({ ready: false, checks: { ...fine, serving: 'failing' } });
    expect((await app.inject('/healthz')).statusCode).toBe(200);
  });
});
