import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { onEveryStore, onPostgres, postgres } from '../support/stores.ts';
import { openCore, revoke, someEntry } from './support.ts';

onEveryStore('the audit trail in the database', (store) => {
  async function withRecords() {
    const core = await openCore(await store.fresh());
    const organizationId = randomUUID();
    for (let count = 0; count < 2; count++) {
      await core.audited.change(async () => ({ result: undefined, entry: someEntry(organizationId) }));
    }
    return { ...core, organizationId };
  }

  it('refuses to change a record', async () => {
    const { db } = await withRecords();
    const change = db.updateTable('audit_records').set({ details: '{}' }).where('position', '=', 1).execute();
    await expect(change).rejects.toThrow('rows of audit_records never change');
  });

  it('refuses to remove a record', async () => {
    const { db } = await withRecords();
    await expect(db.deleteFrom('audit_records').where('position', '=', 2).execute()).rejects.toThrow(
      'rows of audit_records are never removed',
    );
  });

  it('refuses to forget where a chain ends, or to set it back', async () => {
    const { db, organizationId } = await withRecords();
    const end = (position: number) =>
      db.updateTable('audit_heads').set({ position }).where('organization_id', '=', organizationId).execute();
    await expect(db.deleteFrom('audit_heads').execute()).rejects.toThrow('rows of audit_heads are never removed');
    await expect(end(1)).rejects.toThrow('position of audit_heads only ever grows by one');
    await expect(end(2)).rejects.toThrow('only ever grows by one');
    await expect(end(4)).rejects.toThrow('only ever grows by one');
  });
});

onPostgres('the audit trail in PostgreSQL', () => {
  it.each(['audit_records', 'audit_heads'])('refuses to empty %s', async (table) => {
    const db = await postgres.open();
    await expect(sql`truncate ${sql.table(table)}`.execute(db)).rejects.toThrow('never removed');
  });

  it('needs no right to change or remove records, so the service can do without', async () => {
    const options = await postgres.fresh();
    const owner = await openCore(options);
    const role = `service_${randomUUID().replaceAll('-', '')}`;
    const execute = (statement: string) => sql.raw(statement).execute(owner.db);
    await execute(`create role ${role} login password 'of a test'`);
    await execute(`grant select, insert, update, delete on all tables in schema public to ${role}`);
    await execute(`revoke update, delete on audit_records from ${role}`);
    await execute(`revoke delete on audit_heads from ${role}`);
    try {
      const url = new URL(options.databaseUrl ?? '');
      url.username = role;
      url.password = 'of a test';
      const service = await openCore({ ...options, databaseUrl: url.href });
      await revoke(service, randomUUID(), { kind: 'token-revoked', tokenId: 'a token' });
      await service.auditHeads.sign();
      const attempt = (statement: string) => sql.raw(statement).execute(service.db);
      await expect(attempt('delete from audit_records')).rejects.toThrow('permission denied');
      await expect(attempt('alter table audit_records disable trigger all')).rejects.toThrow('must be owner');
      await service.close();
    } finally {
      await execute(`drop owned by ${role}`);
      await execute(`drop role ${role}`);
    }
  });
});
