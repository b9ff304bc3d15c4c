import { randomBytes } from 'node:crypto';
import { formatKey } from '../../../src/contract/key-format.ts';
import { deploymentPath, paths } from '../../../src/contract/paths.ts';
import { anywhere, aTest } from '../support/custodian.ts';
import { type RunningService, runningService } from '../support/service.ts';

async function ask(service: RunningService, key: string, path: string = paths.keySelf): Promise<Response> {
  return await fetch(service.url + path, { headers: { 'Ocp-Apim-Subscription-Key': key } });
}

/** Tries so many unknown keys, and returns how each was answered. */
async function guess(service: RunningService, times: number): Promise<number[]> {
  const statuses: number[] = [];
  for (let count = 0; count < times; count++) {
    statuses.push((await ask(service, formatKey('system', randomBytes(32)))).status);
  }
  return statuses;
}

describe('fifty unknown keys from one address', () => {
  it('are answered 403 ten times and then 429, while a good key works and dead ones get their 403', async () => {
    const service = await runningService();
    const { core, setId, values } = service;
    expect(await guess(service, 50)).toEqual([...Array(10).fill(403), ...Array(40).fill(429)]);
    expect((await ask(service, values.primary)).status).toBe(200);
    const dead = values.secondary;
    await core.keySets.regenerate(anywhere(setId), { slot: 'secondary', confirm: 'GitHub' }, aTest);
    expect((await ask(service, dead)).status).toBe(403);
    expect((await ask(service, 'dms1_nonsense')).status).toBe(403);
    service.environment.advance(6_000);
    expect(await guess(service, 2)).toEqual([403, 429]);
  });
});

describe('an unknown key too many', () => {
  it.each([
    ['self', paths.keySelf],
    ['a v1-0 endpoint', deploymentPath('1f3c0000-0000-4000-8000-000000000000')],
  ])('gets a problem document of %s that says when to come again', async (_what, path) => {
    const service = await runningService({ failedAttempts: { capacity: 1, refill: 2_500 } });
    await guess(service, 1);
    const answer = await ask(service, formatKey('system', randomBytes(32)), path);
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([429, '3']);
    expect(answer.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
    expect(await answer.json()).toEqual({
      ...{ type: 'about:blank', title: 'Too Many Requests', status: 429, code: 'too-many', retryAfter: 3 },
      detail:
        'Too many unknown keys came from this address. Wait before trying another one; keys that work are taken meanwhile.',
    });
  });

  it('is no other one: the same wrong key gets 403 as often as it comes', async () => {
    const service = await runningService({ failedAttempts: { capacity: 1 } });
    const wrong = formatKey('organization', randomBytes(32));
    for (let count = 0; count < 3; count++) expect((await ask(service, wrong)).status).toBe(403);
  });
});

describe('the checks of keys', () => {
  it('are counted by what became of them', async () => {
    const service = await runningService({ failedAttempts: { capacity: 1 } });
    const { core, systemId, setId, values } = service;
    await ask(service, values.primary);
    await guess(service, 2);
    await ask(service, 'dms1_nonsense');
    const owner = { scope: 'system', systemId } as const;
    const reader = await core.keySets.create(owner, { label: 'R', permissions: ['register-catalog-items'] }, aTest);
    await ask(service, reader.values.primary, deploymentPath('1f3c0000-0000-4000-8000-000000000000'));
    await core.keySets.revoke(anywhere(setId), { confirm: 'GitHub' }, aTest);
    await ask(service, values.primary);
    const metrics = await (await fetch(`${service.url}/metrics`)).text();
    const counted = [...metrics.matchAll(/^dataminer_deploy_key_validations_total\{result="(\w+)"\} (\d+)$/gm)];
    expect(Object.fromEntries(counted.map(([, result, count]) => [result, count]))).toEqual({
      ...{ accepted: '1', unknown: '1', limited: '1', malformed: '1', forbidden: '1', dead: '1' },
    });
  });
});
