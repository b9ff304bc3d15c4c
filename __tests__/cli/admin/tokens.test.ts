import { join } from 'node:path';
import { isWellFormedToken } from '../../../src/contract/key-format.ts';
import { temporaryFolder } from '../../key-service/support/folder.ts';
import { cliJson, runCli } from '../../support/command-line.ts';

async function store() {
  const data = ['--data', join(await temporaryFolder(), 'data')];
  const { id } = await cliJson<{ id: string }>(['admin', 'create-organization', ...data, '--name', 'Acme']);
  const place = ['--organization', id, ...data];
  return {
    json: <Result = Record<string, string>>(command: string, ...args: string[]) =>
      cliJson<Result>(['admin', command, ...place, ...args]),
    run: (command: string, ...args: string[]) => runCli(['admin', command, ...place, ...args]),
  };
}

describe('admin, about tokens', () => {
  it('creates, lists and revokes them, shown once', async () => {
    const { json, run } = await store();
    const made = await json(
      'create-token',
      '--role',
      'admin',
      '--name',
      'rotation',
      '--expires-at',
      '2099-01-01T00:00:00Z',
    );
    expect(made).toEqual({ id: expect.any(String), token: expect.any(String) });
    expect(isWellFormedToken(made.token ?? '')).toBe(true);
    const { items } = await json<{ items: object[] }>('list-tokens');
    expect(items).toMatchObject([{ id: made.id, name: 'rotation', role: 'admin', state: 'active' }]);
    const { stdout } = await run('list-tokens');
    expect(stdout).toContain(`${made.id}  rotation  admin  dmt1_…${made.token?.slice(-4)}  active  until 2099-01-01`);
    expect(JSON.stringify(items) + stdout).not.toContain(made.token);
    expect(await json('revoke-token', '--token', made.id ?? '')).toEqual({ id: made.id });
    expect((await json<{ items: object[] }>('list-tokens')).items).toMatchObject([{ state: 'revoked' }]);
  });

  it('shows people a token on stdout, and what to do with it on stderr', async () => {
    const { run } = await store();
    const { stdout, stderr } = await run('create-token', '--role', 'member', '--name', 'metrics');
    expect(stdout).toMatch(/^id: \S{36}\ntoken: dmt1_\w{49}\n$/);
    expect(stderr).toContain('not shown again');
  });

  it.each<[string, string[], string]>([
    ['a role that is none', ['create-token', '--name', 'x', '--role', 'root'], 'owner, admin, member'],
    ['no name', ['create-token', '--role', 'member'], '--name'],
    [
      'an end that has passed',
      ['create-token', '--name', 'x', '--role', 'member', '--expires-at', '2020-01-01T00:00:00Z'],
      'passed',
    ],
    ['a token that is not there', ['revoke-token', '--token', 'none'], 'no such token'],
  ])('ends with exit code 3 for %s', async (_what, [command = '', ...args], message) => {
    const { run } = await store();
    expect(await run(command, ...args)).toMatchObject({
      exitCode: 3,
      stdout: '',
      stderr: expect.stringContaining(message),
    });
  });
});
