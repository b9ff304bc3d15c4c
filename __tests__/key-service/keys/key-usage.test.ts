import { KeyUsage } from '../../../src/key-service/keys/key-usage.ts';
import { usedCore } from '../support/core.ts';

async function usageOf(core: Awaited<ReturnType<typeof usedCore>>['core']) {
  return { ...(await core.db.selectFrom('key_usage').selectAll().executeTakeFirst()) };
}

describe('the usage of keys', () => {
  it('counts the calls of a value and keeps the last caller', async () => {
    const { core, environment, values } = await usedCore();
    const valueId = (await core.keyVerifier.verify(values.primary))?.valueId ?? '';
    core.keyUsage.record(valueId, 'POST /upload', { repository: 'a/b', runId: '1' });
    core.keyUsage.record(valueId, 'POST /deploy', { repository: 'a/b', runId: '2' });
    await core.keyUsage.flush();
    environment.advance(5000);
    core.keyUsage.record(valueId, 'GET /info', { repository: 'c/d', workflow: 'deploy', runId: '3', runAttempt: '1' });
    await core.keyUsage.flush();
    expect(await usageOf(core)).toEqual({
      value_id: valueId,
      count: 3,
      last_used_at: environment.now(),
      last_route: 'GET /info',
      caller_repository: 'c/d',
      caller_workflow: 'deploy',
      caller_run_id: '3',
      caller_run_attempt: '1',
    });
  });

  it('is not lost when it could not be written', async () => {
    const { core, environment, values } = await usedCore();
    const valueId = (await core.keyVerifier.verify(values.primary))?.valueId ?? '';
    await core.db.schema.alterTable('key_usage').renameTo('gone').execute();
    const usage = new KeyUsage(core.db, environment);
    usage.record(valueId, 'first', {});
    await expect(usage.flush()).rejects.toThrow(/key_usage/);
    usage.record(valueId, 'second', {});
    await core.db.schema.alterTable('gone').renameTo('key_usage').execute();
    await usage.flush();
    expect(await usageOf(core)).toMatchObject({ count: 2, last_route: 'second' });
  });
});
