import type { FileHandle } from 'node:fs/promises';
import { mkdir } from 'node:fs/promises';
import { DeploymentQueue } from '../../../src/key-service/deployments/deployment-queue.ts';
import { DeploymentWorker } from '../../../src/key-service/deployments/deployment-worker.ts';
import { type FileSystem, systemFiles } from '../../../src/key-service/dms/file-system.ts';
import { FolderConnector } from '../../../src/key-service/dms/folder-connector.ts';
import { systemEnvironment } from '../../../src/key-service/environment.ts';
import { openKeyServiceCore } from '../../../src/key-service/key-service-core.ts';
import { openPackage } from '../../../src/packaging/dmapp/read-package.ts';

/**
 * A program: a process with a worker that carries out the deployment of a store, and that is killed, as by `kill -9`, right before
 * one of its steps. Steps are the operations of the disk where the DMS is, also those on open files, and what is asked of the
 * queue and of the stored package. When it gets through, it prints the number of steps.
 */
interface Given {
  readonly dataFolder: string;
  readonly workFolder: string;
  /** The time at which the clock stands still. */
  readonly now: number;
  readonly lease: number;
  /** The number of the step; none is reached by -1. */
  readonly dieBefore: number;
}

const given = JSON.parse(process.argv[2] ?? '') as Given;
let steps = 0;

async function step(): Promise<void> {
  if (steps++ !== given.dieBefore) return;
  process.kill(process.pid, 'SIGKILL');
  await new Promise(() => undefined);
}

/** The same with a step before each call of these methods. */
function stepping<Target extends object>(
  target: Target,
  methods: readonly (keyof Target)[],
  wrap: (result: unknown) => unknown = (result) => result,
): Target {
  return new Proxy(target, {
    get: (_, name) => {
      const member = Reflect.get(target, name, target);
      if (typeof member !== 'function') return member;
      if (!methods.includes(name as keyof Target)) return member.bind(target);
      return async (...parameters: unknown[]) => {
        await step();
        return wrap(await member.apply(target, parameters));
      };
    },
  });
}

const files: FileSystem = stepping(systemFiles, Object.keys(systemFiles) as (keyof FileSystem)[], (result) =>
  isHandle(result) ? stepping(result, ['writeFile', 'chmod', 'sync', 'close']) : result,
);

function isHandle(result: unknown): result is FileHandle {
  return typeof result === 'object' && result !== null && 'fd' in result;
}

const environment = { ...systemEnvironment, now: () => given.now };
const core = await openKeyServiceCore({ dataFolder: given.dataFolder }, environment);
await mkdir(given.workFolder, { recursive: true });
const parts = {
  queue: stepping(new DeploymentQueue(core, given.lease), ['claim', 'renew', 'report', 'end']),
  artifacts: stepping(core.artifacts, ['copyTo']),
  connectorFor: ({ folder }: { folder: string }) => new FolderConnector(folder, { openPackage, files, environment }),
  workFolder: given.workFolder,
  hanging: new Set<string>(),
  onError: (error: unknown) => {
    throw error;
  },
  onFailure: () => undefined,
};
const times = { renewal: 1 << 30, idle: 1, limit: 60_000, patience: 60_000 };
const worker = new DeploymentWorker('a process that dies', parts, times);
worker.start();
for (;;) {
  const { state } = await core.db.selectFrom('deployments').select('state').executeTakeFirstOrThrow();
  if (state !== 'Pending') break;
  await new Promise((resolve) => setTimeout(resolve, 1));
}
process.stdout.write(`${steps}\n`);
await worker.stop();
await core.close();
