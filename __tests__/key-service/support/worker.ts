import { setTimeout as wait } from 'node:timers/promises';
import type { DeploymentInfo } from '../../../src/contract/schemas.ts';
import { DeploymentQueue } from '../../../src/key-service/deployments/deployment-queue.ts';
import {
  DeploymentWorker,
  type WorkerParts,
  type WorkerTimes,
} from '../../../src/key-service/deployments/deployment-worker.ts';
import type { Connector, InstallJob } from '../../../src/key-service/dms/connector.ts';
import { kindOf } from '../../../src/key-service/dms/connector-kinds.ts';
import type { UsedCore } from './core.ts';
import { deploymentInfo } from './deployment.ts';
import { temporaryFolder } from './folder.ts';
import { eventually } from './service.ts';

/** How long a test's worker holds what it has taken without renewing, in milliseconds. */
export const lease = 20_000;

/** Times with which nothing comes to its limit, and renewals come quickly. */
export const patientTimes: WorkerTimes = { renewal: 5, idle: 5, limit: 60_000, patience: 60_000 };

const workers: DeploymentWorker[] = [];

afterEach(async () => {
  for (const worker of workers.splice(0)) await worker.stop();
});

export function queueOf({ core }: UsedCore): DeploymentQueue {
  return new DeploymentQueue(core, lease);
}

/** A worker on the queue of the test; stopped after the test. */
export async function startedWorker(
  used: UsedCore,
  connector?: Connector,
  times: Partial<WorkerTimes> = {},
  others: Partial<WorkerParts> = {},
): Promise<DeploymentWorker> {
  const { core, environment } = used;
  const parts: WorkerParts = {
    queue: queueOf(used),
    artifacts: core.artifacts,
    connectorFor: (settings) => connector ?? kindOf(settings).connector(settings, environment),
    workFolder: await temporaryFolder(),
    hanging: new Set(),
    onError: (error: unknown) => {
      throw error;
    },
    onFailure: () => undefined,
    ...others,
  };
  const worker = new DeploymentWorker(environment.newId(), parts, { ...patientTimes, ...times });
  workers.push(worker);
  worker.start();
  return worker;
}

/** A connector that installs nothing until it is told to stop, like a DMS that takes its time. */
export function slowConnector(): Connector & { readonly started: Promise<InstallJob> } {
  const { promise, resolve } = Promise.withResolvers<InstallJob>();
  return {
    name: 'Slow connector',
    started: promise,
    recover: async () => false,
    install: async (job) => {
      resolve(job);
      await wait(1 << 30, undefined, { signal: job.signal }).catch(() => job.signal.throwIfAborted());
    },
  };
}

/** What became of a deployment, once it has ended. */
export async function ended(used: UsedCore, id: string): Promise<DeploymentInfo> {
  return await eventually(async () => {
    const info = await deploymentInfo(used, id);
    return info.currentState !== 'Pending' && info;
  });
}
