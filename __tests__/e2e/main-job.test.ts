import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Files, marked, scriptText, slnText, smallSolution, writeFiles } from '../packaging/temporary-solution.ts';
import {
  annotations,
  cliJson,
  filesBelow,
  type KeySet,
  runAction,
  runCli,
  startTestService,
  type TestService,
} from '../support/processes.ts';

// A real key service process, the committed bundle, the example solution, a DMS that is a folder.

type KeySetView = { id: string; slots: Record<'primary' | 'secondary', { lastUsedAt: string | null }> };

let folder: string;
let service: TestService;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'main-job-'));
  service = await startTestService(folder);
}, 60_000);
afterAll(async () => {
  const { exitCode } = await service.stop();
  await rm(folder, { recursive: true, force: true });
  expect(exitCode).toBe(0);
});

const inputsOf = ({ primary, secondary }: KeySet) => ({ 'primary-key': primary, 'secondary-key': secondary });
const example = { 'solution-path': 'examples/hello-dataminer', installer: 'omit' };

async function newKeySet(label: string): Promise<KeySet> {
  return await service.admin<KeySet>('create-key', '--system', service.systemId, '--label', label);
}

async function act(inputs: Record<string, string>) {
  return await runAction({ ...inputsOf(service.keys), 'service-url': service.url, ...inputs }, folder);
}

/** Asks until there is an answer: usage is written in batches, off the path of the calls. */
async function eventually<Value>(ask: () => Promise<Value | null | undefined>): Promise<Value> {
  for (;;) {
    const value = await ask();
    if (value !== null && value !== undefined) return value;
  }
}

describe('the main job', () => {
  it('brings the scripts of a solution onto the DMS', async () => {
    const run = await act({ ...example, version: '1.0.0' });
    expect(run).toMatchObject({ exitCode: 0, stderr: '' });
    expect(run.outputs).toMatchObject({
      'artifact-id': expect.stringMatching(/^dmscript\//),
      'deployment-state': 'Succeeded',
      'key-slot': 'primary',
      'key-label': 'pipelines',
      'package-version': '1.0.0',
      'package-sha256': expect.stringMatching(/^[0-9a-f]{64}$/),
      'package-path': '',
    });
    expect(run.outputs.ARTIFACT_ID).toBe(run.outputs['artifact-id']);
    expect(await filesBelow(service.dmsFolder)).toEqual([
      'AppPackages/Installed/HelloDataMiner.1.0.0/AppInfo.xml',
      'AppPackages/Installed/HelloDataMiner.1.0.0/Description.txt',
      'AppPackages/Installed/HelloDataMiner.1.0.0/InstalledFiles.json',
      'Scripts/Script_Elements In Timeout.xml',
      'Scripts/Script_Hello DataMiner.xml',
    ]);
    const script = await readFile(join(service.dmsFolder, 'Scripts/Script_Hello DataMiner.xml'), 'utf8');
    expect(script).not.toContain('[Project:');
    expect(script).toContain('public class Script');
  }, 30_000);

  it('masks the keys before it prints anything else', async () => {
    const run = await act({ stage: 'Validate' });
    const lines = run.stdout.split('\n');
    const firstOther = lines.findIndex((line) => line !== '' && !line.startsWith('::add-mask::'));
    expect(lines.slice(0, firstOther)).toEqual(
      expect.arrayContaining([`::add-mask::${service.keys.primary}`, `::add-mask::${service.keys.secondary}`]),
    );
    expect(lines.slice(firstOther).join('\n')).not.toContain('::add-mask::');
  });

  it('uploads now and deploys later', async () => {
    const upload = await act({ ...example, stage: 'Upload', 'build-number': '7' });
    expect(upload.outputs).toMatchObject({ 'package-version': '0.0.0-CU7', 'deployment-id': '' });
    const deploy = await act({ stage: 'Deploy', 'artifact-id': upload.outputs['artifact-id'] ?? '' });
    expect(deploy.outputs['deployment-state']).toBe('Succeeded');
    expect(await filesBelow(service.dmsFolder)).toContain('AppPackages/Installed/HelloDataMiner.0.0.0-CU7/AppInfo.xml');
  }, 30_000);

  it('packages without a key and leaves the package, which can be uploaded as it is', async () => {
    const made = await runAction({ ...example, stage: 'Package', version: '2.0.0' }, folder);
    expect(made.exitCode).toBe(0);
    const file = made.outputs['package-path'] ?? '';
    const deployed = await runAction(
      { ...inputsOf(service.keys), 'service-url': service.url, 'package-path': file },
      folder,
      {
        GITHUB_WORKSPACE: folder,
      },
    );
    expect(deployed.outputs).toMatchObject({
      'deployment-state': 'Succeeded',
      'package-sha256': made.outputs['package-sha256'],
      'package-version': '2.0.0',
    });
  }, 30_000);

  it('sends nothing in a dry run', async () => {
    const run = await act({ ...example, version: '9.9.9', 'dry-run': 'true' });
    expect(run.exitCode).toBe(0);
    expect(run.outputs).toMatchObject({ 'artifact-id': '', 'deployment-state': '', 'package-version': '9.9.9' });
    expect((await filesBelow(service.dmsFolder)).join()).not.toContain('9.9.9');
  });

  it('proves an idle key with stage Validate, and the service notes its use', async () => {
    const keys = await newKeySet('idle');
    const secondary = async () => {
      const { items } = await service.admin<{ items: KeySetView[] }>('list-keys', '--system', service.systemId);
      return items.find(({ id }) => id === keys.id)?.slots.secondary.lastUsedAt;
    };
    expect(await secondary()).toBeNull();
    const run = await act({ ...inputsOf(keys), stage: 'Validate' });
    expect(run.exitCode).toBe(0);
    expect(run.summary).toMatch(/Key, primary \| accepted[\s\S]*Key, secondary \| accepted/);
    expect(await eventually(secondary)).toMatch(/^20/);
  }, 30_000);

  it('gives the same package bytes every time, from the action and from the command line', async () => {
    const run = await act({ ...example, stage: 'Package', version: '3.0.0' });
    const output = join(folder, 'cli.dmapp');
    const args = ['package', '--solution', 'examples/hello-dataminer', '--version', '3.0.0', '--output', output];
    const packaged = await cliJson<{ sha256: string }>([...args, '--installer', 'omit']);
    expect(packaged.sha256).toBe(run.outputs['package-sha256']);
  }, 30_000);

  it('tells the keys apart on the command line, with the exit code of the action', async () => {
    const environment = { DATAMINER_PRIMARY_KEY: service.keys.primary, DATAMINER_SECONDARY_KEY: 'no-such-key-at-all' };
    const args = ['keys', 'check', '--service-url', service.url, '--json'];
    const one = await runCli(args, environment);
    expect(one.exitCode).toBe(0);
    expect(JSON.parse(one.stdout)).toMatchObject({
      slots: [
        { slot: 'primary', result: 'accepted' },
        { slot: 'secondary', result: 'rejected', reason: expect.stringContaining('403') },
      ],
      usable: true,
    });
    const none = await runCli(args, { DATAMINER_PRIMARY_KEY: 'no-such-key-at-all' });
    expect(none.exitCode).toBe(8);
    expect(JSON.parse(none.stdout)).toMatchObject({ usable: false });
  });

  it('deploys from the command line as the action does', async () => {
    const args = ['deploy', '--solution-path', 'examples/hello-dataminer', '--version', '4.0.0', '--installer', 'omit'];
    const run = await runCli([...args, '--service-url', service.url, '--json'], {
      DATAMINER_PRIMARY_KEY: service.keys.primary,
    });
    expect(run.exitCode).toBe(0);
    expect(JSON.parse(run.stdout)).toMatchObject({ 'deployment-state': 'Succeeded', 'package-version': '4.0.0' });
  }, 30_000);

  it('goes on deploying while the keys are rotated, and stops when both are gone', async () => {
    const keys = await newKeySet('rotating');
    const confirmed = ['--set', keys.id, '--confirm', keys.label];
    await service.admin('regenerate', '--slot', 'primary', ...confirmed);
    const during = await act({ ...inputsOf(keys), ...example, version: '5.0.0' });
    expect(during.exitCode).toBe(0);
    expect(during.outputs).toMatchObject({ 'key-slot': 'secondary', 'rotation-needed': 'true' });
    expect(annotations(during, 'warning')).toEqual([expect.stringContaining('primary key was rejected')]);

    await service.admin('revoke', ...confirmed);
    const after = await act({ ...inputsOf(keys), ...example, version: '5.0.1' });
    expect(after.exitCode).toBe(8);
    expect(annotations(after, 'error')).toHaveLength(1);
  }, 60_000);
});

describe('a solution that cannot be packaged', () => {
  const solutions: Record<string, Files> = {
    two: { 'One.sln': slnText({}), 'Two.sln': slnText({}) },
    'no scripts': { 'S.sln': slnText({}) },
    'unknown project': { ...smallSolution(), 'A.xml': scriptText('A', marked('Elsewhere')) },
    malformed: { ...smallSolution(), 'A.xml': '<DMSScript><Name>A</DMSScript>' },
  };
  beforeAll(async () => {
    for (const [name, files] of Object.entries(solutions)) await writeFiles(join(folder, name), files);
  });

  it.each<[string, string, RegExp]>([
    ['no solution', 'docs', /no \.sln or \.slnx file/],
    ['two solutions', 'two', /One\.sln.*Two\.sln/],
    ['a solution without scripts', 'no scripts', /no.* script/],
    ['a placeholder that names no project', 'unknown project', /Elsewhere/],
    ['malformed XML', 'malformed', /A\.xml:1/],
    ['a folder outside the workspace', '..', /leaves the workspace/],
    ['nothing at the path', 'no/such/place.sln', /nothing at this path/],
  ])('%s: exit 4, one error, nothing uploaded', async (_, path, message) => {
    await mkdir(join(folder, 'docs'), { recursive: true });
    const run = await runAction(
      {
        ...inputsOf(service.keys),
        'service-url': service.url,
        'solution-path': path,
        version: '1.0.0',
        stage: 'Package',
        installer: 'omit',
      },
      folder,
      { GITHUB_WORKSPACE: folder },
    );
    expect(run.exitCode).toBe(4);
    expect(annotations(run, 'error')).toEqual([expect.stringMatching(message)]);
  });
});
