import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { jest } from '@jest/globals';
import { build } from 'esbuild';
import { openKeyServiceCore } from '../../../src/key-service/key-service-core.ts';
import { type UsedCore, usedCore } from '../support/core.ts';
import { aTest, recordsOf } from '../support/custodian.ts';
import { deploymentInfo, kindsOf, requestedDeployment } from '../support/deployment.ts';
import { testEnvironment } from '../support/environment.ts';
import { temporaryFolder, treeOf } from '../support/folder.ts';
import { packageBytes } from '../support/package.ts';
import { sqlite } from '../support/stores.ts';
import { ended, lease, startedWorker } from '../support/worker.ts';

// Thirty processes, one after another; with EVERY_STEP=1, twelve times as many.
jest.setTimeout(600_000);

/** Each of the four tests kills at every twelfth step, beginning at another one, and at the last. */
const stride = process.env.EVERY_STEP === undefined ? 12 : 1;

const entries = {
  'AppInfo.xml': '<AppInfo><Name>Demo</Name><Version>1.0.1</Version></AppInfo>',
  'AppInstallContent\\Scripts\\Demo\\Script_Demo.xml': 'new script',
  'AppInstallContent\\CompanionFiles\\Skyline DataMiner\\Documents\\Demo\\Manual.txt': 'manual',
};

const scenarios = [
  { what: 'installs a package for the first time', prepare: async () => undefined, first: 0 },
  { what: 'replaces one by another', prepare: olderVersion, first: 6 },
];

async function olderVersion(root: string): Promise<void> {
  await mkdir(join(root, 'Scripts'));
  await writeFile(join(root, 'Scripts', 'Script_Demo.xml'), 'old script');
  await writeFile(join(root, 'Scripts', 'Script_Other.xml'), 'other script');
  const installed = join(root, 'AppPackages', 'Installed', 'Demo.1.0.1');
  await mkdir(installed, { recursive: true });
  await writeFile(join(installed, 'InstalledFiles.json'), '{"deploymentId":"x"}');
}

/** The program of a worker that dies, in one file, so that it starts quickly. */
async function dyingWorker(): Promise<string> {
  const program = join(await temporaryFolder(), 'dying-worker.mjs');
  await build({
    entryPoints: [new URL('../support/dying-worker.ts', import.meta.url).pathname],
    bundle: true,
    platform: 'node',
    format: 'esm',
    outfile: program,
    external: ['pg-native'],
    banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
    logLevel: 'error',
  });
  return program;
}

/** A store with one deployment in its queue, and the DMS that it goes to. */
async function store(prepare: (root: string) => Promise<unknown>) {
  const used = await usedCore(sqlite);
  await prepare(used.root);
  const id = await requestedDeployment(used, await packageBytes(entries));
  await used.core.close();
  const folder = await temporaryFolder();
  const [dataBefore, rootBefore] = [join(folder, 'data'), join(folder, 'root')];
  await cp(used.dataFolder, dataBefore, { recursive: true });
  await cp(used.root, rootBefore, { recursive: true });
  return {
    ...used,
    id,
    workFolder: join(folder, 'work'),
    /** Puts everything back to before the deployment. */
    reset: async () => {
      await restore(dataBefore, used.dataFolder);
      await restore(rootBefore, used.root);
    },
  };
}

async function restore(from: string, to: string): Promise<void> {
  for (const name of await readdir(to)) await rm(join(to, name), { recursive: true });
  await cp(from, to, { recursive: true });
}

/** Runs the worker until it dies, or gets through; then it has told its number of steps. */
async function run(program: string, used: Awaited<ReturnType<typeof store>>, dieBefore: number): Promise<number> {
  const given = {
    dataFolder: used.dataFolder,
    workFolder: used.workFolder,
    now: used.environment.now(),
    lease,
    dieBefore,
  };
  const child = spawn(process.execPath, [program, JSON.stringify(given)], { stdio: ['ignore', 'pipe', 'inherit'] });
  const printed = text(child.stdout);
  const [exitCode, signal] = await once(child, 'close');
  if (signal === 'SIGKILL') return Number.NaN;
  if (exitCode !== 0) throw new Error(`the worker failed with ${exitCode}`);
  return Number(await printed);
}

/** What the next process makes of it, once the lease is over. */
async function takenUp(used: UsedCore & { id: string; workFolder: string }, isCancelled: boolean) {
  const environment = testEnvironment(used.environment.now() + lease);
  const core = await openKeyServiceCore({ dataFolder: used.dataFolder }, environment);
  const again = { ...used, core, environment };
  const state = (await deploymentInfo(again, used.id)).currentState;
  if (isCancelled && state === 'Pending') await core.deployments.cancel({ id: used.id, systemId: 'any' }, aTest);
  const worker = await startedWorker(again, undefined, {}, { workFolder: used.workFolder });
  const info = await ended(again, used.id);
  await worker.stop();
  const records = await recordsOf(core, used.id);
  await core.close();
  return { state: info.currentState, last: kindsOf(info).at(-1), records: records.map(({ operation }) => operation) };
}

let program: string;

beforeAll(async () => {
  program = await dyingWorker();
});

describe.each(scenarios)('a process that is killed while it $what', ({ prepare, first }) => {
  it.each([
    ['', false, 0],
    [' and cancelled afterwards', true, 3],
  ])(
    'leaves the old or the new state, wherever it was killed%s, and the chain says which',
    async (_how, isCancelled, later) => {
      const used = await store(prepare);
      const oldTree = await treeOf(used.root);
      const steps = await run(program, used, -1);
      const newTree = {
        ...(await treeOf(used.root)),
        'AppPackages/Installed/Demo.1.0.1/InstalledFiles.json': expect.stringContaining(used.id),
      };
      expect(newTree).toMatchObject({ 'Scripts/Script_Demo.xml': 'new script', 'Documents/Demo/Manual.txt': 'manual' });
      expect(steps).toBeGreaterThan(60);

      const outcomes = { Succeeded: 0, Cancelled: 0 };
      for (let next = (first + later) % stride; next < steps + stride - 1; next += stride) {
        const step = Math.min(next, steps - 1);
        await used.reset();
        expect(await run(program, used, step)).toBeNaN();
        const { state, last, records } = await takenUp(used, isCancelled);
        expect({ step, state }).toEqual({ step, state: last === 'Succeeded' ? 'Succeeded' : 'Error' });
        outcomes[last as keyof typeof outcomes] += 1;
        expect({ step, tree: await treeOf(used.root) }).toEqual({
          step,
          tree: state === 'Succeeded' ? newTree : oldTree,
        });
        expect(records.filter((operation) => operation === 'deployment.ended')).toHaveLength(1);
        expect({ step, left: await readdir(used.workFolder) }).toEqual({ step, left: [] });
      }
      expect(outcomes.Succeeded).toBeGreaterThan(0);
      if (isCancelled) expect(outcomes.Cancelled).toBeGreaterThan(outcomes.Succeeded);
      else expect(outcomes.Cancelled).toBe(0);
    },
  );
});
