import { rm } from 'node:fs/promises';
import { jest } from '@jest/globals';
import { outOfReach } from '../../../src/key-service/store/postgres-client.ts';
import { usedCore } from '../support/core.ts';
import { deploymentInfo, kindsOf, requestedDeployment } from '../support/deployment.ts';
import { treeOf } from '../support/folder.ts';
import { demoEntries, packageBytes } from '../support/package.ts';
import { eventually } from '../support/service.ts';
import { onEveryStore } from '../support/stores.ts';
import { ended, lease, queueOf, slowConnector, startedWorker } from '../support/worker.ts';

onEveryStore('a worker', (store) => {
  it('installs what is in the queue, then what is put there', async () => {
    const used = await usedCore(store);
    const first = await requestedDeployment(used);
    const worker = await startedWorker(used, undefined, { idle: 1 << 30 });
    expect((await ended(used, first)).currentState).toBe('Succeeded');
    const second = await requestedDeployment(used);
    worker.wake();
    expect((await ended(used, second)).currentState).toBe('Succeeded');
    expect(await treeOf(used.root)).toMatchObject({ 'Scripts/Script_Demo.xml': 'new script' });
  });

  it.each<[string, () => Promise<Uint8Array>, string]>([
    ['no zip', async () => Buffer.from('no zip at all'), 'zip'],
    ['cut off', async () => (await packageBytes()).subarray(0, -100), 'zip'],
    ['without AppInfo.xml', async () => await packageBytes({ 'Description.txt': 'x' }), 'AppInfo.xml'],
    [
      'hostile',
      async () => await packageBytes({ ...demoEntries, 'AppInstallContent\\Assemblies\\..\\..\\evil.dll': 'x' }),
      'evil.dll',
    ],
    [
      'without content',
      async () => await packageBytes({ 'AppInfo.xml': demoEntries['AppInfo.xml'] ?? '' }),
      'no script',
    ],
  ])('ends a deployment whose package is %s as Error, saying why, and goes on', async (_what, bytes, reason) => {
    const used = await usedCore(store);
    const broken = await requestedDeployment(used, await bytes());
    const sound = await requestedDeployment(used);
    await startedWorker(used);
    const info = await ended(used, broken);
    expect(info.currentState).toBe('Error');
    expect(info.eventChain?.at(-1)).toMatchObject({ kind: 'Failed' });
    expect(info.eventChain?.at(-1)?.metadata?.Message).toContain(reason);
    expect(info.eventChain?.at(-1)?.metadata?.Next).toBeTruthy();
    expect((await ended(used, sound)).currentState).toBe('Succeeded');
  });

  it('gives a deployment back while the database cannot be reached, and does it when it can', async () => {
    const used = await usedCore(store);
    const id = await requestedDeployment(used);
    const reading = jest.spyOn(used.core.artifacts, 'copyTo').mockRejectedValueOnce(outOfReach(new Error('gone')));
    await startedWorker(used, undefined, {}, { onError: () => undefined });
    const info = await ended(used, id);
    reading.mockRestore();
    expect([info.currentState, kindsOf(info)]).toEqual([
      'Succeeded',
      ['Requested', 'Started', 'Started', 'Installing', 'Succeeded'],
    ]);
  });

  it('takes up the deployment of a process that died', async () => {
    const used = await usedCore(store);
    const id = await requestedDeployment(used);
    const dead = queueOf(used);
    await dead.claim('a process that died');
    await startedWorker(used);
    used.environment.advance(lease);
    const info = await ended(used, id);
    expect(info.currentState).toBe('Succeeded');
    expect(kindsOf(info)).toEqual(['Requested', 'Started', 'Resumed', 'Installing', 'Succeeded']);
  });

  it('ends a deployment that took three processes with it', async () => {
    const used = await usedCore(store);
    const id = await requestedDeployment(used);
    const dying = queueOf(used);
    for (const owner of ['first', 'second', 'third']) {
      await dying.claim(owner);
      used.environment.advance(lease);
    }
    await startedWorker(used);
    const info = await ended(used, id);
    expect(info.currentState).toBe('Error');
    expect(info.eventChain?.at(-1)?.metadata?.Message).toContain('stopped 3 times');
    expect(await treeOf(used.root)).toEqual({});
  });

  it('does not install again what it could not record the end of, and never calls it failed', async () => {
    const used = await usedCore(store);
    const id = await requestedDeployment(used);
    const queue = queueOf(used);
    const end = queue.end.bind(queue);
    let lost = 0;
    queue.end = async (...given) => {
      if (lost++ === 0) throw new Error('the disk is full');
      return await end(...given);
    };
    const onError = () => used.environment.advance(lease);
    await startedWorker(used, undefined, { renewal: 60_000 }, { queue, onError });
    const info = await ended(used, id);
    expect(info.currentState).toBe('Succeeded');
    expect(kindsOf(info)).toEqual(['Requested', 'Started', 'Installing', 'Resumed', 'Succeeded']);
  });

  it('gives back what it has not finished when it is stopped', async () => {
    const used = await usedCore(store);
    const id = await requestedDeployment(used);
    const slow = slowConnector();
    const worker = await startedWorker(used, slow);
    await slow.started;
    await worker.stop();
    expect((await deploymentInfo(used, id)).currentState).toBe('Pending');
    await startedWorker(used);
    expect((await ended(used, id)).currentState).toBe('Succeeded');
  });

  it('keeps its lease while it works, however long that takes', async () => {
    const used = await usedCore(store);
    const id = await requestedDeployment(used);
    const slow = slowConnector();
    await startedWorker(used, slow);
    await slow.started;
    const leaseEnd = async () =>
      (await used.core.db.selectFrom('deployments').select('lease_until').where('id', '=', id).executeTakeFirst())
        ?.lease_until ?? 0;
    for (let round = 0; round < 5; round++) {
      used.environment.advance(lease - 1);
      await eventually(async () => (await leaseEnd()) === used.environment.now() + lease);
    }
    expect(await queueOf(used).claim('another')).toBeUndefined();
  });

  it('stops at once when another has taken its deployment over', async () => {
    const used = await usedCore(store);
    const id = await requestedDeployment(used);
    const slow = slowConnector();
    await startedWorker(used, slow);
    const { signal, confirmTurn } = await slow.started;
    await confirmTurn();
    await used.core.db.updateTable('deployments').set({ lease_owner: 'another' }).where('id', '=', id).execute();
    await expect(confirmTurn()).rejects.toThrow();
    await eventually(async () => signal.aborted);
    expect((await deploymentInfo(used, id)).currentState).toBe('Pending');
  });

  it('ends an installation that takes too long as Timeout', async () => {
    const used = await usedCore(store);
    const id = await requestedDeployment(used);
    await startedWorker(used, slowConnector(), { limit: 20 });
    const info = await ended(used, id);
    expect(info.currentState).toBe('Timeout');
    expect(kindsOf(info).at(-1)).toBe('TimedOut');
  });

  it('says so when the package is no longer kept', async () => {
    const used = await usedCore(store);
    const id = await requestedDeployment(used);
    await used.core.db.deleteFrom('artifacts').execute();
    await startedWorker(used);
    const info = await ended(used, id);
    expect(info.currentState).toBe('Error');
    expect(info.eventChain?.at(-1)?.metadata?.Message).toContain('no longer kept');
  });

  it('does not install bytes other than those that were uploaded', async () => {
    const used = await usedCore(store);
    const id = await requestedDeployment(used);
    const bytes = Buffer.from(await packageBytes());
    bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1;
    await used.core.db.updateTable('artifact_chunks').set({ bytes }).execute();
    await startedWorker(used);
    expect((await ended(used, id)).eventChain?.at(-1)?.metadata?.Message).toContain('damaged in the store');
  });

  it('does not tell everybody where the DMS lies or what else an error names, but the log', async () => {
    const used = await usedCore(store);
    await rm(used.root, { recursive: true });
    const told: unknown[] = [];
    await startedWorker(used, undefined, {}, { onFailure: (error, id) => told.push([id, error]) });
    const gone = await ended(used, await requestedDeployment(used));
    expect(gone.eventChain?.at(-1)?.metadata?.Message).toBe('The folder of the DMS cannot be reached');
    expect(JSON.stringify(gone)).not.toContain(used.root);
    expect(told).toEqual([[gone.id, expect.objectContaining({ cause: expect.objectContaining({ code: 'ENOENT' }) })]]);
  });

  it('says no more than that it failed when nobody foresaw how', async () => {
    const used = await usedCore(store);
    const install = async () => {
      throw new Error('a secret place');
    };
    const told: unknown[] = [];
    const others = { onFailure: (error: unknown) => told.push(error) };
    await startedWorker(used, { ...slowConnector(), install }, {}, others);
    const info = await ended(used, await requestedDeployment(used));
    expect(info.eventChain?.at(-1)?.metadata).toEqual({
      Message: 'The installation failed.',
      Next: 'The log of the service says why.',
    });
    expect(told).toEqual([new Error('a secret place')]);
  });
});
