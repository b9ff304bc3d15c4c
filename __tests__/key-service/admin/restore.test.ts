import { copyFile, readdir, readFile, truncate, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { sql } from 'kysely';
import { backUp } from '../../../src/key-service/admin/backup.ts';
import { noteRestore } from '../../../src/key-service/admin/finish-restore.ts';
import { restore } from '../../../src/key-service/admin/restore.ts';
import { recordHash, serviceChain } from '../../../src/key-service/audit/audit-record.ts';
import { verifyAudit } from '../../../src/key-service/audit/verify-audit.ts';
import { systemEnvironment } from '../../../src/key-service/environment.ts';
import { type KeyServiceCore, openKeyServiceCore } from '../../../src/key-service/key-service-core.ts';
import { openSqliteFile } from '../../../src/key-service/store/sqlite-store.ts';
import { afterwards } from '../support/cleanup.ts';
import { type UsedCore, usedCore } from '../support/core.ts';
import { anywhere, aTest, working } from '../support/custodian.ts';
import { deploymentInfo, requestedDeployment } from '../support/deployment.ts';
import { temporaryFolder } from '../support/folder.ts';
import { onPostgres, postgres } from '../support/stores.ts';

const byATest = { initiator: aTest, environment: systemEnvironment };

/** A backup of a store that is closed then, as it must be for restoring. */
async function backedUp(prepare: (used: UsedCore) => Promise<unknown> = async () => undefined) {
  const used = await usedCore();
  await prepare(used);
  const backup = join(await temporaryFolder(), 'backup.sqlite');
  await backUp(used.dataFolder, backup, { withPackages: true, environment: systemEnvironment });
  return { ...used, backup };
}

async function opened({ options, environment }: UsedCore): Promise<KeyServiceCore> {
  const core = await openKeyServiceCore(options, environment);
  afterwards(() => core.close());
  return core;
}

async function filesIn(folder: string): Promise<string[]> {
  return (await readdir(folder)).filter((name) => name.startsWith('key-service')).sort();
}

describe('restoring a backup', () => {
  it('brings back what it holds, and keeps what was there instead', async () => {
    const { backup, ...used } = await backedUp();
    const owner = { scope: 'system', systemId: used.systemId } as const;
    const later = await used.core.keySets.create(owner, { label: 'Later' }, aTest);
    await used.core.close();
    const { database, replaced } = await restore({ dataFolder: used.dataFolder }, backup, byATest);
    expect(database).toBe(join(used.dataFolder, 'key-service.sqlite'));
    expect(replaced).toMatch(/\/key-service\.replaced-[\d-]{10}T\d{6}\.\d{3}Z\.sqlite$/);

    const core = await opened(used);
    expect(await working(core, used.values.primary, later.values.primary)).toEqual([true, false]);
    await core.close();
    await copyFile(replaced ?? '', database);
    expect(await working(await opened(used), used.values.primary, later.values.primary)).toEqual([true, true]);
  });

  it('works in a folder that has no database', async () => {
    const { backup, dataFolder, ...used } = await backedUp();
    const folder = join(await temporaryFolder(), 'new');
    const restored = await restore({ dataFolder: folder, secretsFolder: join(dataFolder, 'secrets') }, backup, byATest);
    expect(restored).toEqual({ database: join(folder, 'key-service.sqlite'), replaced: null });
    expect(await filesIn(folder)).toEqual(['key-service.lock', 'key-service.sqlite']);
    await copyFile(join(dataFolder, 'revocations.log'), join(folder, 'revocations.log'));
    const options = { dataFolder: folder, secretsFolder: join(dataFolder, 'secrets') };
    expect(await working(await opened({ ...used, dataFolder, options }), used.values.primary)).toEqual([true]);
  });

  it('revives no key that was ended since', async () => {
    const { backup, ...used } = await backedUp();
    await used.core.keySets.revoke(anywhere(used.setId), { confirm: 'GitHub' }, aTest);
    await used.core.close();
    await restore({ dataFolder: used.dataFolder }, backup, byATest);
    expect(await working(await opened(used), used.values.primary)).toEqual([false]);
  });

  it('revives no key whose end had not come to the revocation log yet', async () => {
    const { backup, ...used } = await backedUp();
    const log = join(used.dataFolder, 'revocations.log');
    const before = await readFile(log);
    await writeFile(log, 'damaged');
    const revoked = used.core.keySets.revoke(anywhere(used.setId), { confirm: 'GitHub' }, aTest);
    await expect(revoked).rejects.toMatchObject({ code: 'audit', message: expect.stringContaining('counts') });
    await used.core.close();
    await writeFile(log, before);
    for (let times = 1; times <= 2; times++) await restore({ dataFolder: used.dataFolder }, backup, byATest);
    const core = await opened(used);
    expect(await working(core, used.values.primary, used.values.secondary)).toEqual([false, false]);
    expect((await readFile(log, 'utf8')).slice(before.length)).toContain(used.setId);
    for await (const { firstBreak } of verifyAudit(core.db, core.auditHeads)) expect(firstBreak).toBeNull();
  });

  it('is refused when it does not open with the secrets that are there, and changes nothing', async () => {
    const { backup, ...used } = await backedUp();
    await used.core.masterKeyRotation.run(aTest, () => undefined);
    await used.core.close();
    await expect(restore({ dataFolder: used.dataFolder }, backup, byATest)).rejects.toMatchObject({
      code: 'secrets',
      message: expect.stringContaining('The backup does not open with these secrets: The master-key'),
      next: expect.stringContaining('Nothing was changed'),
    });
    expect(await filesIn(used.dataFolder)).toEqual(['key-service.lock', 'key-service.sqlite']);
    expect(await working(await opened(used), used.values.primary)).toEqual([true]);
  });

  it('revives no session', async () => {
    const { backup, ...used } = await backedUp(async ({ core: { db } }) => {
      const user = {
        id: 'u',
        email: 'u@example.org',
        name: 'U',
        password_hash: '',
        password_changed_at: 0,
        created_at: 0,
      };
      await db.insertInto('users').values(user).execute();
      const session = { digest: Buffer.from('d'), user_id: 'u', created_at: 0, last_seen_at: 0 };
      await db.insertInto('sessions').values(session).execute();
    });
    await used.core.close();
    await restore({ dataFolder: used.dataFolder }, backup, byATest);
    const core = await opened(used);
    expect(await core.db.selectFrom('users').select('id').execute()).toHaveLength(1);
    expect(await core.db.selectFrom('sessions').select('user_id').execute()).toEqual([]);
  });

  it('carries out no deployment that waited, and is audited, once', async () => {
    let id = '';
    const { backup, ...used } = await backedUp(async (before) => {
      id = await requestedDeployment(before);
    });
    await used.core.close();
    await restore({ dataFolder: used.dataFolder }, backup, byATest);
    for (const start of ['the first', 'the second']) {
      const core = await opened(used);
      const info = await deploymentInfo({ ...used, core }, id);
      expect({ start, state: info.currentState }).toEqual({ start, state: 'Error' });
      expect(info.eventChain?.at(-1)?.metadata?.Message).toContain('restored');
      const records = await core.db
        .selectFrom('audit_records')
        .select(['organization_id', 'initiator_name', 'details'])
        .where('operation', '=', 'store.restored')
        .execute();
      expect(records).toEqual([
        {
          organization_id: serviceChain,
          initiator_name: 'a test',
          details: expect.stringContaining('"backup.sqlite"'),
        },
      ]);
    }
  });

  it.each([
    ['accepts that a backup lacks the records since', async () => undefined, [null, null]],
    ['still finds what somebody changed in a backup', forge, [null, 'rewritten']],
  ])('%s', async (_what, spoil, breaks) => {
    const { backup, ...used } = await backedUp(({ core }) => core.auditHeads.sign());
    await used.core.keySets.disable(anywhere(used.setId), {}, aTest);
    // What counts no more in the chains of today is still what was signed of those of the backup.
    await used.core.auditHeads.acceptLoss();
    await used.core.close();
    await spoil(backup, used.organizationId);
    await restore({ dataFolder: used.dataFolder }, backup, byATest);
    const { db, auditHeads } = await opened(used);
    const found: (string | null)[] = [];
    for await (const { firstBreak } of verifyAudit(db, auditHeads)) found.push(firstBreak?.reason ?? null);
    expect(found).toEqual(breaks.map((reason) => reason && expect.stringContaining(reason)));
  });

  it('keeps the whole of a database whose service was killed, in one file', async () => {
    const { backup, ...used } = await backedUp();
    const folder = await temporaryFolder();
    await used.core.db.insertInto('service_settings').values({ name: 'last words', value: '' }).execute();
    // What a killed process leaves: the journal is still there.
    for (const suffix of ['', '-wal']) {
      const name = `key-service.sqlite${suffix}`;
      await copyFile(join(used.dataFolder, name), join(folder, name));
    }
    const secretsFolder = join(used.dataFolder, 'secrets');
    const { replaced } = await restore({ dataFolder: folder, secretsFolder }, backup, byATest);
    expect(await filesIn(folder)).toEqual(['key-service.lock', basename(replaced ?? ''), 'key-service.sqlite']);
    const kept = new DatabaseSync(replaced ?? '');
    expect(kept.prepare("select name from service_settings where name = 'last words'").all()).toHaveLength(1);
    kept.close();
  });

  it('keeps a database that is broken beyond reading, too', async () => {
    const { backup, ...used } = await backedUp();
    await used.core.close();
    await writeFile(join(used.dataFolder, 'key-service.sqlite'), 'broken');
    await writeFile(join(used.dataFolder, 'key-service.sqlite-wal'), 'broken, too');
    const { replaced } = await restore({ dataFolder: used.dataFolder }, backup, byATest);
    expect(await readFile(replaced ?? '', 'utf8')).toBe('broken');
    expect(await readFile(`${replaced}-wal`, 'utf8')).toBe('broken, too');
    expect(await working(await opened(used), used.values.primary)).toEqual([true]);
  });

  it('is refused while the database is used, and by several users it is enough that one remains', async () => {
    const { backup, ...used } = await backedUp();
    const other = await opened(used);
    await used.core.close();
    await expect(restore({ dataFolder: used.dataFolder }, backup, byATest)).rejects.toMatchObject({
      code: 'store-busy',
      message: `The database in ${used.dataFolder} is in use`,
    });
    await other.close();
    await restore({ dataFolder: used.dataFolder }, backup, byATest);
  });

  it.each<[string, (backup: string) => Promise<void>, string]>([
    [
      'is no database',
      async (backup) => await writeFile(backup, 'no database at all'),
      'is no whole backup of a key service',
    ],
    ['is cut off', async (backup) => await truncate(backup, 20_000), 'is no whole backup of a key service'],
    ['is empty', async (backup) => await truncate(backup, 0), 'it holds something else'],
    [
      'is of another program',
      async (backup) => execute(backup, 'alter table key_service_migrations rename to migrations'),
      'it holds something else',
    ],
    [
      'is of a newer version',
      async (backup) => execute(backup, "insert into key_service_migrations values ('9999-later', '')"),
      'newer version of dataminer-deploy',
    ],
  ])('is refused when the file %s, and nothing is changed', async (_what, spoil, message) => {
    const { backup, ...used } = await backedUp();
    await used.core.close();
    await spoil(backup);
    const before = await filesIn(used.dataFolder);
    await expect(restore({ dataFolder: used.dataFolder }, backup, byATest)).rejects.toMatchObject({
      message: expect.stringContaining(message),
    });
    expect(await filesIn(used.dataFolder)).toEqual(before);
    expect(await working(await opened(used), used.values.primary)).toEqual([true]);
  });
});

onPostgres('a note of a restore in PostgreSQL', () => {
  it('is not believed, since the service restores no such database', async () => {
    const used = await usedCore(postgres);
    await noteRestore(used.core.db, { at: '2026-11-23T10:00:00.000Z', backup: 'forged', initiator: aTest });
    await used.core.auditHeads.sign();
    const signed = await used.core.auditHeads.of(used.organizationId);
    await used.core.close();
    const { db, auditHeads } = await opened(used);
    expect(await auditHeads.of(used.organizationId)).toEqual(signed);
    const records = db.selectFrom('audit_records').select('id').where('operation', '=', 'store.restored');
    expect(await records.execute()).toEqual([]);
  });
});

/** Changes the last record of an organization in a backup, and all that follows from it. */
async function forge(backup: string, organizationId: string): Promise<void> {
  const db = openSqliteFile(backup);
  await sql`drop trigger audit_records_never_change`.execute(db);
  await sql`drop trigger audit_heads_count_on`.execute(db);
  const record = await db
    .selectFrom('audit_records')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .orderBy('position', 'desc')
    .executeTakeFirstOrThrow();
  const forged = { ...record, initiator_name: 'somebody else' };
  const hash = recordHash(forged);
  await db
    .updateTable('audit_records')
    .set({ ...forged, hash })
    .where('id', '=', record.id)
    .execute();
  await db.updateTable('audit_heads').set({ hash }).where('organization_id', '=', organizationId).execute();
  await db.destroy();
}

function execute(file: string, sql: string): void {
  const database = new DatabaseSync(file);
  database.exec(sql);
  database.close();
}
