import { cancelled } from '../../../src/key-service/deployments/deployment-ending.ts';
import type { Connector } from '../../../src/key-service/dms/connector.ts';
import { FolderConnector } from '../../../src/key-service/dms/folder-connector.ts';
import { KeyServiceError } from '../../../src/key-service/key-service-error.ts';
import { openPackage } from '../../../src/packaging/dmapp/read-package.ts';
import { type UsedCore, usedCore } from '../support/core.ts';
import { aTest, recordsOf } from '../support/custodian.ts';
import { anotherSystem, deploymentInfo, kindsOf, requestedDeployment } from '../support/deployment.ts';
import { treeOf } from '../support/folder.ts';
import { stoppingFiles } from '../support/stopping-files.ts';
import { onEveryStore } from '../support/stores.ts';
import { ended, lease, queueOf, slowConnector, startedWorker } from '../support/worker.ts';

async function cancel({ core }: UsedCore, id: string, systemId: string | 'any' = 'any'): Promise<void> {
  await core.deployments.cancel({ id, systemId }, aTest);
}

/** The last event of a deployment that has ended. */
async function lastEvent(used: UsedCore, id: string) {
  return (await ended(used, id)).eventChain?.at(-1);
}

onEveryStore('a deployment that is cancelled', (store) => {
  it('ends at once while it waits in the queue, and the next one does not wait for it', async () => {
    const used = await usedCore(store);
    const [first, second] = [await requestedDeployment(used), await requestedDeployment(used)];
    await cancel(used, first.toUpperCase(), used.systemId);
    const info = await deploymentInfo(used, first);
    expect([info.currentState, kindsOf(info)]).toEqual(['Error', ['Requested', 'Cancelled']]);
    expect(info.eventChain?.at(-1)?.metadata).toEqual({ By: 'a test', Message: 'Nothing had been done yet.' });
    expect(await queueOf(used).claim('A')).toMatchObject({ id: second });
    const records = await recordsOf(used.core, first);
    expect(records.map(({ operation, by, label }) => [operation, by, label])).toEqual([
      ['deployment.requested', 'key GitHub (primary)', 'Demo 1.0.1'],
      ['deployment.cancelled', 'operator a test', 'Demo 1.0.1'],
      ['deployment.ended', 'system key service', 'Demo 1.0.1'],
    ]);
    expect(records.at(-1)?.details).toMatchObject({ state: 'Error', event: 'Cancelled' });
  });

  it('is undone while it is under way, as soon as its worker is told', async () => {
    const used = await usedCore(store);
    const id = await requestedDeployment(used);
    const slow = slowConnector();
    const worker = await startedWorker(used, slow, { renewal: 1 << 30 });
    used.core.deployments.changes.on('cancelled', (cancelled) => worker.wakeFor(cancelled));
    await slow.started;
    await cancel(used, id);
    const info = await ended(used, id);
    expect([info.currentState, kindsOf(info)]).toEqual([
      'Error',
      ['Requested', 'Started', 'CancelRequested', 'Cancelled'],
    ]);
    expect(info.eventChain?.at(-1)?.metadata).toEqual({ By: 'a test', Message: 'The DMS is as it was before.' });
  });

  it('is undone by a worker of another process, which sees it when it renews its lease', async () => {
    const used = await usedCore(store);
    const id = await requestedDeployment(used);
    const slow = slowConnector();
    await startedWorker(used, slow);
    await slow.started;
    await cancel(used, id);
    expect(await lastEvent(used, id)).toMatchObject({ kind: 'Cancelled' });
  });

  it('leaves a DMS as it was, also when files are already being put into place', async () => {
    const used = await usedCore(store);
    const disk = stoppingFiles(({ name, path }) => name === 'rename' && path.endsWith('Script_Demo.xml'));
    const parts = { openPackage, files: disk.files, environment: used.environment };
    const id = await requestedDeployment(used);
    await startedWorker(used, new FolderConnector(used.root, parts));
    await disk.stopped;
    await cancel(used, id);
    disk.goOn();
    expect(await lastEvent(used, id)).toMatchObject({ kind: 'Cancelled' });
    expect(await treeOf(used.root)).toEqual({});
  });

  it('succeeds, and says so, when it could not be stopped any more', async () => {
    const used = await usedCore(store);
    const id = await requestedDeployment(used);
    const installed: Connector = {
      name: 'Quick connector',
      recover: async () => false,
      install: async ({ confirmWanted }) => {
        await confirmWanted();
        await cancel(used, id);
      },
    };
    await startedWorker(used, installed, { renewal: 1 << 30 });
    const info = await ended(used, id);
    expect(info.currentState).toBe('Succeeded');
    expect(info.eventChain?.at(-1)?.metadata).toEqual({
      Message: 'a test cancelled it when it could not be stopped any more.',
    });
  });

  it.each([
    ['undone', false, 'Error', 'Cancelled'],
    ['left in place and called so', true, 'Succeeded', 'Succeeded'],
  ])('is %s when its process died on it', async (_what, isInPlace, state, kind) => {
    const used = await usedCore(store);
    const id = await requestedDeployment(used);
    await queueOf(used).claim('a process that died');
    await cancel(used, id);
    expect((await deploymentInfo(used, id)).currentState).toBe('Pending');
    used.environment.advance(lease);
    let recovered = 0;
    const connector = {
      ...slowConnector(),
      recover: async () => {
        recovered += 1;
        return isInPlace;
      },
    };
    await startedWorker(used, connector);
    const info = await ended(used, id);
    expect([info.currentState, kindsOf(info).at(-1), recovered]).toEqual([state, kind, 1]);
  });

  it('ends when it was given back in the meantime', async () => {
    const used = await usedCore(store);
    const id = await requestedDeployment(used);
    await queueOf(used).claim('A');
    await cancel(used, id);
    await queueOf(used).release(id, 'A');
    await startedWorker(used);
    expect(await lastEvent(used, id)).toMatchObject({ kind: 'Cancelled' });
    expect(await treeOf(used.root)).toEqual({});
  });

  it('is first undone when an attempt before may have left something on the DMS that could not be undone yet', async () => {
    const used = await usedCore(store);
    const id = await requestedDeployment(used);
    await queueOf(used).claim('a process that dies');
    used.environment.advance(lease + 1);
    const busy = new KeyServiceError('store-busy', 'The database does not answer', 'Try again.');
    const { promise: givenBack, resolve } = Promise.withResolvers<unknown>();
    const worker = await startedWorker(
      used,
      { ...slowConnector(), recover: () => Promise.reject(busy) },
      { idle: 1 << 30 },
      { onError: resolve },
    );
    await givenBack;
    await worker.stop();
    await cancel(used, id);
    expect((await deploymentInfo(used, id)).currentState).toBe('Pending');
    const undone: string[] = [];
    await startedWorker(used, {
      ...slowConnector(),
      recover: async ({ deploymentId }) => {
        undone.push(deploymentId);
        return false;
      },
    });
    expect((await lastEvent(used, id))?.metadata).toEqual({ By: 'a test', Message: 'The DMS is as it was before.' });
    expect(undone).toEqual([id]);
  });

  it('stays cancelled by the first who asked, and cannot be when it has ended', async () => {
    const used = await usedCore(store);
    const id = await requestedDeployment(used);
    await queueOf(used).claim('A');
    await cancel(used, id);
    await used.core.deployments.cancel({ id, systemId: 'any' }, { ...aTest, name: 'another' });
    const { cancelled_by } = await used.core.db
      .selectFrom('deployments')
      .select('cancelled_by')
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    expect(cancelled_by).toBe('a test');
    used.environment.advance(lease);
    await startedWorker(used);
    await ended(used, id);
    await expect(cancel(used, id)).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringContaining('ended as Error at 2026-11-23T10:00:20.000Z'),
    });
    expect((await recordsOf(used.core, id)).map(({ operation }) => operation)).toEqual([
      'deployment.requested',
      'deployment.cancelled',
      'deployment.ended',
    ]);
  });

  it('is one of the DMS that it was asked of, or there is none', async () => {
    const used = await usedCore(store);
    const id = await requestedDeployment(used);
    const other = await anotherSystem(used);
    await expect(cancel(used, id, other)).rejects.toMatchObject({ code: 'not-found' });
    await expect(cancel(used, 'none')).rejects.toMatchObject({ code: 'not-found' });
    expect((await deploymentInfo(used, id)).currentState).toBe('Pending');
  });

  it('ends once, whoever is faster: those who cancel it or a worker that takes it', async () => {
    const used = await usedCore(store);
    const queue = queueOf(used);
    for (let round = 0; round < 5; round++) {
      const id = await requestedDeployment(used);
      const cancelling = Array.from({ length: 3 }, () => cancel(used, id));
      const [claimed, ...cancels] = await Promise.allSettled([queue.claim('A'), ...cancelling]);
      const isClaimed = claimed.status === 'fulfilled' && claimed.value !== undefined;
      const kinds = kindsOf(await deploymentInfo(used, id));
      expect(kinds.toSorted()).toEqual(
        isClaimed ? ['CancelRequested', 'Requested', 'Started'] : ['Cancelled', 'Requested'],
      );
      expect(cancels.filter(({ status }) => status === 'fulfilled')).toHaveLength(isClaimed ? 3 : 1);
      if (!isClaimed) continue;
      expect(await queue.renew(id, 'A')).toBe('cancelled');
      await queue.end(id, 'A', (by) => cancelled(by, false));
    }
  });
});
