import { failed, succeeded } from '../../../src/key-service/deployments/deployment-ending.ts';
import { atTheMachine, usedCore } from '../support/core.ts';
import { anotherSystem, deploymentInfo, kindsOf, requestedDeployment } from '../support/deployment.ts';
import { temporaryFolder } from '../support/folder.ts';
import { onEveryStore } from '../support/stores.ts';
import { lease, queueOf } from '../support/worker.ts';

const event = { context: 'test', kind: 'Seen', metadata: {} };

onEveryStore('the queue of deployments', (store) => {
  it('gives a DMS its deployments one at a time, in the order of the requests', async () => {
    const used = await usedCore(store);
    const queue = queueOf(used);
    const [first, second] = [await requestedDeployment(used), await requestedDeployment(used)];
    expect(await queue.claim('A')).toMatchObject({ id: first, attempt: 1 });
    expect(await queue.claim('B')).toBeUndefined();
    await queue.end(first, 'A', succeeded);
    expect(await queue.claim('B')).toMatchObject({ id: second });
    expect((await deploymentInfo(used, first)).currentState).toBe('Succeeded');
  });

  it('keeps the order of requests that come at the same moment', async () => {
    const used = await usedCore(store);
    const ids = await Promise.all(Array.from({ length: 8 }, () => requestedDeployment(used)));
    const rows = await used.core.db.selectFrom('deployments').select(['id', 'position']).orderBy('position').execute();
    expect(rows.map(({ position }) => position)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(rows.map(({ id }) => id).sort()).toEqual(ids.sort());
  });

  it('lets DMSs not wait for one another', async () => {
    const used = await usedCore(store);
    const queue = queueOf(used);
    const mine = await requestedDeployment(used);
    const theirs = await requestedDeployment(used, undefined, await anotherSystem(used));
    const claimed = [await queue.claim('A'), await queue.claim('B')].map((deployment) => deployment?.id);
    expect(claimed.sort()).toEqual([mine, theirs].sort());
  });

  it('gives one deployment to one of many who ask at once', async () => {
    const used = await usedCore(store);
    await requestedDeployment(used);
    const claims = await Promise.all(Array.from({ length: 8 }, (_, index) => queueOf(used).claim(`worker ${index}`)));
    expect(claims.filter((claim) => claim !== undefined)).toHaveLength(1);
  });

  it('leaves nobody without, while there are deployments for all who ask at once', async () => {
    const used = await usedCore(store);
    const systems = [used.systemId, await anotherSystem(used), await anotherSystem(used), await anotherSystem(used)];
    const ids = await Promise.all(systems.map((systemId) => requestedDeployment(used, undefined, systemId)));
    const claims = await Promise.all(systems.map((_, index) => queueOf(used).claim(`worker ${index}`)));
    expect(claims.map((claim) => claim?.id).sort()).toEqual(ids.sort());
  });

  it('adds events that come at the same moment one after another', async () => {
    const used = await usedCore(store);
    const queue = queueOf(used);
    const id = await requestedDeployment(used);
    await queue.claim('A');
    const progress = { ...event, kind: 'Progress' };
    const reports = await Promise.all(Array.from({ length: 8 }, () => queue.report(id, 'A', progress)));
    expect(new Set(reports)).toEqual(new Set(['held']));
    expect(kindsOf(await deploymentInfo(used, id))).toEqual(['Requested', 'Started', ...Array(8).fill('Progress')]);
  });

  it('gives a deployment to another when its holder no longer renews, and the first one loses all say', async () => {
    const used = await usedCore(store);
    const queue = queueOf(used);
    const id = await requestedDeployment(used);
    await queue.claim('A');
    used.environment.advance(lease - 1);
    expect(await queue.claim('B')).toBeUndefined();
    expect(await queue.renew(id, 'A')).toBe('held');
    used.environment.advance(lease - 1);
    expect(await queue.claim('B')).toBeUndefined();
    used.environment.advance(1);
    expect(await queue.claim('B')).toMatchObject({ id, attempt: 2 });

    expect(await queue.renew(id, 'A')).toBe('lost');
    await queue.release(id, 'A');
    expect(await queue.report(id, 'A', event)).toBe('lost');
    expect(await queue.end(id, 'A', succeeded)).toBe(false);
    const info = await deploymentInfo(used, id);
    expect(info.currentState).toBe('Pending');
    expect(kindsOf(info)).toEqual(['Requested', 'Started', 'Resumed']);
  });

  it('gives a deployment to another when the clock was set back behind the lease of a holder that has gone', async () => {
    const used = await usedCore(store);
    const queue = queueOf(used);
    const id = await requestedDeployment(used);
    await queue.claim('A');
    used.environment.advance(-30_000);
    expect(await queue.claim('B')).toBeUndefined();
    used.environment.advance(-60 * 60_000);
    expect(await queue.claim('B')).toMatchObject({ id, attempt: 2 });
  });

  it('takes a deployment back to its old place, without counting the attempt', async () => {
    const used = await usedCore(store);
    const queue = queueOf(used);
    const [first] = [await requestedDeployment(used), await requestedDeployment(used)];
    await queue.claim('A');
    await queue.release(first, 'A');
    expect(await queue.claim('B')).toMatchObject({ id: first, attempt: 1 });
  });

  it('never changes a deployment that has ended', async () => {
    const used = await usedCore(store);
    const queue = queueOf(used);
    const id = await requestedDeployment(used);
    await queue.claim('A');
    await queue.end(id, 'A', () => failed(new Error('it did not work')));
    expect(await queue.report(id, 'A', event)).toBe('lost');
    expect(await queue.end(id, 'A', succeeded)).toBe(false);
    expect((await deploymentInfo(used, id)).currentState).toBe('Error');
  });

  it('keeps to the way to a DMS in which a deployment was begun, and goes the new way with the next one', async () => {
    const used = await usedCore(store);
    const queue = queueOf(used);
    const [first] = [await requestedDeployment(used), await requestedDeployment(used)];
    const before = { type: 'folder', folder: used.root };
    expect((await queue.claim('A'))?.settings).toEqual(before);
    const after = { type: 'folder', folder: await temporaryFolder() } as const;
    await used.core.systems.change(used.systemId, { connector: after }, atTheMachine);
    used.environment.advance(lease);
    expect(await queue.claim('B')).toMatchObject({ attempt: 2, settings: before });
    await queue.end(first, 'B', succeeded);
    expect((await queue.claim('C'))?.settings).toEqual(after);
  });

  it('goes the new way with a deployment of which nothing had been begun', async () => {
    const used = await usedCore(store);
    const queue = queueOf(used);
    const id = await requestedDeployment(used);
    await queue.claim('A');
    await queue.release(id, 'A');
    const after = { type: 'folder', folder: await temporaryFolder() } as const;
    await used.core.systems.change(used.systemId, { connector: after }, atTheMachine);
    expect((await queue.claim('B'))?.settings).toEqual(after);
  });
});
