import { Type } from 'typebox';
import { Check } from 'typebox/value';
import { DeploymentList } from '../../../src/contract/management/deployments.ts';
import { Organization, SystemList } from '../../../src/contract/management/organizations.ts';
import { type UsedCore, usedCore } from '../../key-service/support/core.ts';
import { deploymentInfo, kindsOf, requestedDeployment } from '../../key-service/support/deployment.ts';
import { cliJson, runCli } from '../../support/command-line.ts';

let used: UsedCore;
const run = (...args: string[]) => runCli(['admin', ...args, '--data', used.dataFolder]);
const runJson = <Result = Record<string, string>>(...args: string[]) =>
  cliJson<Result>(['admin', ...args, '--data', used.dataFolder]);

beforeAll(async () => {
  used = await usedCore();
});

describe('admin list-organizations and list-systems', () => {
  it('show organizations and DMSs, with whether they can be reached', async () => {
    const organizations = await runJson<{ items: unknown[] }>('list-organizations');
    // How long a service keeps things is up to each `serve`; the store does not know.
    const listed = Type.Omit(Organization, ['retention']);
    expect(organizations.items.map((item) => Check(listed, item))).toEqual([true]);
    expect(organizations).toMatchObject({ items: [{ id: used.organizationId, name: 'Example' }], next: null });
    const systems = await runJson('list-systems', '--organization', used.organizationId);
    expect(Check(SystemList, systems)).toBe(true);
    expect(systems).toMatchObject({ items: [{ id: used.systemId, name: 'Staging', status: { reachable: true } }] });
    const { stdout } = await run('list-systems');
    expect(stdout).toBe(`${used.systemId}  Staging  ${used.root}  reachable\n`);
    const empty = await runJson('create-organization', '--name', 'Empty');
    const { stdout: nothing, stderr } = await run('list-systems', '--organization', empty.id ?? '');
    expect([nothing, stderr]).toEqual(['', expect.stringContaining('connect one with create-system')]);
  });
});

describe('admin list-deployments, cancel-deployment and retry-deployment', () => {
  it('end what waits, repeat it, and show both', async () => {
    const first = await requestedDeployment(used);
    expect(await runJson('cancel-deployment', '--deployment', first)).toEqual({ id: first });
    const info = await deploymentInfo(used, first);
    expect([info.currentState, kindsOf(info)]).toEqual(['Error', ['Requested', 'Cancelled']]);
    expect(info.eventChain?.at(-1)?.metadata?.By).toContain('(command line)');

    const { id = '' } = await runJson('retry-deployment', '--deployment', first);
    expect((await deploymentInfo(used, id)).currentState).toBe('Pending');
    const all = await runJson<{ items: { id: string }[] }>('list-deployments', '--system', used.systemId.toUpperCase());
    expect(Check(DeploymentList, all)).toBe(true);
    expect(all.items.map((deployment) => deployment.id)).toEqual([id, first]);
    const filter = ['--state', 'error', '--search', 'DEMO', '--limit', '1'];
    const { stdout } = await run('list-deployments', '--system', used.systemId, ...filter);
    expect(stdout).toBe(`${first}  Error  Demo 1.0.1  2026-11-23T10:00:00.000Z  by GitHub (primary)\n`);
  });

  it('let no package steer the terminal of whoever lists it', async () => {
    const other = await usedCore();
    const id = await requestedDeployment(other);
    const name = 'De\u001b[2J\u009b2Jmo\nforged';
    await other.core.db.updateTable('deployments').set({ package_name: name }).where('id', '=', id).execute();
    const list = ['admin', 'list-deployments', '--system', other.systemId, '--data', other.dataFolder];
    const { stdout } = await runCli(list);
    expect(stdout).toMatch(/^[\x20-\x7e]+ De \[2J 2Jmo forged 1\.0\.1 [\x20-\x7e]+\n$/);
    expect(await cliJson(list)).toMatchObject({ items: [{ package: { name } }] });
  });

  it.each<[string, string[], string]>([
    ['a deployment that is not there', ['cancel-deployment', '--deployment', 'none'], 'There is no such deployment'],
    ['a retry of one that is not there', ['retry-deployment', '--deployment', 'none'], 'There is no such deployment'],
    ['a state that is none', ['list-deployments', '--system', 'x', '--state', 'Done'], 'Pending, Succeeded, Timeout'],
    [
      'too many at once',
      ['list-deployments', '--system', 'the DMS', '--limit', '201'],
      'The limit 201 is out of range',
    ],
  ])('end with exit code 3 for %s, saying so', async (_what, args, message) => {
    const { exitCode, stdout, stderr } = await run(...args.map((arg) => (arg === 'the DMS' ? used.systemId : arg)));
    expect({ exitCode, stdout }).toEqual({ exitCode: 3, stdout: '' });
    expect(stderr).toContain(message);
  });
});
