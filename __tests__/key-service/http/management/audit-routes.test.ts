import type { AuditExport, AuditRecord, AuditVerification } from '../../../../src/contract/management/audit.ts';
import type { Page } from '../../../../src/contract/management/list.ts';
import { managementPath, managementPaths } from '../../../../src/contract/management/paths.ts';
import { longChain, once, someEntry } from '../../audit/support.ts';
import { api, type Caller, signIn, tokenFor } from '../../support/management.ts';
import { type RunningService, runningService } from '../../support/service.ts';
import { onEveryStore, type TestStore } from '../../support/stores.ts';

/** A service with somebody who may read the audit, and some records to look for. */
async function audited(store?: TestStore) {
  const service = await runningService(store === undefined ? {} : { store });
  const admin = await signIn(service, 'admin');
  const add = async (name: string) => {
    const entry = someEntry(service.organizationId, {
      operation: 'key.changed',
      subject: { type: 'key-set', id: 'a set', name },
      systemId: service.systemId,
    });
    await service.core.audited.change(async () => ({ result: undefined, entry }));
  };
  return { ...service, admin, add };
}

async function exported(service: RunningService, caller: Caller, wanted: AuditExport): Promise<Response> {
  const path = managementPath(managementPaths.auditExport, { org: service.organizationId });
  return await fetch(service.url + path, {
    method: 'POST',
    headers: { ...caller.headers(service.url), 'content-type': 'application/json' },
    body: JSON.stringify(wanted),
  });
}

onEveryStore('the audit of an organization', (store) => {
  const oneService = once(() => audited(store));

  it('is searched to its very beginning while the caller waits', async () => {
    const service = await runningService({ store });
    const { core, environment } = service;
    const org = environment.newId();
    await longChain(core, org, 3_000, (position) => (position === 1 ? { comparable_subject: 'rare' } : {}));
    const row = { id: org, name: 'Large', comparable_name: 'large', version: 1, created_at: 0 };
    await core.db.insertInto('organizations').values(row).execute();
    const { get } = api(service, await tokenFor(service, 'owner', org), { org });
    const { body } = await get<Page<AuditRecord>>(`${managementPaths.audit}?subject=rare`);
    expect(body.items.map(({ position }) => position)).toEqual([1]);
  });

  it('is read page by page, with the filters of the query', async () => {
    const service = await oneService();
    for (const name of ['one', 'two', 'three']) await service.add(name);
    const { get } = api(service, service.admin);
    const list = (query: string) => get<Page<AuditRecord>>(`${managementPaths.audit}?operation=key.changed${query}`);
    const first = await list('&subject=one&subject=t&limit=2');
    expect(first.status).toBe(200);
    expect(first.body.items.map(({ subject }) => subject.name)).toEqual(['three', 'two']);
    expect(first.body.items[0]?.system).toEqual({ id: service.systemId, name: 'Staging' });
    const second = await list(`&subject=one&subject=t&limit=2&cursor=${first.body.next}`);
    expect(second.body.items.map(({ subject }) => subject.name)).toEqual(['one']);
    expect(second.body.next).toBeNull();
  });

  it('is exported with filters, semicolons and titles (scenario 35)', async () => {
    const service = await oneService();
    await service.core.db.updateTable('organizations').set({ name: 'Éxample & Söns "Ltd"' }).execute();
    for (const name of ['=cmd|calc', 'other', '=cmd "two"; three']) await service.add(name);
    const answer = await exported(service, service.admin, {
      format: 'csv',
      separator: 'semicolon',
      columnTitles: true,
      filters: { subject: '=cmd', system: [service.systemId] },
    });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(answer.headers.get('content-disposition')).toMatch(
      /^attachment; filename="audit-example-sons-ltd-2026-11-23_10-00-00Z\.csv"$/,
    );
    const lines = (await answer.text()).trimEnd().split('\r\n');
    expect(lines).toHaveLength(3);
    expect(lines[0]).toMatch(/^"Time";"Operation";"Subject type";"Subject name";"Subject ID";"DMS";/);
    expect(lines[1]).toContain(`;"'=cmd ""two""; three";"a set";"Staging";`);
    expect(lines[2]).toContain(`"2026-11-23T10:00:00.000Z";"key.changed";"key-set";"'=cmd|calc";`);
  });

  it('is exported as JSON, which is what the list shows', async () => {
    const service = await oneService();
    await service.add('one');
    const { body } = await api(service, service.admin).get<Page<AuditRecord>>(managementPaths.audit);
    const answer = await exported(service, service.admin, { format: 'json' });
    expect(answer.headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect(answer.headers.get('content-disposition')).toContain('Z.json"');
    expect(await answer.json()).toEqual(body.items);
  });

  it('is exported as it was when the export began, which is a record itself by then', async () => {
    const service = await oneService();
    await service.add('before');
    const answer = await exported(service, service.admin, { format: 'csv', filters: { subject: 'before' } });
    await answer.text();
    const { body } = await api(service, service.admin).get<Page<AuditRecord>>(managementPaths.audit);
    const [latest] = body.items;
    expect(latest).toMatchObject({
      operation: 'audit.exported',
      subject: { type: 'audit', id: service.organizationId },
      initiator: { type: 'user', name: service.admin.name },
      details: { format: 'csv', subject: 'before', records: `up to ${(latest?.position ?? 0) - 1}` },
    });
    const all = (await (await exported(service, service.admin, { format: 'json' })).json()) as AuditRecord[];
    expect(all[0]).toMatchObject({ operation: 'audit.exported', position: latest?.position });
  });

  it('says whether its chain is whole', async () => {
    const service = await oneService();
    await service.add('one');
    const { get } = api(service, service.admin);
    const { body } = await get<AuditVerification>(managementPaths.auditVerification);
    expect(body).toEqual({
      whole: true,
      records: expect.any(Number),
      outstanding: 0,
      verifiedAt: '2026-11-23T10:00:00.000Z',
      firstBreak: null,
    });
    await service.add('two');
    const again = await get<AuditVerification>(managementPaths.auditVerification);
    expect(again.body.records).toBe(body.records + 1);
  });
});

describe('the audit of an organization', () => {
  const oneService = once(audited);

  it.each(['audit', 'auditVerification'] as const)('is for those who may read it: %s', async (name) => {
    const service = await oneService();
    const statusFor = async (caller?: Caller) => (await api(service, caller).get(managementPaths[name])).status;
    expect(await statusFor()).toBe(401);
    expect(await statusFor(await signIn(service, null))).toBe(404);
    expect(await statusFor(await signIn(service, 'member'))).toBe(403);
    expect(await statusFor(await signIn(service, 'admin', service))).toBe(403);
    expect(await statusFor(await signIn(service, 'owner'))).toBe(200);
    expect(await statusFor(await tokenFor(service, 'admin'))).toBe(200);
    expect(await statusFor(await tokenFor(service, 'member'))).toBe(403);
  });

  it('is exported by those who may read it only, and nothing is recorded for others', async () => {
    const service = await oneService();
    const member = await signIn(service, 'member');
    const before = await service.core.auditLog.length(service.organizationId);
    expect((await exported(service, member, { format: 'json' })).status).toBe(403);
    expect(await service.core.auditLog.length(service.organizationId)).toBe(before);
  });

  it.each([
    ['a filter that there is not', '?label=x'],
    ['a cursor that is none', '?cursor=abc'],
    ['a DMS that is no ID', '?system=Staging'],
    ['an initiator type that there is not', '?initiatorType=robot'],
    ['a time that is none', '?from=now'],
    ['too many values', `?${'operation=x&'.repeat(101)}`],
    ['a limit out of range', '?limit=500'],
  ])('refuses %s', async (_what, query) => {
    const service = await oneService();
    const answer = await api(service, service.admin).get(managementPaths.audit + query);
    expect(answer.status).toBe(400);
  });

  it('refuses an export before anything of it is recorded when a filter is wrong', async () => {
    const service = await oneService();
    const before = await service.core.auditLog.length(service.organizationId);
    const answer = await exported(service, service.admin, { format: 'csv', filters: { from: 'now' } });
    expect(answer.status).toBe(400);
    expect(await service.core.auditLog.length(service.organizationId)).toBe(before);
  });

  it('is not exported when that cannot be recorded', async () => {
    const service = await audited();
    await service.add('a record that must not get out');
    // A record is where the next one has to go.
    const { db } = service.core;
    const [last] = await db.selectFrom('audit_records').selectAll().orderBy('position', 'desc').limit(1).execute();
    if (last === undefined) throw new Error('there is no record');
    await db
      .insertInto('audit_records')
      .values({ ...last, id: 'another', position: last.position + 1 })
      .execute();
    const answer = await exported(service, service.admin, { format: 'csv' });
    expect(answer.status).toBe(503);
    expect(await answer.text()).not.toContain('must not get out');
  });

  it.each([
    ['=1+1', `"'=1+1"`],
    ['+1', `"'+1"`],
    ['-1', `"'-1"`],
    ['@SUM(A1)', `"'@SUM(A1)"`],
    ['\tcmd', `"'\tcmd"`],
    ['\rcmd', `"'\rcmd"`],
    ['＝1+1', `"'＝1+1"`],
    ['＠SUM', `"'＠SUM"`],
    ['a "quoted", name', '"a ""quoted"", name"'],
    ['two\r\nlines', '"two\r\nlines"'],
    ['a;=b', '"a;=b"'],
  ])('gives no spreadsheet a formula or a broken line: %j', async (name, cell) => {
    const service = await oneService();
    await service.add(name);
    const answer = await exported(service, service.admin, { format: 'csv', filters: { operation: 'key.changed' } });
    const text = Buffer.from(await answer.arrayBuffer()).toString();
    expect(text).toContain(`"key-set",${cell},"a set"`);
    expect(text.startsWith('\uFEFF"Time"')).toBe(true);
  });

  it('is exported without titles when they are not wanted, and empty when nothing matches', async () => {
    const service = await oneService();
    const none = { filters: { operation: 'pepper.rotated' } };
    const text = async (wanted: AuditExport) => await (await exported(service, service.admin, wanted)).text();
    expect(await text({ format: 'csv', columnTitles: false, ...none })).toBe('');
    expect(await text({ format: 'csv', ...none })).toMatch(/^"Time",.*\r\n$/);
    expect(await text({ format: 'json', ...none })).toBe('[]\n');
  });
});
