import { copyFile, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { databaseFileName } from '../../src/key-service/store/sqlite-store.ts';
import { openCore, revoke, someEntry } from '../key-service/audit/support.ts';
import { temporaryFolder } from '../key-service/support/folder.ts';
import { runCli } from '../support/command-line.ts';

/** A store with two organizations, and a way to do to its database what only its owner can. */
async function store() {
  const data = await temporaryFolder();
  const core = await openCore({ dataFolder: data });
  const by = { type: 'operator', id: null, name: 'a test' } as const;
  const { id: organization } = await core.organizations.create('Example', by);
  await core.organizations.create('Other', by);
  for (let index = 0; index < 5; index++) {
    await core.audited.change(async () => ({ result: undefined, entry: someEntry(organization) }));
  }
  await core.auditHeads.sign();
  await core.close();
  const tamper = (statement: string) => {
    const database = new DatabaseSync(join(data, databaseFileName));
    const triggers = database.prepare("select name from sqlite_schema where type = 'trigger'").all();
    for (const { name } of triggers) database.exec(`drop trigger "${name}"`);
    database.exec(statement);
    database.close();
  };
  return { data, organization, tamper };
}

const verify = (data: string, ...args: string[]) => runCli(['audit', 'verify', '--data', data, ...args]);

describe('audit verify', () => {
  it('ends with 0 when all chains are whole, and counts their records', async () => {
    const { data, organization } = await store();
    const plain = await verify(data);
    expect({ exitCode: plain.exitCode, stderr: plain.stderr }).toEqual({ exitCode: 0, stderr: '' });
    expect(plain.stdout).toMatch(
      new RegExp(`^whole   Example \\(${organization}\\): 6 records, signed up to record 6 on 2026-11-23T10:`, 'm'),
    );
    expect(plain.stdout.trimEnd().split('\n')).toHaveLength(2);
    const one = await verify(data, '--organization', organization.toUpperCase(), '--json');
    expect(JSON.parse(one.stdout)).toEqual({
      whole: true,
      chains: [
        {
          organization,
          name: 'Example',
          records: 6,
          signed: { position: 6, at: '2026-11-23T10:00:00.000Z' },
          firstBreak: null,
        },
      ],
      signedHeads: null,
    });
  });

  it('ends with 1 at the first break, and names it (scenario 34)', async () => {
    const { data, organization, tamper } = await store();
    tamper(
      `update audit_records set subject_name = 'GitLab' where organization_id = '${organization}' and position = 4`,
    );
    const plain = await verify(data);
    expect(plain.exitCode).toBe(1);
    expect(plain.stdout).toMatch(
      new RegExp(
        `^BROKEN  Example \\(${organization}\\): record 4, ID [\\da-f-]{36}, 2026-11-23T10:00:00.000Z: the record was changed$`,
        'm',
      ),
    );
    expect(plain.stdout).toMatch(/^whole {3}Other /m);
    const json = await verify(data, '--json');
    expect(json.exitCode).toBe(1);
    const { whole, chains } = JSON.parse(json.stdout);
    expect(whole).toBe(false);
    expect(chains.find((chain: { name: string }) => chain.name === 'Example')).toMatchObject({
      records: 3,
      firstBreak: { position: 4, time: '2026-11-23T10:00:00.000Z', reason: 'the record was changed' },
    });
  });

  it('compares with signed heads that were copied away', async () => {
    const { data, organization, tamper } = await store();
    const copy = join(await temporaryFolder(), 'heads.log');
    await copyFile(join(data, 'audit-heads.log'), copy);
    await rm(join(data, 'audit-heads.log'));
    tamper(`delete from audit_records where organization_id = '${organization}' and position > 4;
      update audit_heads set position = 4, hash = (select hash from audit_records
        where organization_id = '${organization}' and position = 4) where organization_id = '${organization}'`);
    expect((await verify(data)).exitCode).toBe(0);
    const { exitCode, stdout } = await verify(data, '--heads', copy);
    expect(exitCode).toBe(1);
    expect(stdout).toContain('record 5: the end was cut off: record 6 was signed on 2026-11-23T10:00:00.000Z');
  });

  it('ends with 1 when the signed heads were changed, and still verifies the chains', async () => {
    const { data } = await store();
    const path = join(data, 'audit-heads.log');
    const lines = (await readFile(path, 'utf8')).split('\n');
    const changed = lines.findIndex((line) => line.includes('"position":6'));
    await writeFile(path, lines.join('\n').replace('"position":6', '"position":5'));
    const { exitCode, stdout, stderr } = await verify(data);
    expect(exitCode).toBe(1);
    expect(stdout).toMatch(/^whole {3}Example /m);
    expect(stderr).toContain(`audit-heads.log: line ${changed + 1} cannot be trusted`);
  });

  it('says that nothing of it was signed, as when the signed heads were left behind', async () => {
    const { data } = await store();
    await rm(join(data, 'audit-heads.log'));
    const { exitCode, stderr } = await verify(data);
    expect({ exitCode, stderr }).toEqual({
      exitCode: 0,
      stderr: expect.stringContaining('audit-heads.log is new, or missing'),
    });
  });

  it('works where the service itself does not start', async () => {
    const { data } = await store();
    await rm(join(data, 'revocations.log'));
    expect((await verify(data)).exitCode).toBe(0);
  });

  it('makes no store that is not there, and refuses what does not exist', async () => {
    const empty = await temporaryFolder();
    const { exitCode, stderr } = await verify(empty);
    expect(exitCode).toBe(3);
    expect(stderr).toContain('There is no database in the folder');
    expect(await readdir(empty)).toEqual([]);
    const { data } = await store();
    expect((await verify(data, '--organization', 'none')).exitCode).toBe(3);
    expect((await verify(data, '--heads', '/no/such')).exitCode).toBe(3);
  });
});

describe('admin, when something is lost for good', () => {
  const accept = (what: string, data: string, ...confirm: string[]) =>
    runCli(['admin', `accept-${what}-loss`, '--data', data, ...confirm.flatMap((text) => ['--confirm', text])]);

  it('begins a new revocation log, when that is confirmed', async () => {
    const { data, organization } = await store();
    const core = await openCore({ dataFolder: data });
    await revoke(core, organization, { kind: 'token-revoked', tokenId: 'a token' });
    await core.close();
    await rm(join(data, 'revocations.log'));
    const locked = await runCli(['admin', 'init', '--data', data]);
    expect(locked).toMatchObject({ exitCode: 3, stderr: expect.stringContaining('accept-revocation-log-loss') });
    const unconfirmed = await accept('revocation-log', data, 'yes');
    expect(unconfirmed).toMatchObject({ exitCode: 3, stderr: expect.stringContaining('ended keys may work again') });
    expect(await accept('revocation-log', data, 'ended keys may work again')).toMatchObject({ exitCode: 0 });
    expect((await runCli(['admin', 'init', '--data', data])).exitCode).toBe(0);
    const again = await accept('revocation-log', data, 'ended keys may work again');
    expect(again).toMatchObject({ exitCode: 3, stderr: expect.stringContaining('The revocation log is whole') });
  });

  it('signs the audit as it is now, when that is confirmed', async () => {
    const { data, organization, tamper } = await store();
    tamper(`delete from audit_records where organization_id = '${organization}' and position > 4;
      update audit_heads set position = 4, hash = (select hash from audit_records
        where organization_id = '${organization}' and position = 4) where organization_id = '${organization}'`);
    expect((await verify(data)).exitCode).toBe(1);
    expect(await accept('audit', data)).toMatchObject({
      exitCode: 3,
      stderr: expect.stringContaining('--confirm "audit records are lost"'),
    });
    expect((await accept('audit', data, 'no')).exitCode).toBe(3);
    expect((await accept('audit', data, 'audit records are lost')).exitCode).toBe(0);
    const { exitCode, stdout } = await verify(data);
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/Example .*: 5 records, signed up to record 5/);
    const again = await accept('audit', data, 'audit records are lost');
    expect(again).toMatchObject({ exitCode: 3, stderr: expect.stringContaining('nothing was changed') });
  });
});
