import { mkdir, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { operator } from '../../src/cli/admin/operator.ts';
import { temporaryFolder } from '../key-service/support/folder.ts';
import { cliJson, runCli } from '../support/command-line.ts';

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

  beforeAll(async () => {
    fixture = await connectedSystem();
  });

  it('makes no service where there is none, but for what one begins with', async () => {
    const folder = await temporaryFolder();
    const { exitCode, stderr } = await run('admin', 'list-organizations', '--data', folder);
    expect(exitCode).toBe(3);
    expect(stderr).toContain(`There is no database in the folder ${folder}`);
    expect(await readdir(folder)).toEqual([]);
  });

  it.each(['--data', '--secrets'])('takes no empty name for the folder of %s', async (flag) => {
    const { exitCode, stderr } = await run('admin', 'init', '--data', join(fixture.data, 'none'), flag, '');
    expect(exitCode).toBe(3);
    expect(stderr).toContain(flag);
    expect(await readdir(fixture.data)).not.toContain('none');
  });

  it('makes data and secrets for the owner only', async () => {
    expect((await stat(fixture.data)).mode & 0o777).toBe(0o700);
    expect((await readdir(join(fixture.data, 'secrets'))).sort()).toEqual(['master-key', 'pepper']);
  });

  it.each<[string, (fixture: Fixture) => string[], string]>([
    ['an unknown DMS', () => ['create-key', '--system', 'none', '--label', 'x'], 'There is no DMS none'],
    ['an empty name', () => ['create-organization', '--name', ' '], 'The name is empty'],
    [
      'a folder that is not there',
      ({ organization }) => ['create-system', '--organization', organization, '--name', 'x', '--folder', '/no/such'],
      '/no/such is not an existing folder',
    ],
    ...['list-systems', 'list-tokens', 'list-users', 'list-keys'].map((command): [string, () => string[], string] => [
      `the ${command} of an organization that is not there`,
      () => [command, '--organization', 'none'],
      'There is no organization none',
    ]),
    [
      'the list-deployments of a DMS that is not there',
      () => ['list-deployments', '--system', 'none'],
      'There is no DMS none',
    ],
    ['a flag that does not exist', () => ['init', '--nonsense'], '--nonsense'],
  ])('ends with exit code 3 for %s, saying so', async (_what, args, message) => {
    const { exitCode, stdout, stderr } = await run('admin', ...args(fixture), '--data', fixture.data);
    expect({ exitCode, stdout }).toEqual({ exitCode: 3, stdout: '' });
    expect(stderr).toContain(message);
  });
});

describe('admin create-system', () => {
  it('refuses a folder that is or lies in that of another DMS, or holds what is the service’s own', async () => {
    const { data, organization } = await connectedSystem();
    const root = join(data, '..', 'Skyline DataMiner');
    await mkdir(join(root, 'Scripts'));
    const another = 'overlaps that of the DMS Staging';
    for (const [folder, message] of [
      [root, another],
      [join(root, 'Scripts'), another],
      [join(root, '..'), 'overlaps a folder of the key service itself'],
    ] as const) {
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
      expect(stderr).toContain(message);
    }
  });
});

describe('the records of what admin did', () => {
  it('name the account, by its number where it has no name', () => {
    const alice = operator(() => ({ username: 'alice' }));
    expect(alice).toEqual({ type: 'operator', id: null, name: 'alice (command line)' });
    const nameless = () => {
      throw new Error('uv_os_get_passwd returned ENOENT');
    };
    expect(operator(nameless).name).toMatch(/^user ID \d+ \(command line\)$/);
  });
});

describe('admin init', () => {
  it('makes the store, says where, and can be repeated', async () => {
    const folder = await temporaryFolder();
    const flags = ['--data', join(folder, 'data'), '--secrets', join(folder, 'secrets')];
    const made = { data: join(folder, 'data'), secrets: join(folder, 'secrets') };
    expect(await runJson('admin', 'init', ...flags)).toEqual(made);
    expect(await runJson('admin', 'init', ...flags)).toEqual(made);
    expect((await readdir(made.data)).sort()).toEqual(['key-service.lock', 'key-service.sqlite', 'revocations.log']);
  });

  it('advises to keep the secrets elsewhere when they lie beside the data', async () => {
    const { exitCode, stderr } = await run('admin', 'init', '--data', join(await temporaryFolder(), 'data'));
    expect(exitCode).toBe(0);
    expect(stderr).toContain('Keep them on another disk with --secrets');
  });
});
