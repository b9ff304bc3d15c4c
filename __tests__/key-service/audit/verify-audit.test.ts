import { appendFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import { AuditHeads, auditHeadsFileName } from '../../../src/key-service/audit/audit-heads.ts';
import { recordHash } from '../../../src/key-service/audit/audit-record.ts';
import { Verifications } from '../../../src/key-service/audit/verifications.ts';
import { type VerifiedChain, verifyAudit } from '../../../src/key-service/audit/verify-audit.ts';
import { loadSecrets } from '../../../src/key-service/secrets/service-secrets.ts';
import { isPostgres } from '../../../src/key-service/store/is-postgres.ts';
import type { Tables } from '../../../src/key-service/store/schema.ts';
import { testEnvironment } from '../support/environment.ts';
import { onEveryStore } from '../support/stores.ts';
import { openCore, someEntry } from './support.ts';

type AuditRow = Tables['audit_records'];

onEveryStore('verifying the audit', (store) => {
  /** A database with two chains, of 7 and 2 records, and what signs their ends. */
  async function twoChains() {
    const environment = testEnvironment();
    const core = await openCore(await store.fresh(), environment);
    const { db } = core;
    const path = join(core.dataFolder, auditHeadsFileName);
    const { peppers } = await loadSecrets({ folder: core.secretsFolder, variables: {} }, db, environment);
    const newHeads = () => new AuditHeads(db, path, peppers, environment);
    const add = async (organizationId: string, count = 1) => {
      for (let index = 0; index < count; index++) {
        await core.audited.change(async () => ({
          result: undefined,
          entry: someEntry(organizationId, { details: { note: `Ünïcødé ${index} 🔑` } }),
        }));
      }
    };
    await add('a', 7);
    await add('b', 2);
    /** Takes the locks off the tables, as somebody may who owns the database. */
    const unlock = async () => {
      const triggers = isPostgres(db)
        ? sql<{
            name: string;
            on: string;
          }>`select tgname as name, tgrelid::regclass::text as on from pg_trigger where not tgisinternal`
        : sql<{ name: string; on: string }>`select name, tbl_name as "on" from sqlite_master where type = 'trigger'`;
      for (const { name, on } of (await triggers.execute(db)).rows) {
        const where = isPostgres(db) ? sql`on ${sql.table(on)}` : sql``;
        await sql`drop trigger ${sql.ref(name)} ${where}`.execute(db);
      }
    };
    const change = async (position: number, change: Partial<AuditRow>) => {
      await db
        .updateTable('audit_records')
        .set(change)
        .where('organization_id', '=', 'a')
        .where('position', '=', position)
        .execute();
    };
    const remove = async (...positions: number[]) => {
      await db
        .deleteFrom('audit_records')
        .where('organization_id', '=', 'a')
        .where('position', 'in', positions)
        .execute();
    };
    const records = () =>
      db.selectFrom('audit_records').selectAll().where('organization_id', '=', 'a').orderBy('position').execute();
    /** Changes a record and computes all hashes from there on anew, the end of the chain included. */
    const rewrite = async (from: number, over: Partial<AuditRow> = { operation: 'key.created' }) => {
      let previous: AuditRow | undefined;
      for (const row of await records()) {
        const content = {
          ...row,
          ...(row.position === from && over),
          ...(row.position > from && previous && { previous_hash: previous.hash }),
        };
        previous = { ...content, hash: recordHash(content) };
        if (row.position >= from) await change(row.position, previous);
      }
      if (previous) await setHead({ hash: previous.hash });
    };
    const setHead = async (head: Partial<Tables['audit_heads']>) => {
      await db.updateTable('audit_heads').set(head).where('organization_id', '=', 'a').execute();
    };
    const verified = async (): Promise<VerifiedChain[]> => {
      const chains: VerifiedChain[] = [];
      for await (const chain of verifyAudit(db, newHeads(), { pageSize: 3 })) chains.push(chain);
      return chains;
    };
    const firstBreak = async () => (await verified())[0]?.firstBreak ?? null;
    await unlock();
    return {
      ...core,
      environment,
      path,
      newHeads,
      add,
      change,
      remove,
      records,
      rewrite,
      setHead,
      verified,
      firstBreak,
    };
  }

  it('finds every chain whole when nobody has touched them', async () => {
    const { verified, newHeads } = await twoChains();
    expect((await verified()).map(({ verified: { position }, signed }) => [position, signed])).toEqual([
      [7, null],
      [2, null],
    ]);
    await newHeads().sign();
    const chains = await verified();
    expect(chains.map(({ firstBreak, outstanding }) => [firstBreak, outstanding])).toEqual([
      [null, 0],
      [null, 0],
    ]);
    expect(chains.map(({ signed }) => signed?.position)).toEqual([7, 2]);
  });

  it.each<[string, Partial<AuditRow>]>([
    ['operation', { operation: 'key.created' }],
    ['time', { created_at: 1 }],
    ['ID', { id: 'another' }],
    ['subject', { subject_name: 'GitLab' }],
    ['text that is searched for the subject', { comparable_subject: '' }],
    ['DMS', { system_id: 'another' }],
    ['initiator', { initiator_name: 'somebody else' }],
    ['ID of the initiator', { initiator_id: '' }],
    ['details', { details: '{}' }],
    ['hash', { hash: new Uint8Array(32) }],
    ['predecessor', { previous_hash: new Uint8Array(32) }],
  ])('names the record whose %s was changed by hand (scenario 34)', async (_what, over) => {
    const { change, firstBreak, records } = await twoChains();
    await change(5, over);
    const [record] = (await records()).filter(({ position }) => position === 5);
    expect(await firstBreak()).toEqual({
      position: 5,
      id: record?.id,
      at: record?.created_at,
      reason: 'the record was changed',
    });
  });

  it('names a changed record even when its hash was computed anew', async () => {
    const { change, firstBreak, records } = await twoChains();
    const [record] = (await records()).filter(({ position }) => position === 3);
    const changed = { ...(record as AuditRow), operation: 'key.created' };
    await change(3, { operation: 'key.created', hash: recordHash(changed) });
    expect(await firstBreak()).toMatchObject({
      position: 3,
      id: record?.id,
      reason: 'the record was changed, and its hash computed anew',
    });
  });

  it('names the first of several breaks, and goes on with the other chains', async () => {
    const { change, verified } = await twoChains();
    await change(6, { details: '{}' });
    await change(2, { details: '{}' });
    const [one, other] = await verified();
    expect(one?.firstBreak?.position).toBe(2);
    expect(one?.verified.position).toBe(1);
    expect(other?.firstBreak).toBeNull();
  });

  it('names the record that is missing', async () => {
    const { remove, firstBreak } = await twoChains();
    await remove(4);
    expect(await firstBreak()).toEqual({ position: 4, id: null, at: null, reason: 'the record is missing' });
    await remove(1, 2, 3, 5);
    expect(await firstBreak()).toMatchObject({ position: 1, reason: '5 records from here on are missing' });
  });

  it('finds that the end was cut off', async () => {
    const { remove, firstBreak } = await twoChains();
    await remove(6, 7);
    expect(await firstBreak()).toMatchObject({
      position: 6,
      id: null,
      reason: 'the end was cut off: there were records up to 7',
    });
  });

  it('finds that all records of a chain are gone', async () => {
    const { remove, firstBreak } = await twoChains();
    await remove(1, 2, 3, 4, 5, 6, 7);
    expect(await firstBreak()).toMatchObject({ position: 1, reason: expect.stringContaining('cut off') });
  });

  it.each([
    ['set back', { position: 5 }],
    ['changed', { hash: new Uint8Array(32) }],
  ])('finds that the noted end of a chain was %s', async (_what, head) => {
    const { setHead, firstBreak } = await twoChains();
    await setHead(head);
    expect(await firstBreak()).toMatchObject({
      position: 7,
      reason: 'this is the last record, but not the one that is noted as the end of the chain',
    });
  });

  it('finds that the noted end of a chain is gone', async () => {
    const { db, firstBreak } = await twoChains();
    await db.deleteFrom('audit_heads').execute();
    expect(await firstBreak()).toMatchObject({ position: 7 });
  });

  describe('with signed heads', () => {
    it('finds a chain that was rewritten from a record on, though it is whole in itself', async () => {
      const { rewrite, firstBreak, newHeads } = await twoChains();
      await rewrite(5);
      expect(await firstBreak()).toBeNull();
      await newHeads().acceptLoss();
      await rewrite(5, { operation: 'key.revoked' });
      expect(await firstBreak()).toMatchObject({ position: 1, reason: expect.stringContaining('was rewritten') });
    });

    it('says between which signed records it was rewritten', async () => {
      const { rewrite, firstBreak, newHeads, add } = await twoChains();
      const heads = newHeads();
      await heads.sign();
      await add('a', 3);
      await heads.sign();
      await add('a', 3);
      await heads.sign();
      await rewrite(9);
      expect(await firstBreak()).toMatchObject({
        position: 8,
        reason: expect.stringMatching(
          /rewritten from here on, or from a later record up to 10, which was signed on 2026-/,
        ),
      });
    });

    it('finds that the end was cut off together with what is noted of it', async () => {
      const { remove, setHead, records, firstBreak, newHeads } = await twoChains();
      await newHeads().sign();
      await remove(6, 7);
      const last = (await records()).at(-1);
      await setHead({ position: 5, hash: last?.hash ?? new Uint8Array() });
      expect(await firstBreak()).toMatchObject({
        position: 6,
        reason: expect.stringContaining('the end was cut off: record 7 was signed on'),
      });
    });

    it('finds that a chain is gone without a trace in the database', async () => {
      const { db, verified, newHeads } = await twoChains();
      await newHeads().sign();
      for (const table of ['audit_records', 'audit_heads'] as const) {
        await db.deleteFrom(table).where('organization_id', '=', 'b').execute();
      }
      expect((await verified())[1]).toMatchObject({ organizationId: 'b', firstBreak: { position: 1 } });
    });

    it('still names a single record that was changed', async () => {
      const { change, firstBreak, newHeads } = await twoChains();
      await newHeads().sign();
      await change(4, { details: '{}' });
      expect(await firstBreak()).toMatchObject({ position: 4, reason: 'the record was changed' });
    });

    it('signs no chain over that is no longer the one that was signed, but all others', async () => {
      const { rewrite, add, newHeads } = await twoChains();
      const heads = newHeads();
      await heads.sign();
      await rewrite(2);
      await add('a');
      await add('b');
      await expect(heads.sign()).rejects.toMatchObject({
        code: 'audit',
        message: expect.stringContaining('organization a is not the one whose record 7 was signed'),
      });
      const latest = await newHeads().latest();
      expect([latest.get('a')?.position, latest.get('b')?.position]).toEqual([7, 3]);
    });

    it('signs only what has grown, also when several processes sign', async () => {
      const { add, newHeads } = await twoChains();
      const [one, other] = [newHeads(), newHeads()];
      await one.sign();
      await other.sign();
      await add('a');
      await Promise.all([one.sign(), other.sign()]);
      expect((await newHeads().of('a')).map(({ position }) => position)).toEqual([7, 8]);
      expect(await newHeads().of('b')).toHaveLength(1);
    });

    it('counts nothing that was signed before an operator accepted the loss of records', async () => {
      const { remove, setHead, records, firstBreak, newHeads } = await twoChains();
      await newHeads().sign();
      await remove(6, 7);
      await setHead({ position: 5, hash: (await records()).at(-1)?.hash ?? new Uint8Array() });
      await newHeads().acceptLoss();
      expect(await firstBreak()).toBeNull();
      expect((await newHeads().of('a')).map(({ position }) => position)).toEqual([5]);
    });

    it('expects no chain any more whose loss was accepted', async () => {
      const { db, verified, newHeads } = await twoChains();
      await newHeads().sign();
      for (const table of ['audit_records', 'audit_heads'] as const) {
        await db.deleteFrom(table).where('organization_id', '=', 'b').execute();
      }
      await newHeads().acceptLoss();
      expect((await verified()).map(({ organizationId, firstBreak }) => [organizationId, firstBreak])).toEqual([
        ['a', null],
      ]);
    });

    it('begins anew when signed heads that were changed are accepted as lost', async () => {
      const { path, newHeads, verified } = await twoChains();
      await newHeads().sign();
      await appendFile(path, 'damaged\n');
      await newHeads().acceptLoss();
      expect((await verified()).map(({ signed }) => signed?.position)).toEqual([7, 2]);
    });

    it('does not trust signed heads that were changed themselves', async () => {
      const { path, newHeads, verified } = await twoChains();
      await newHeads().sign();
      await appendFile(path, '{"at":"2030-01-01T00:00:00.000Z","lossAccepted":true}\n');
      await expect(verified()).rejects.toThrow('line 3 cannot be trusted');
    });
  });

  describe('for those who ask often', () => {
    it('reads only what came since', async () => {
      const { db, newHeads, environment, add, change } = await twoChains();
      const verifications = new Verifications(db, newHeads(), environment);
      const at = new Date(environment.now()).toISOString();
      expect(await verifications.of('a')).toEqual({
        whole: true,
        records: 7,
        outstanding: 0,
        verifiedAt: at,
        firstBreak: null,
      });
      await change(3, { details: '{}' });
      await add('a');
      expect(await verifications.of('a')).toMatchObject({ whole: true, records: 8 });
      await add('a');
      await change(9, { details: '{}' });
      expect(await verifications.of('a')).toMatchObject({ whole: false, records: 8, firstBreak: { position: 9 } });
    });

    it('is told what a verification of everything finds out', async () => {
      const { db, newHeads, environment, change } = await twoChains();
      const verifications = new Verifications(db, newHeads(), environment);
      await verifications.of('a');
      await verifications.all();
      await change(3, { details: '{}' });
      await expect(verifications.all()).rejects.toMatchObject({
        code: 'audit',
        message: 'The audit chain of organization a is broken at record 3: the record was changed',
      });
      expect(await verifications.of('a')).toMatchObject({ whole: false, firstBreak: { position: 3 } });
      expect(await verifications.of('b')).toMatchObject({ whole: true });
    });

    it('verifies a chain once when many ask at the same time', async () => {
      const { db, newHeads, environment } = await twoChains();
      const verifications = new Verifications(db, newHeads(), environment);
      const answers = await Promise.all([
        verifications.of('a'),
        verifications.of('a'),
        verifications.of('A chain of nobody'),
      ]);
      expect(answers.map(({ records }) => records)).toEqual([7, 7, 0]);
    });

    it('ends when the service does', async () => {
      const { db, newHeads, environment } = await twoChains();
      const verifications = new Verifications(db, newHeads(), environment);
      verifications.end();
      await expect(verifications.all()).resolves.toBeUndefined();
    });
  });

  it('needs no signed heads', async () => {
    const { path, newHeads, firstBreak } = await twoChains();
    await newHeads().sign();
    await rm(path);
    expect(await firstBreak()).toBeNull();
  });
});
