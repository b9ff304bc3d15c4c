import { mkdir, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { jest } from '@jest/globals';
import { operator } from '../../src/cli/admin/operator.ts';
import { isWellFormedKey } from '../../src/contract/key-format.ts';
import { temporaryFolder } from '../key-service/support/folder.ts';
import { cliJson, runCli } from '../support/processes.ts';

// Every step is a process of its own.
jest.setTimeout(60_000);

const run = (...args: string[]) => runCli(args);
const runJson = <Result = Record<string, string>>(...args: string[]) => cliJson<Result>(args);

interface Fixture {
  readonly data: string;
  readonly organization: string;
  readonly system: string;
}

async function connectedSystem(): Promise<Fixture> {
  const folder = await temporaryFolder();
  const data = join(folder, 'data');
  await mkdir(join(folder, 'Skyline DataMiner'));
  const organization = await runJson('admin', 'create-organization', '--data', data, '--name', 'Example');
  const system = await runJson(
    ...['admin', 'create-system', '--data', data, '--organization', organization.id ?? ''],
    ...['--name', 'Staging', '--folder', join(folder, 'Skyline DataMiner')],
  );
  expect(organization).toEqual({ id: expect.any(String), name: 'Example' });
  expect(system).toEqual({ id: expect.any(String), name: 'Staging' });
  return { data, organization: organization.id ?? '', system: system.id ?? '' };
}

describe('admin, on a store of its own', () => {
  let fixture: Fixture;
  let key: Record<string, string>;

  beforeAll(async () => {
    fixture = await connectedSystem();
    key = await runJson('admin', 'create-key', '--data', fixture.data, '--system', fixture.system, '--label', 'GitHub');
  });

  it('makes data and secrets for the owner only', async () => {
    expect((await stat(fixture.data)).mode & 0o777).toBe(0o700);
    expect((await readdir(join(fixture.data, 'secrets'))).sort()).toEqual(['master-key', 'pepper']);
  });

  it('creates a key set with the shape that scripts rely on', () => {
    expect(Object.keys(key)).toEqual(['id', 'label', 'primary', 'secondary']);
    expect(key.label).toBe('GitHub');
    expect([key.primary, key.secondary].map((value) => isWellFormedKey(value ?? ''))).toEqual([true, true]);
  });

  it('lists key sets masked, as JSON and for people', async () => {
    const list = ['admin', 'list-keys', '--data', fixture.data, '--system', fixture.system];
    const { items } = await runJson<{ items: Record<string, unknown>[] }>(...list);
    expect(Object.keys(items[0] ?? {}).sort()).toEqual(
      ['id', 'label', 'scope', 'permissions', 'state', 'createdAt', 'createdBy', 'version', 'slots'].sort(),
    );
    const { stdout } = await run(...list);
    expect(stdout).toContain(`${key.id}  GitHub`);
    expect(stdout).toContain(`primary: dms1_…${key.primary?.slice(-4)}`);
    for (const output of [stdout, JSON.stringify(items)]) {
      expect(output).not.toContain(key.primary);
      expect(output).not.toContain(key.secondary);
    }
  });

  it('shows values to people on stdout and what to do with them on stderr', async () => {
    const { exitCode, stdout, stderr } = await run(
      ...['admin', 'create-key', '--data', fixture.data, '--system', fixture.system, '--label', 'For people'],
    );
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/^id: \S+\nprimary: dms1_\w{49}\nsecondary: dms1_\w{49}\n$/);
    expect(stderr).toBe('The two values are not shown again. Store them as secrets now.\n');
  });

  it('regenerates one slot and revokes a set, each confirmed by the label', async () => {
    const scope = ['--data', fixture.data, '--system', fixture.system];
    const set = await runJson('admin', 'create-key', ...scope, '--label', 'Short lived');
    const which = ['--data', fixture.data, '--set', set.id ?? ''];
    const regenerated = await runJson(
      ...['admin', 'regenerate', ...which, '--slot', 'secondary', '--confirm', 'Short lived'],
    );
    expect(regenerated).toEqual({ id: set.id, slot: 'secondary', value: expect.stringMatching(/^dms1_/) });
    expect(regenerated.value).not.toBe(set.secondary);
    expect(await runJson('admin', 'revoke', ...which, '--confirm', 'Short lived')).toEqual({ id: set.id });
    const { items } = await runJson<{ items: { id: string }[] }>('admin', 'list-keys', ...scope);
    expect(items.map(({ id }) => id)).not.toContain(set.id);
  });

  it('creates keys of an organization with the permissions that were asked for', async () => {
    const owner = ['--data', fixture.data, '--organization', fixture.organization];
    const permissions = ['--permission', 'register-catalog-items', '--permission', 'Read catalog items'];
    const set = await runJson('admin', 'create-key', ...owner, '--label', 'CI', ...permissions);
    expect(set.primary).toMatch(/^org1_/);
    const { items } = await runJson<{ items: { permissions: string[] }[] }>('admin', 'list-keys', ...owner);
    expect(items[0]?.permissions).toEqual(['register-catalog-items', 'read-catalog-items']);
  });

  it.each<[string, (fixture: Fixture, set: string) => string[], string]>([
    ['an unknown DMS', () => ['create-key', '--system', 'none', '--label', 'x'], 'There is no DMS none'],
    ['no owner of the keys', () => ['create-key', '--label', 'x'], 'Neither --system nor --organization'],
    ['both kinds of owner', () => ['list-keys', '--system', 'a', '--organization', 'b'], 'cannot be used with'],
    ['an unknown set', () => ['revoke', '--set', 'none', '--confirm', 'x'], 'There is no live key set none'],
    ['a wrong confirmation', (_, set) => ['revoke', '--set', set, '--confirm', 'github'], 'is not the label'],
    [
      'an unknown slot',
      (_, set) => ['regenerate', '--set', set, '--slot', 'third', '--confirm', 'x'],
      'primary, secondary',
    ],
    ['a missing label', ({ system }) => ['create-key', '--system', system], '--label'],
    ['an empty name', () => ['create-organization', '--name', ' '], 'The name is empty'],
    [
      'a folder that is not there',
      ({ organization }) => ['create-system', '--organization', organization, '--name', 'x', '--folder', '/no/such'],
      '/no/such is not an existing folder',
    ],
    [
      'a permission that does not exist',
      ({ system }) => ['create-key', '--system', system, '--label', 'x', '--permission', 'fly'],
      'upload-packages',
    ],
    ['a flag that does not exist', () => ['init', '--nonsense'], '--nonsense'],
  ])('ends with exit code 3 for %s, saying so', async (_what, args, message) => {
    const { exitCode, stdout, stderr } = await run('admin', ...args(fixture, key.id ?? ''), '--data', fixture.data);
    expect({ exitCode, stdout }).toEqual({ exitCode: 3, stdout: '' });
    expect(stderr).toContain(message);
  });
});

describe('admin create-system', () => {
  it('refuses a folder that is, holds or lies in that of another DMS', async () => {
    const { data, organization } = await connectedSystem();
    const root = join(data, '..', 'Skyline DataMiner');
    await mkdir(join(root, 'Scripts'));
    for (const folder of [root, join(root, 'Scripts'), join(root, '..')]) {
      const { exitCode, stderr } = await run(
        ...[
          'admin',
          'create-system',
          '--data',
          data,
          '--organization',
          organization,
          '--name',
          'x',
          '--folder',
          folder,
        ],
      );
      expect(exitCode).toBe(3);
      expect(stderr).toContain('overlaps that of the DMS Staging');
    }
  });
});

describe('the records of what admin did', () => {
  it('name the account, by its number where it has no name', () => {
    expect(operator(() => ({ username: 'alice' }))).toBe('alice (command line)');
    const nameless = () => {
      throw new Error('uv_os_get_passwd returned ENOENT');
    };
    expect(operator(nameless)).toMatch(/^user ID \d+ \(command line\)$/);
  });
});

describe('admin init', () => {
  it('makes the store, says where, and can be repeated', async () => {
    const folder = await temporaryFolder();
    const flags = ['--data', join(folder, 'data'), '--secrets', join(folder, 'secrets')];
    const made = { data: join(folder, 'data'), secrets: join(folder, 'secrets') };
    expect(await runJson('admin', 'init', ...flags)).toEqual(made);
    expect(await runJson('admin', 'init', ...flags)).toEqual(made);
    expect(await readdir(made.data)).toEqual(['key-service.sqlite']);
  });

  it('advises to keep the secrets elsewhere when they lie beside the data', async () => {
    const { exitCode, stderr } = await run('admin', 'init', '--data', join(await temporaryFolder(), 'data'));
    expect(exitCode).toBe(0);
    expect(stderr).toContain('Keep them on another disk with --secrets');
  });
});
