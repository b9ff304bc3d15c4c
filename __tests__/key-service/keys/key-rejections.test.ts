import { randomBytes } from 'node:crypto';
import { jest } from '@jest/globals';
import { keyHeader } from '../../../src/contract/headers.ts';
import { formatKey } from '../../../src/contract/key-format.ts';
import { paths } from '../../../src/contract/paths.ts';
import { FailedAttempts } from '../../../src/key-service/keys/failed-attempts.ts';
import type { Verdict } from '../../../src/key-service/keys/key-verifier.ts';
import { type UsedCore, usedCore } from '../support/core.ts';
import { anywhere, aTest, recordsOf } from '../support/custodian.ts';
import { runningService } from '../support/service.ts';
import { onEveryStore } from '../support/stores.ts';

const hour = 60 * 60_000;

async function note({ core }: UsedCore, key: string, address = '192.0.2.1'): Promise<void> {
  const verdict: Verdict = await core.keyVerifier.judge(key);
  if (verdict.result !== 'dead') throw new Error(`the key is ${verdict.result}`);
  core.keyRejections.noteDead(verdict.value, verdict.cause, address);
}

async function rejectionsOf({ core, setId }: Pick<UsedCore, 'core' | 'setId'>) {
  return (await recordsOf(core, setId)).filter(({ operation }) => operation === 'key.rejected');
}

onEveryStore('the audit of dead keys', (store) => {
  it('tells the first try soon, and then once an hour how many there were', async () => {
    const used = await usedCore(store);
    const { core, environment, setId, systemId, values } = used;
    await core.keySets.revoke(anywhere(setId), { confirm: 'GitHub' }, aTest);
    await note(used, values.primary);
    await core.keyRejections.flush();
    for (let number = 0; number < 5; number++) await note(used, values.primary, `192.0.2.${number}`);
    environment.advance(hour - 1);
    await core.keyRejections.flush();
    expect(await rejectionsOf(used)).toHaveLength(1);
    environment.advance(1);
    await core.keyRejections.flush();
    const details = { slot: 'primary', version: '1', reason: 'revoked', since: '2026-11-23T10:00:00.000Z' };
    const record = { operation: 'key.rejected', label: 'GitHub', systemId, by: 'key GitHub (primary)' };
    expect(await rejectionsOf(used)).toEqual([
      { ...record, details: { ...details, count: '1', networks: '1' } },
      { ...record, details: { ...details, count: '5', networks: '5' } },
    ]);
    environment.advance(hour);
    await core.keyRejections.flush();
    expect(await rejectionsOf(used)).toHaveLength(2);
  });

  it('goes on when the clock was set back', async () => {
    const used = await usedCore(store);
    const { core, environment, setId, values } = used;
    await core.keySets.revoke(anywhere(setId), { confirm: 'GitHub' }, aTest);
    for (const milliseconds of [0, -24 * hour]) {
      environment.advance(milliseconds);
      await note(used, values.primary);
      await core.keyRejections.flush();
    }
    expect(await rejectionsOf(used)).toHaveLength(2);
  });

  it('names what is wrong with each', async () => {
    const used = await usedCore(store);
    const { core, environment, setId, values } = used;
    const replaced = values.secondary;
    await core.keySets.regenerate(anywhere(setId), { slot: 'secondary', confirm: 'GitHub' }, aTest);
    await note(used, replaced);
    const { version } = await core.keySets.disable(anywhere(setId), {}, aTest);
    await note(used, values.primary);
    await core.keySets.enable(anywhere(setId), { version }, aTest);
    const expiresAt = new Date(environment.now() + 1000).toISOString();
    await core.keySets.change(anywhere(setId), { expiresAt }, aTest);
    environment.advance(1000);
    await note(used, values.primary);
    await core.keySets.revoke(anywhere(setId), { confirm: 'GitHub' }, aTest);
    await note(used, values.primary);
    await core.keyRejections.flush();
    const told = (await rejectionsOf(used)).map(({ details }) => `${details.slot} ${details.reason}`);
    expect(told).toEqual(['secondary replaced', 'primary disabled', 'primary expired', 'primary revoked']);
  });

  it('tells the rest when the service ends, and nothing twice', async () => {
    const used = await usedCore(store);
    const { core, setId, values } = used;
    await core.keySets.revoke(anywhere(setId), { confirm: 'GitHub' }, aTest);
    for (let number = 0; number < 2; number++) {
      await note(used, values.primary);
      await core.keyRejections.flush();
    }
    await core.keyRejections.flush({ all: true });
    await core.keyRejections.flush({ all: true });
    expect((await rejectionsOf(used)).map(({ details }) => details.count)).toEqual(['1', '1']);
  });

  it('loses nothing when it cannot be written', async () => {
    const used = await usedCore(store);
    const { core, setId, values } = used;
    await core.keySets.revoke(anywhere(setId), { confirm: 'GitHub' }, aTest);
    await note(used, values.primary, '192.0.2.1');
    await core.db.schema.alterTable('audit_heads').renameTo('gone').execute();
    await expect(core.keyRejections.flush()).rejects.toMatchObject({ code: 'audit' });
    await note(used, values.primary, '192.0.2.2');
    await core.db.schema.alterTable('gone').renameTo('audit_heads').execute();
    await core.keyRejections.flush();
    expect((await rejectionsOf(used)).map(({ details }) => details)).toMatchObject([{ count: '2', networks: '2' }]);
  });
});

describe('keys that work', () => {
  it('are told of when they are tried for what they may not do', async () => {
    const service = await runningService();
    const { app, core, systemId, url } = service;
    const owner = { scope: 'system', systemId } as const;
    const { id, values } = await core.keySets.create(
      owner,
      { label: 'Reader', permissions: ['read-deployments'] },
      aTest,
    );
    const upload = { method: 'POST', headers: { [keyHeader]: values.primary } };
    expect((await fetch(url + paths.uploadArtifact, upload)).status).toBe(403);
    await app.close();
    expect(await rejectionsOf({ ...service, setId: id })).toMatchObject([
      { label: 'Reader', systemId, details: { slot: 'primary', reason: 'forbidden', count: '1' } },
    ]);
  });
});

describe('dead keys', () => {
  it('are all refused alike, however many come, and use up none of the tries for unknown ones', async () => {
    const { core, systemId, url } = await runningService({ failedAttempts: { capacity: 1 } });
    const answerTo = async (key: string) =>
      (await fetch(url + paths.keySelf, { headers: { [keyHeader]: key } })).status;
    const dead: string[] = [];
    for (let number = 0; number < 6; number++) {
      const owner = { scope: 'system', systemId } as const;
      const { id, values } = await core.keySets.create(owner, { label: `Old ${number}` }, aTest);
      await core.keySets.revoke(anywhere(id), { confirm: `Old ${number}` }, aTest);
      dead.push(values.primary, values.secondary);
    }
    for (const key of dead) expect(await answerTo(key)).toBe(403);
    expect(await answerTo(formatKey('system', randomBytes(32)))).toBe(403);
    expect(await answerTo(formatKey('system', randomBytes(32)))).toBe(429);
    expect(await answerTo(dead[0] as string)).toBe(403);
  });

  it('are counted as unknown ones are, so that the time of the answer does not tell them apart', async () => {
    const { core, setId, values, url } = await runningService();
    await core.keySets.revoke(anywhere(setId), { confirm: 'GitHub' }, aTest);
    const counting = jest.spyOn(FailedAttempts.prototype, 'countFrom');
    try {
      for (const key of [formatKey('system', randomBytes(32)), values.primary]) {
        counting.mockClear();
        await fetch(url + paths.keySelf, { headers: { [keyHeader]: key } });
        expect(counting.mock.calls).toEqual([['127.0.0.1', expect.any(Uint8Array)]]);
      }
    } finally {
      counting.mockRestore();
    }
  });
});
