import { join } from 'node:path';
import { type KeyServiceCore, openKeyServiceCore } from '../../../src/key-service/key-service-core.ts';
import { temporaryFolder } from '../../key-service/support/folder.ts';
import { testPassword } from '../../key-service/support/management.ts';
import { cliJson, feedCli, runCli } from '../../support/command-line.ts';

const email = 'alice@example.com';

async function store() {
  const data = join(await temporaryFolder(), 'data');
  const { id: organization } = await cliJson<{ id: string }>([
    'admin',
    'create-organization',
    '--data',
    data,
    '--name',
    'Acme',
  ]);
  /** A command on the store, with something on its stdin. */
  const admin = (input: string, ...args: string[]) => feedCli(input, ['admin', ...args, '--data', data]);
  const adminJson = async (input: string, ...args: string[]) => {
    const { exitCode, stdout, stderr } = await admin(input, ...args, '--json');
    if (exitCode !== 0) throw new Error(stderr);
    return JSON.parse(stdout) as Record<string, unknown>;
  };
  const use = async <Result>(act: (core: KeyServiceCore) => Promise<Result>) => {
    const core = await openKeyServiceCore({ dataFolder: data });
    try {
      return await act(core);
    } finally {
      await core.close();
    }
  };
  const canSignIn = async (password: string) =>
    await use(({ signIns }) => {
      const attempt = { email, password, address: '127.0.0.1', deviceNote: undefined, session: null };
      return signIns.signIn(attempt).then(
        () => true,
        () => false,
      );
    });
  return { data, organization, admin, adminJson, canSignIn };
}

describe('admin create-user', () => {
  it('gives somebody an account and a role, later another role with the same account', async () => {
    const { organization, adminJson, admin, canSignIn } = await store();
    const create = ['create-user', '--email', email, '--organization', organization, '--role'];
    const made = await adminJson(`${testPassword}\n`, ...create, 'owner', '--name', 'Alice', '--password-stdin');
    expect(made).toEqual({ id: expect.stringMatching(/^[0-9a-f-]{36}$/), existed: false });
    expect(await canSignIn(testPassword)).toBe(true);
    const again = await admin('', ...create, 'admin');
    expect(again).toMatchObject({ exitCode: 3, stderr: expect.stringContaining('is owner here already') });
    const { items } = await adminJson('', 'list-users', '--organization', organization);
    expect(items).toMatchObject([{ id: made.id, email, name: 'Alice', role: 'owner', inherited: false }]);
    const { stdout } = await admin('', 'list-users', '--organization', organization);
    expect(stdout).toContain(`${made.id}  ${email}  Alice  owner  last seen 2`);
  });

  it('says when the account was there already, and its first password is known to others', async () => {
    const { organization, adminJson, admin, canSignIn } = await store();
    const create = ['create-user', '--email', email, '--role', 'member', '--password-stdin', '--organization'];
    const { id } = await adminJson(testPassword, ...create, organization);
    const other = await adminJson('', 'create-organization', '--name', 'Other');
    const again = await admin('another password of hers', ...create, String(other.id), '--json');
    expect(JSON.parse(again.stdout)).toEqual({ id, existed: true });
    expect(again.stderr).toContain('its name and password stay as they are');
    expect(again.stderr).toContain('had no role in this organization before. Ask the person');
    expect(await canSignIn(testPassword)).toBe(true);
  });

  it.each<[string, string[], string, string]>([
    ['no password', [], '', 'No password is given'],
    ['a password that is too short', ['--password-stdin'], 'short', '12 to 256 characters'],
    ['an unknown organization', ['--organization', 'none', '--password-stdin'], testPassword, 'no organization none'],
    ['a DMS that is not there', ['--system', 'none', '--password-stdin'], testPassword, 'no DMS none'],
    ['a role that is none', ['--role', 'root'], '', 'owner, admin, member'],
    ['an address that is none', ['--email', 'alice', '--password-stdin'], testPassword, 'e-mail address'],
  ])('ends with exit code 3 for %s', async (_what, args, input, message) => {
    const { organization, admin } = await store();
    const create = ['create-user', '--email', email, '--organization', organization, '--role', 'member', ...args];
    const { exitCode, stdout, stderr } = await admin(input, ...create);
    expect({ exitCode, stdout }).toEqual({ exitCode: 3, stdout: '' });
    expect(stderr).toContain(message);
    if (input !== '') expect(stderr).not.toContain(input);
  });
});

describe('admin reset-password', () => {
  it('sets another password', async () => {
    const { organization, adminJson, canSignIn } = await store();
    const create = ['create-user', '--email', email, '--organization', organization, '--role', 'owner'];
    const made = await adminJson(testPassword, ...create, '--password-stdin');
    const reset = ['reset-password', '--email', 'ALICE@example.com', '--password-stdin'];
    expect(await adminJson('another password of hers', ...reset)).toEqual({ id: made.id });
    expect([await canSignIn(testPassword), await canSignIn('another password of hers')]).toEqual([false, true]);
  });

  it('knows when there is no such account', async () => {
    const { admin } = await store();
    const ended = await admin(testPassword, 'reset-password', '--email', email, '--password-stdin');
    expect(ended).toMatchObject({ exitCode: 3, stderr: expect.stringContaining(`no account ${email}`) });
  });
});

describe('admin init', () => {
  it('makes the first Owner, once', async () => {
    const data = join(await temporaryFolder(), 'data');
    const init = [
      'admin',
      'init',
      '--data',
      data,
      '--email',
      email,
      '--organization',
      'Acme',
      '--password-stdin',
      '--json',
    ];
    const first = await feedCli(`${testPassword}\n`, init);
    expect(JSON.parse(first.stdout)).toEqual({
      data,
      secrets: join(data, 'secrets'),
      owner: { id: expect.any(String), organization: expect.any(String) },
    });
    const second = await feedCli(`${testPassword}\n`, init);
    expect(second).toMatchObject({
      exitCode: 0,
      stderr: expect.stringContaining('There is somebody who can sign in already'),
    });
    expect(JSON.parse(second.stdout)).toEqual({ data, secrets: join(data, 'secrets') });
    const { organization } = (JSON.parse(first.stdout) as { owner: { organization: string } }).owner;
    const { items } = await cliJson<{ items: object[] }>([
      'admin',
      'list-users',
      '--data',
      data,
      '--organization',
      organization,
    ]);
    expect(items).toMatchObject([{ email, role: 'owner' }]);
  });

  it('says how there can be an Owner when it makes none', async () => {
    const ended = await runCli(['admin', 'init', '--data', join(await temporaryFolder(), 'data')]);
    expect(ended).toMatchObject({ exitCode: 0, stderr: expect.stringContaining('Nobody can sign in yet') });
  });

  it('wants all of an Owner', async () => {
    const data = join(await temporaryFolder(), 'data');
    const ended = await feedCli(testPassword, ['admin', 'init', '--data', data, '--email', email, '--password-stdin']);
    expect(ended).toMatchObject({
      exitCode: 3,
      stdout: '',
      stderr: expect.stringContaining('--organization is missing'),
    });
  });
});
