import { setTimeout as wait } from 'node:timers/promises';
import { DeploymentQueue } from '../../../src/key-service/deployments/deployment-queue.ts';
import {
  DeploymentWorker,
  type WorkerParts,
  type WorkerTimes,
} from '../../../src/key-service/deployments/deployment-worker.ts';
import type { Connector, InstallJob } from '../../../src/key-service/dms/connector.ts';
import { kindOf } from '../../../src/key-service/dms/connector-kinds.ts';
import { type UsedCore, usedCore } from '../support/core.ts';
import { deploymentInfo, kindsOf, requestedDeployment } from '../support/deployment.ts';
import { temporaryFolder, treeOf } from '../support/folder.ts';
import { demoEntries, packageBytes } from '../support/package.ts';
import { eventually } from '../support/service.ts';
import { onEveryStore } from '../support/stores.ts';

const lease = 20_000;
const patientTimes: WorkerTimes = { renewal: 5, idle: 5, limit: 60_000, patience: 60_000 };
const workers: DeploymentWorker[] = [];

afterEach(async () => {
  for (const worker of workers.splice(0)) await worker.stop();
});

async function startedWorker(
  used: UsedCore,
  connector?: Connector,
  times = patientTimes,
  others: Partial<WorkerParts> = {},
): Promise<DeploymentWorker> {
  const { core, environment } = used;
  const parts: WorkerParts = {
    queue: new DeploymentQueue(core, lease),
    artifacts: core.artifacts,
    connectorFor: (settings) => connector ?? kindOf(settings).connector(settings, environment),
    workFolder: await temporaryFolder(),
    hanging: new Set(),
    onError: (error: unknown) => {
      throw error;
    },
    ...others,
  };
  const worker = new DeploymentWorker(environment.newId(), parts, times);
  workers.push(worker);
  worker.start();
  return worker;
}

/** A connector that hangs until it is told to stop, like a DMS that does not answer. */
function hangingConnector(): Connector & { readonly started: Promise<InstallJob> } {
  const { promise, resolve } = Promise.withResolvers<InstallJob>();
  return {
    name: 'Hanging connector',
    started: promise,
    recover: async () => false,
    install: async (job) => {
      resolve(job);
      await wait(1 << 30, undefined, { signal: job.signal }).catch(() => job.signal.throwIfAborted());
    },
  };
}

async function ended(used: UsedCore, id: string) {
  return await eventually(async () => {
    const info = await deploymentInfo(used, id);
    return info.currentState !== 'Pending' && info;
  });
}

onEveryStore('a worker', (store) => {
  it('installs what is in the queue, then what is put there', async () => {
    const used = await usedCore(store);
    const first = await requestedDeployment(used);
    const worker = await startedWorker(used, undefined, { ...patientTimes, idle: 1 << 30 });
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

  it('takes up the deployment of a process that died', async () => {
    const used = await usedCore(store);
    const id = await requestedDeployment(used);
    const dead = new DeploymentQueue(used.core, lease);
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
    const dying = new DeploymentQueue(used.core, lease);
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
    const queue = new DeploymentQueue(used.core, lease);
    const end = queue.end.bind(queue);
    let lost = 0;
    queue.end = async (...given) => {
      if (lost++ === 0) throw new Error('the disk is full');
      return await end(...given);
    };
    const onError = () => used.environment.advance(lease);
    await startedWorker(used, undefined, { ...patientTimes, renewal: 60_000 }, { queue, onError });
    const info = await ended(used, id);
    expect(info.currentState).toBe('Succeeded');
    expect(kindsOf(info)).toEqual(['Requested', 'Started', 'Installing', 'Resumed', 'Succeeded']);
  });

  it('gives back what it has not finished when it is stopped', async () => {
    const used = await usedCore(store);
    const id = await requestedDeployment(used);
    const hanging = hangingConnector();
    const worker = await startedWorker(used, hanging);
    await hanging.started;
    await worker.stop();
    expect((await deploymentInfo(used, id)).currentState).toBe('Pending');
    await startedWorker(used);
    expect((await ended(used, id)).currentState).toBe('Succeeded');
  });

  it('keeps its lease while it works, however long that takes', async () => {
    const used = await usedCore(store);
    const id = await requestedDeployment(used);
    const hanging = hangingConnector();
    await startedWorker(used, hanging);
    await hanging.started;
    const leaseEnd = async () =>
      (await used.core.db.selectFrom('deployments').select('lease_until').where('id', '=', id).executeTakeFirst())
        ?.lease_until ?? 0;
    for (let round = 0; round < 5; round++) {
      used.environment.advance(lease - 1);
      await eventually(async () => (await leaseEnd()) === used.environment.now() + lease);
    }
    expect(await new DeploymentQueue(used.core, lease).claim('another')).toBeUndefined();
  });

  it('stops at once when another has taken its deployment over', async () => {
    const used = await usedCore(store);
    const id = await requestedDeployment(used);
    const hanging = hangingConnector();
    await startedWorker(used, hanging);
    const { signal, confirmTurn } = await hanging.started;
    await confirmTurn();
    await used.core.db.updateTable('deployments').set({ lease_owner: 'another' }).where('id', '=', id).execute();
    await expect(confirmTurn()).rejects.toThrow();
    await eventually(async () => signal.aborted);
    expect((await deploymentInfo(used, id)).currentState).toBe('Pending');
  });

  it('ends an installation that takes too long as Timeout', async () => {
    const used = await usedCore(store);
    const id = await requestedDeployment(used);
    await startedWorker(used, hangingConnector(), { ...patientTimes, limit: 20 });
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
});
