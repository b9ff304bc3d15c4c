import { setImmediate as soon } from 'node:timers/promises';
import { forgottenName, type ValueUse } from '../../../src/key-service/keys/caller-use.ts';
import { storedKeySet } from '../../../src/key-service/keys/key-set-reference.ts';
import { KeyUsage } from '../../../src/key-service/keys/key-usage.ts';
import { type UsedCore, usedCore } from '../support/core.ts';
import { onEveryStore } from '../support/stores.ts';

async function primaryValue({ core, values }: UsedCore): Promise<string> {
  return (await core.keyVerifier.verify(values.primary))?.valueId ?? '';
}

async function usageOf({ core }: UsedCore, valueId: string) {
  const values = core.db.selectFrom('key_values').selectAll().where('id', '=', valueId);
  const { set_id } = await values.executeTakeFirstOrThrow();
  const { slots } = await storedKeySet(core.db, { id: set_id, owner: 'anywhere' }, 0);
  const { uses, lastUsedAt, lastRoute } = slots.primary.newest;
  return { uses, lastUsedAt, lastRoute };
}

async function callersOf({ core }: UsedCore, valueId: string) {
  const rows = await core.db
    .selectFrom('key_usage')
    .selectAll()
    .where('value_id', '=', valueId)
    .where('repository', '!=', forgottenName)
    .orderBy('repository')
    .execute();
  return rows.map(({ value_id: _id, ...caller }) => caller);
}

onEveryStore('the usage of keys', (store) => {
  it('counts the calls of a value and keeps the last one', async () => {
    const used = await usedCore(store);
    const { core, environment } = used;
    const valueId = await primaryValue(used);
    core.keyUsage.record(valueId, 'POST /upload', { repository: 'a/b' });
    core.keyUsage.record(valueId, 'POST /deploy', { repository: 'a/b' });
    await core.keyUsage.flush();
    environment.advance(5000);
    core.keyUsage.record(valueId, 'GET /info', {});
    await core.keyUsage.flush();
    expect(await usageOf(used, valueId)).toEqual({
      ...{ uses: 3, lastUsedAt: environment.now(), lastRoute: 'GET /info' },
    });
  });

  it('keeps the callers of a value apart by repository and workflow, each with its last run', async () => {
    const used = await usedCore(store);
    const { core, environment } = used;
    const valueId = await primaryValue(used);
    const start = environment.now();
    const deploy = { repository: 'a/b', workflow: 'deploy' };
    core.keyUsage.record(valueId, 'POST /upload', { ...deploy, runId: '1', runAttempt: '2' }, '192.0.2.1');
    core.keyUsage.record(valueId, 'GET /self', {}, '192.0.2.9');
    await core.keyUsage.flush();
    environment.advance(5000);
    core.keyUsage.record(valueId, 'POST /deploy', { ...deploy, runId: '3' });
    core.keyUsage.record(valueId, 'POST /deploy', { repository: 'c/d' });
    await core.keyUsage.flush();
    const nobody = { workflow: '', last_run_id: null, last_run_attempt: null, last_address: null };
    const first = { count: 1, first_used_at: start, last_used_at: start };
    expect(await callersOf(used, valueId)).toEqual([
      { ...nobody, ...first, repository: '', last_route: 'GET /self', last_address: '192.0.2.9' },
      {
        ...{ repository: 'a/b', workflow: 'deploy', count: 2, first_used_at: start, last_used_at: start + 5000 },
        ...{ last_route: 'POST /deploy', last_run_id: '3', last_run_attempt: null, last_address: null },
      },
      {
        ...{ ...nobody, repository: 'c/d', count: 1, first_used_at: start + 5000, last_used_at: start + 5000 },
        last_route: 'POST /deploy',
      },
    ]);
  });

  it('keeps the last 100 callers of a value, however many names a caller makes up', async () => {
    const used = await usedCore(store);
    const { core, environment } = used;
    const valueId = await primaryValue(used);
    for (let batch = 0; batch < 3; batch++) {
      for (let number = 0; number < 130; number++) {
        core.keyUsage.record(valueId, 'GET /self', { repository: `made/up-${batch}-${number}` });
      }
      core.keyUsage.record(valueId, 'GET /self', { repository: 'acme/scripts' });
      environment.advance(1000);
      await core.keyUsage.flush();
    }
    const callers = await callersOf(used, valueId);
    expect(callers).toHaveLength(100);
    expect(callers.find(({ repository }) => repository === 'acme/scripts')).toMatchObject({ count: 3 });
    expect(callers.find(({ repository }) => repository === 'made/up-2-31')).toBeDefined();
    expect(await usageOf(used, valueId)).toMatchObject({ uses: 3 * 131 });
  });

  it('is written of many values at once', async () => {
    const used = await usedCore(store);
    const { core, systemId } = used;
    const owner = { scope: 'system', systemId } as const;
    const by = { type: 'operator', id: null, name: 'a test' } as const;
    for (let number = 0; number < 60; number++) await core.keySets.create(owner, { label: `Set ${number}` }, by);
    const values = await core.db.selectFrom('key_values').select('id').execute();
    for (const times of [1, 2]) {
      for (const { id } of values) core.keyUsage.record(id, `GET /${times}`, {});
      await core.keyUsage.flush();
    }
    const rows = await core.db.selectFrom('key_usage').select(['count', 'last_route']).distinct().execute();
    expect(rows.map((row) => ({ ...row }))).toEqual([{ count: 2, last_route: 'GET /2' }]);
  });

  it('is written a batch at a time, what has waited longest first, unless too much waits', async () => {
    const { core, environment } = await usedCore(store);
    const usage = new KeyUsage(core.db, environment);
    const batches: string[][] = [];
    const write = async (uses: readonly ValueUse[]) => void batches.push(uses.map(({ valueId }) => valueId));
    const record = (first: number, end: number) => {
      for (let number = first; number < end; number++) usage.record(String(number).padStart(6, '0'), 'GET /', {});
    };
    record(0, 2_000);
    record(0, 100);
    await usage.writeSome(write);
    await usage.writeSome(write);
    expect(batches.map((batch) => [batch[0], batch.length])).toEqual([
      ['000000', 1_000],
      ['001000', 1_000],
    ]);
    record(0, 102_001);
    await usage.writeSome(write);
    expect(batches).toHaveLength(5);
  });

  it('is written at once of values that somebody asks for', async () => {
    const used = await usedCore(store);
    const { core } = used;
    const valueId = await primaryValue(used);
    const others = Array.from({ length: 1_500 }, (_, number) => `value ${number}`);
    for (const id of [...others, valueId]) core.keyUsage.record(id, 'GET /self', {});
    await core.keyUsage.flush([valueId]);
    const rows = await core.db.selectFrom('key_usage').select('value_id').execute();
    expect(rows).toEqual([{ value_id: valueId }]);
  });

  it('is not lost when it could not be written', async () => {
    const used = await usedCore(store);
    const { core, environment } = used;
    const valueId = await primaryValue(used);
    await core.db.schema.alterTable('key_usage').renameTo('gone').execute();
    const usage = new KeyUsage(core.db, environment);
    usage.record(valueId, 'first', { repository: 'a/b' });
    usage.record(valueId, 'first', { repository: 'c/d' });
    await expect(usage.flush()).rejects.toThrow(/key_usage/);
    environment.advance(1000);
    usage.record(valueId, 'second', { repository: 'a/b' });
    await core.db.schema.alterTable('gone').renameTo('key_usage').execute();
    await usage.flush();
    expect(await usageOf(used, valueId)).toMatchObject({ uses: 3, lastRoute: 'second' });
    expect(await callersOf(used, valueId)).toMatchObject([
      { repository: 'a/b', count: 2, first_used_at: environment.now() - 1000, last_route: 'second' },
      { repository: 'c/d', count: 1, last_route: 'first' },
    ]);
  });

  it('is all there when it is asked for, also what is on its way elsewhere', async () => {
    const used = await usedCore(store);
    const { core, environment } = used;
    const valueId = await primaryValue(used);
    const usage = new KeyUsage(core.db, environment);
    const { promise: arrived, resolve: arrive } = Promise.withResolvers<void>();
    usage.record(valueId, 'first', {});
    const elsewhere = usage.writeSome(() => arrived);
    await soon();
    usage.record(valueId, 'second', {});
    let isFlushed = false;
    const here = usage.flush().then(() => {
      isFlushed = true;
    });
    await soon();
    expect(isFlushed).toBe(false);
    arrive();
    await Promise.all([elsewhere, here]);
    expect(await usageOf(used, valueId)).toMatchObject({ uses: 1, lastRoute: 'second' });
  });
});
