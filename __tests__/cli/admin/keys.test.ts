import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Check } from 'typebox/value';
import { isWellFormedKey } from '../../../src/contract/key-format.ts';
import { KeySet, KeySetUsage } from '../../../src/contract/management/keys.ts';
import { temporaryFolder } from '../../key-service/support/folder.ts';
import { cliJson, runCli } from '../../support/command-line.ts';

type CreatedKey = { readonly id: string; readonly label: string; readonly primary: string; readonly secondary: string };

let data: string;
let organization: string;
let system: string;

const run = (...args: string[]) => runCli(['admin', ...args, '--data', data]);
const runJson = <Result = Record<string, string>>(...args: string[]) =>
  cliJson<Result>(['admin', ...args, '--data', data]);

const newKey = (label: string) => runJson<CreatedKey>('create-key', '--system', system, '--label', label);

beforeAll(async () => {
  const folder = await temporaryFolder();
  data = join(folder, 'data');
  const root = join(folder, 'Skyline DataMiner');
  await mkdir(root);
  organization = (await runJson('create-organization', '--name', 'Example')).id ?? '';
  const connected = ['--organization', organization, '--name', 'Staging', '--folder', root];
  system = (await runJson('create-system', ...connected)).id ?? '';
});

describe('admin create-key', () => {
  it('prints the shape that scripts rely on', async () => {
    const key = await newKey('GitHub');
    expect(Object.keys(key)).toEqual(['id', 'label', 'primary', 'secondary']);
    expect(key.label).toBe('GitHub');
    expect([key.primary, key.secondary].map(isWellFormedKey)).toEqual([true, true]);
  });

  it('shows values to people on stdout and what to do with them on stderr', async () => {
    const { exitCode, stdout, stderr } = await run('create-key', '--system', system, '--label', 'For people');
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/^id: \S+\nprimary: dms1_\w{49}\nsecondary: dms1_\w{49}\n$/);
    expect(stderr).toMatch(/^Store the two values as secrets now/);
  });

  it('creates keys of an organization with the permissions and the expiry that were asked for', async () => {
    const owner = ['--organization', organization];
    const permissions = ['--permission', 'register-catalog-items', '--permission', 'Read catalog items'];
    const expiry = ['--expires-at', '2100-01-31T12:00:00Z'];
    const set = await runJson('create-key', ...owner, '--label', 'CI', ...permissions, ...expiry);
    expect(set.primary).toMatch(/^org1_/);
    const { items } = await runJson<{ items: KeySet[] }>('list-keys', ...owner);
    expect(items).toMatchObject([
      {
        permissions: ['register-catalog-items', 'read-catalog-items'],
        expiresAt: '2100-01-31T12:00:00.000Z',
        createdBy: expect.stringMatching(/\(command line\)$/),
      },
    ]);
  });
});

describe('admin list-keys and show-key', () => {
  it('show sets masked, as JSON and for people', async () => {
    const key = await newKey('Shown');
    const { items } = await runJson<{ items: KeySet[] }>('list-keys', '--system', system, '--search', 'shown');
    expect(items.map((item) => [item.label, Check(KeySet, item)])).toEqual([['Shown', true]]);
    expect(await runJson('show-key', '--set', key.id)).toEqual(items[0]);
    const { stdout } = await run('show-key', '--set', key.id);
    expect(stdout).toContain(`${key.id}  Shown  (upload-packages,`);
    expect(stdout).toContain(`primary: dms1_…${key.primary.slice(-4)}`);
    for (const output of [stdout, JSON.stringify(items)]) {
      expect(output).not.toContain(key.primary);
      expect(output).not.toContain(key.secondary);
    }
  });
});

describe('admin reveal', () => {
  it('prints the bare value, so that it can be piped, and leaves a record', async () => {
    const key = await newKey('Revealed');
    expect(await run('reveal', '--set', key.id, '--slot', 'secondary')).toEqual({
      exitCode: 0,
      stdout: `${key.secondary}\n`,
      stderr: '',
    });
    expect(await runJson('reveal', '--set', key.id, '--slot', 'primary')).toEqual({
      id: key.id,
      slot: 'primary',
      value: key.primary,
    });
  });
});

describe('admin regenerate', () => {
  it('replaces one value, kept for a grace when that is asked for', async () => {
    const key = await newKey('Rotated');
    const which = ['--set', key.id, '--slot', 'secondary', '--confirm', 'Rotated'];
    const regenerated = await runJson('regenerate', ...which, '--grace-hours', '24');
    expect(regenerated).toEqual({ id: key.id, slot: 'secondary', value: expect.stringMatching(/^dms1_/) });
    expect(regenerated.value).not.toBe(key.secondary);
    const { stdout } = await run('show-key', '--set', key.id);
    expect(stdout).toContain(`before: dms1_…${key.secondary.slice(-4)}  works until 2`);
  });

  it('respects the gate unless the operator overrides it, as "usage" tells', async () => {
    const key = await newKey('Gated');
    const confirmed = ['--set', key.id, '--confirm', 'Gated'];
    await runJson('regenerate', ...confirmed, '--slot', 'secondary');
    const { exitCode, stdout, stderr } = await run('regenerate', ...confirmed, '--slot', 'primary');
    expect({ exitCode, stdout }).toEqual({ exitCode: 3, stdout: '' });
    expect(stderr).toContain('The primary slot cannot be regenerated yet: the newest secondary value, made at 2');
    expect(Check(KeySetUsage, await runJson('usage', '--set', key.id))).toBe(true);
    expect((await run('usage', '--set', key.id)).stdout).toMatch(
      /^primary: used 0 times, last never\n {2}may not be regenerated yet: the newest secondary value, .*\nsecondary: .*\n {2}may be regenerated\n$/,
    );
    await runJson('regenerate', ...confirmed, '--slot', 'primary', '--override');
  });

  it('changes nothing when the set has another version than was expected', async () => {
    const key = await newKey('Versioned');
    const which = ['--set', key.id, '--slot', 'secondary', '--confirm', 'Versioned'];
    const { exitCode, stderr } = await run('regenerate', ...which, '--version', '2');
    expect(exitCode).toBe(3);
    expect(stderr).toMatch(/\(command line\) changed the key set "Versioned" at 2.*: it has version 1, not 2/);
    await runJson('regenerate', ...which, '--version', '1');
  });
});

describe('admin disable, enable, edit and revoke', () => {
  it('change a set and show what became of it', async () => {
    const key = await newKey('Changed');
    const which = ['--set', key.id];
    expect(await runJson('disable', ...which)).toMatchObject({ state: 'disabled', version: 2 });
    expect(await runJson('enable', ...which)).toMatchObject({ state: 'active', version: 3 });
    const edit = ['edit', ...which, '--label', 'Renamed', '--permission', 'Deploy packages'];
    expect(await runJson(...edit, '--expires-at', '2100-01-31T12:00:00Z')).toMatchObject({
      label: 'Renamed',
      permissions: ['deploy-packages'],
      expiresAt: '2100-01-31T12:00:00.000Z',
    });
    expect(await runJson('edit', ...which, '--no-expiry')).toMatchObject({ label: 'Renamed', expiresAt: null });
    expect(await runJson('revoke', ...which, '--confirm', 'Renamed')).toEqual({ id: key.id });
    expect((await run('show-key', ...which)).stderr).toContain('There is no such key set');
  });
});

describe('admin, given something wrong about keys', () => {
  let set: string;

  beforeAll(async () => {
    set = (await newKey('Steady')).id;
  });

  it.each<[string, () => string[], string]>([
    ['an unknown DMS', () => ['create-key', '--system', 'none', '--label', 'x'], 'There is no DMS none'],
    ['no owner of the keys', () => ['create-key', '--label', 'x'], 'Neither --system nor --organization'],
    ['both kinds of owner', () => ['list-keys', '--system', 'a', '--organization', 'b'], 'cannot be used with'],
    ['an unknown set', () => ['revoke', '--set', 'none', '--confirm', 'x'], 'There is no such key set'],
    ['a wrong confirmation', () => ['revoke', '--set', set, '--confirm', 'steady'], 'is not the label'],
    ['an unknown slot', () => ['reveal', '--set', set, '--slot', 'third'], 'primary, secondary'],
    ['a missing label', () => ['create-key', '--system', system], '--label'],
    ['a label that is taken', () => ['create-key', '--system', system, '--label', 'STEADY'], 'key set "Steady"'],
    [
      'a permission that does not exist',
      () => ['create-key', '--system', system, '--label', 'x', '--permission', 'fly'],
      'upload-packages',
    ],
    ['an expiry without its zone', () => ['edit', '--set', set, '--expires-at', '2100-01-31'], 'ISO 8601'],
    ['two expiries', () => ['edit', '--set', set, '--no-expiry', '--expires-at', 'x'], 'cannot be used with'],
    ['nothing to change', () => ['edit', '--set', set], 'Nothing is given to change'],
    [
      'a grace of more than a week',
      () => ['regenerate', '--set', set, '--slot', 'primary', '--confirm', 'Steady', '--grace-hours', '169'],
      'Choose from 0 to 168 hours',
    ],
    [
      'a grace that is no number',
      () => ['regenerate', '--set', set, '--slot', 'primary', '--confirm', 'Steady', '--grace-hours', 'a day'],
      'It is not a number',
    ],
  ])('ends with exit code 3 for %s, saying so', async (_what, args, message) => {
    const { exitCode, stdout, stderr } = await run(...args());
    expect({ exitCode, stdout }).toEqual({ exitCode: 3, stdout: '' });
    expect(stderr).toContain(message);
  });
});
