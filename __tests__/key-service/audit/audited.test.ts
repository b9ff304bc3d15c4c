import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import { KeyServiceError } from '../../../src/key-service/key-service-error.ts';
import { onEveryStore } from '../support/stores.ts';
import { openCore, someEntry } from './support.ts';

onEveryStore('an audited change', (store) => {
  const opened = async () => {
    const core = await openCore(await store.fresh());
    const records = () => core.db.selectFrom('audit_records').select(['operation', 'position']).execute();
    const organizations = () => core.db.selectFrom('organizations').select('id').execute();
    return { core, records, organizations };
  };

  const newOrganization = (id: string) => ({
    id,
    name: 'Example',
    comparable_name: 'example',
    version: 1,
    created_at: 0,
    changed_at: 0,
    changed_by: 'a test',
  });

  it('is stored together with its record', async () => {
    const { core, records, organizations } = await opened();
    const id = randomUUID();
    const result = await core.audited.change(async (transaction) => {
      await transaction.insertInto('organizations').values(newOrganization(id)).execute();
      return { result: 'done', entry: someEntry(id, { operation: 'organization.created' }) };
    });
    expect(result).toBe('done');
    expect(await organizations()).toHaveLength(1);
    expect(await records()).toEqual([{ operation: 'organization.created', position: 1 }]);
  });

  it('leaves nothing behind when it fails', async () => {
    const { core, records, organizations } = await opened();
    const refusal = new KeyServiceError('not-confirmed', 'No', 'Type it');
    const change = core.audited.change(async (transaction) => {
      await transaction.insertInto('organizations').values(newOrganization(randomUUID())).execute();
      throw refusal;
    });
    await expect(change).rejects.toBe(refusal);
    expect(await organizations()).toEqual([]);
    expect(await records()).toEqual([]);
  });

  it('is told to listeners record by record, once it is on disk and only then', async () => {
    const { core } = await opened();
    const told: string[] = [];
    core.audited.records.on('added', ({ operation }) => told.push(operation));
    const id = randomUUID();
    await core.audited.change(async () => {
      expect(told).toEqual([]);
      return {
        result: undefined,
        entry: [someEntry(id, { operation: 'key.created' }), someEntry(id, { operation: 'key.revealed' })],
      };
    });
    await core.audited.change(() => Promise.reject(new Error('broken'))).catch(() => undefined);
    expect(told).toEqual(['key.created', 'key.revealed']);
  });

  it('is refused, and its result withheld, when the record cannot be written (scenario 26)', async () => {
    const { core, organizations } = await opened();
    await sql`drop table audit_records`.execute(core.db);
    const id = randomUUID();
    const change = core.audited.change(async (transaction) => {
      await transaction.insertInto('organizations').values(newOrganization(id)).execute();
      return { result: 'a secret', entry: someEntry(id) };
    });
    await expect(change).rejects.toMatchObject({ code: 'audit' });
    expect(await organizations()).toEqual([]);
  });

  it('writes several records in their order, or none when nothing was changed', async () => {
    const { core, records } = await opened();
    const [one, other] = [randomUUID(), randomUUID()];
    const entry = [
      someEntry(one, { operation: 'user.created' }),
      someEntry(other, { operation: 'token.created' }),
      someEntry(one, { operation: 'user.changed' }),
    ];
    await core.audited.change(async () => ({ result: undefined, entry }));
    await core.audited.change(async () => ({ result: undefined, entry: [] }));
    expect(await records()).toHaveLength(3);
    const chain = await core.db
      .selectFrom('audit_records')
      .select(['operation', 'position'])
      .where('organization_id', '=', one)
      .orderBy('position')
      .execute();
    expect(chain).toEqual([
      { operation: 'user.created', position: 1 },
      { operation: 'user.changed', position: 2 },
    ]);
  });

  it('keeps the chains whole when many write to them at once, in whatever order', async () => {
    const options = await store.fresh();
    const cores = [await openCore(options), await openCore(options)];
    const organizations = [randomUUID(), randomUUID(), randomUUID()];
    const changes = Array.from({ length: 40 }, (_, index) => {
      const chosen = index % 2 === 0 ? organizations : organizations.toReversed();
      return cores[index % 2]?.audited.change(async () => ({
        result: undefined,
        entry: chosen.map((id) => someEntry(id)),
      }));
    });
    await Promise.all(changes);
    const heads = await cores[0]?.db.selectFrom('audit_heads').select('position').execute();
    expect(heads).toEqual([{ position: 40 }, { position: 40 }, { position: 40 }]);
  });

  it('has its revocations in the log when it is done', async () => {
    const { core } = await opened();
    await core.audited.change(async () => ({
      result: undefined,
      entry: [],
      revocations: [{ kind: 'token-revoked', tokenId: 'a token' }],
    }));
    expect(await readFile(join(core.dataFolder, 'revocations.log'), 'utf8')).toContain('a token');
  });

  it('says so when it is made but the revocation log cannot be written; the log gets it with the next one', async () => {
    const { core } = await opened();
    const path = join(core.dataFolder, 'revocations.log');
    const whole = await readFile(path);
    await rm(path);
    await mkdir(path);
    const revoking = (tokenId: string) =>
      core.audited.change(async () => ({
        result: undefined,
        entry: [],
        revocations: [{ kind: 'token-revoked', tokenId }],
      }));
    await expect(revoking('first')).rejects.toMatchObject({
      code: 'audit',
      message: expect.stringContaining('The change is made and counts'),
    });
    await rm(path, { recursive: true });
    await writeFile(path, whole);
    await revoking('second');
    expect(await readFile(path, 'utf8')).toMatch(/first.*\n.*second/);
  });
});
