import { mkdir, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { JobLog } from '../../src/deployment/job-log.ts';
import { packageFromFile, packageFromSolution } from '../../src/deployment/package-source.ts';
import type { Places } from '../../src/deployment/places.ts';
import type { SolutionSource } from '../../src/deployment/plan.ts';

const example = resolve('examples/hello-dataminer');
const source: SolutionSource = {
  kind: 'solution',
  path: example,
  name: undefined,
  packageVersion: '1.0.0',
  uploadVersion: '1.0.0',
  installer: 'omit',
};
const log: JobLog = { step: (_, run) => run(), info: () => {}, warning: () => {}, debug: () => {}, progress: () => {} };

let folder: string;
let places: Places;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'package-source-'));
  const temporaryFolder = join(folder, 'temp');
  await mkdir(temporaryFolder);
  places = {
    workingFolder: folder,
    workspace: undefined,
    temporaryFolder,
    packageOutput: undefined,
    nuget: { sources: [], offline: true, env: {}, home: folder },
    packageTime: new Date('1980-01-01T00:00:00Z'),
  };
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const tools = (keep: boolean) => ({ log, signal: new AbortController().signal, keep });

describe('the package of a job', () => {
  it('bears the name of the solution unless it is given one', async () => {
    expect((await packageFromSolution(source, places, tools(false))).made.name).toBe('HelloDataMiner');
    const named = await packageFromSolution({ ...source, name: 'Mine' }, places, tools(false));
    expect(named.made.name).toBe('Mine');
  });

  it('is discarded with its folder when the job is over', async () => {
    const { discard } = await packageFromSolution(source, places, tools(false));
    expect(await readdir(places.temporaryFolder)).toHaveLength(1);
    await discard();
    expect(await readdir(places.temporaryFolder)).toEqual([]);
  });

  it('stays when it is wanted', async () => {
    const { made, discard } = await packageFromSolution(source, places, tools(true));
    await discard();
    expect(
      await packageFromFile({ kind: 'ready', path: made.file, name: undefined, uploadVersion: undefined }, places),
    ).toMatchObject({
      name: 'HelloDataMiner',
      version: '1.0.0',
      sha256: made.sha256,
      scripts: made.scripts.map(({ name, entry }) => ({ name, entry })),
    });
  });

  it('is not made when the temporary folder cannot be written to, which the message names', async () => {
    const temporaryFolder = join(folder, 'missing');
    const making = packageFromSolution(source, { ...places, temporaryFolder }, tools(false));
    await expect(making).rejects.toMatchObject({
      code: 'output-not-writable',
      where: temporaryFolder,
      next: expect.stringContaining('RUNNER_TEMP'),
    });
  });

  it('leaves nothing behind when it cannot be made', async () => {
    const broken = join(folder, 'Broken.sln');
    await writeFile(broken, 'no solution at all');
    await expect(packageFromSolution({ ...source, path: broken }, places, tools(false))).rejects.toThrow();
    expect(await readdir(places.temporaryFolder)).toEqual([]);
  });

  it('is not made of a solution outside the workspace, nor of one that a link leads out to', async () => {
    const workspace = join(folder, 'workspace');
    await mkdir(workspace);
    await symlink(example, join(workspace, 'link'));
    const bound = { ...places, workspace, workingFolder: workspace };
    for (const path of [example, 'link', '../..']) {
      await expect(packageFromSolution({ ...source, path }, bound, tools(false))).rejects.toMatchObject({
        code: 'outside-root',
      });
    }
  });

  it('may lie ready in the temporary folder of the runner, but nowhere else outside the workspace', async () => {
    const { made } = await packageFromSolution(source, places, tools(true));
    const bound = { ...places, workspace: join(folder, 'workspace') };
    await mkdir(bound.workspace);
    const ready = { kind: 'ready', path: made.file, name: undefined, uploadVersion: undefined } as const;
    await expect(packageFromFile(ready, bound)).resolves.toMatchObject({ name: 'HelloDataMiner' });
    for (const root of [bound.workspace, join(folder, 'missing')]) {
      const elsewhere = { ...bound, workspace: root, temporaryFolder: root };
      await expect(packageFromFile(ready, elsewhere)).rejects.toMatchObject({ code: 'outside-root' });
    }
  });
});
