import { Check } from 'typebox/value';
import { Organization, OrganizationList } from '../../../../src/contract/management/organizations.ts';
import { managementPaths } from '../../../../src/contract/management/paths.ts';
import { aTest, recordsOf, revocationsIn } from '../../support/custodian.ts';
import { anotherSystem } from '../../support/deployment.ts';
import { api, type Caller, signIn, tokenFor } from '../../support/management.ts';
import { type RunningService, runningService } from '../../support/service.ts';
import { onEveryStore, type TestStore } from '../../support/stores.ts';

/** The organizations as somebody works with them. */
function organizationsOf(service: RunningService, caller: Caller | undefined, org = service.organizationId) {
  const { get, post, patch } = api(service, caller, { org });
  return {
    list: (query = '') => get<{ items: Organization[]; next: string | null }>(managementPaths.organizations + query),
    create: (body: unknown) => post<Organization>(managementPaths.organizations, body),
    view: () => get<Organization>(managementPaths.organization),
    change: (body: unknown) => patch<Organization>(managementPaths.organization, body),
  };
}

async function serviceWith(store: TestStore, role: 'owner' | 'admin' | 'member' | null) {
  const service = await runningService({ store });
  const caller = await signIn(service, role);
  return { service, caller, organizations: organizationsOf(service, caller) };
}

onEveryStore('the organizations', (store) => {
  it('that somebody has a role on, or a DMS of, are listed with that role, by name', async () => {
    const { service, caller, organizations } = await serviceWith(store, 'member');
    const { core } = service;
    const strange = await core.organizations.create('Strange', aTest);
    const systemOfAnother = { ...service, organizationId: (await core.organizations.create('Another', aTest)).id };
    const dmsOnly = {
      organizationId: systemOfAnother.organizationId,
      systemId: await anotherSystem(systemOfAnother),
    };
    const guest = await signIn(service, 'owner', dmsOnly);
    const { body } = await organizations.list();
    expect(Check(OrganizationList, body)).toBe(true);
    expect(body).toEqual({
      items: [
        {
          id: service.organizationId,
          name: 'Example',
          role: 'member',
          rights: expect.arrayContaining(['view organization']),
          version: 1,
          createdAt: '2026-11-23T10:00:00.000Z',
          retention: { packageDays: 14, callerDays: 400 },
        },
      ],
      next: null,
    });
    const ofGuest = await organizationsOf(service, guest).list();
    expect(ofGuest.body.items).toMatchObject([{ name: 'Another', role: null }]);
    expect((await organizationsOf(service, guest, dmsOnly.organizationId).view()).body).toEqual(ofGuest.body.items[0]);
    expect((await organizationsOf(service, await tokenFor(service, 'admin')).list()).body.items).toMatchObject([
      { name: 'Example', role: 'admin' },
    ]);
    expect((await organizationsOf(service, caller, strange.id).view()).status).toBe(404);
  });

  it('tell how long the service keeps things, as its operator chose', async () => {
    const service = await runningService({ store, retention: { packageDays: 30 } });
    const { body } = await organizationsOf(service, await signIn(service, 'member')).view();
    expect(body.retention).toEqual({ packageDays: 30, callerDays: 400 });
  });

  it('are listed by name, whatever its case', async () => {
    const { organizations } = await serviceWith(store, 'owner');
    for (const name of ['zeta', 'Beta', 'alpha']) await organizations.create({ name });
    const { body } = await organizations.list();
    expect(body.items.map(({ name }) => name)).toEqual(['alpha', 'Beta', 'Example', 'zeta']);
  });

  it('are listed page by page, also when several have the same name', async () => {
    const { service, organizations } = await serviceWith(store, 'owner');
    for (let number = 0; number < 3; number++) expect((await organizations.create({ name: 'Same' })).status).toBe(201);
    const seen: Organization[] = [];
    let cursor = '';
    for (;;) {
      const { body } = await organizations.list(`?limit=1${cursor}`);
      expect(body.items).toHaveLength(1);
      seen.push(...body.items);
      if (body.next === null) break;
      cursor = `&cursor=${body.next}`;
    }
    expect(seen.map(({ name }) => name)).toEqual(['Example', 'Same', 'Same', 'Same']);
    expect(new Set(seen.map(({ id }) => id)).size).toBe(4);
    expect((await organizationsOf(service, undefined).list()).status).toBe(401);
    expect((await organizations.list('?cursor=x')).status).toBe(400);
  });

  it('are listed page by page, however long their names become as they are compared', async () => {
    const { organizations } = await serviceWith(store, 'owner');
    // A hundred of the characters that are compared as the longest texts.
    for (const end of ['\ufdfa', '\u3300']) await organizations.create({ name: '\ufdfa'.repeat(99) + end });
    const names: string[] = [];
    for (let next: string | null = ''; next !== null; ) {
      const { status, body } = await organizations.list(`?limit=1${next && `&cursor=${next}`}`);
      expect(status).toBe(200);
      names.push(...body.items.map(({ name }) => name.slice(-1)));
      next = body.next;
    }
    expect(names).toEqual(['e', '\ufdfa', '\u3300']);
  });

  it('can be created by an Owner of another one, who becomes its Owner, and by nobody else', async () => {
    const { service, caller, organizations } = await serviceWith(store, 'owner');
    const { status, body } = await organizations.create({ name: '  New one ' });
    expect(status).toBe(201);
    expect(body).toMatchObject({ name: 'New one', role: 'owner', version: 1 });
    expect(Check(Organization, body)).toBe(true);
    expect(await recordsOf(service.core, body.id)).toEqual([
      {
        operation: 'organization.created',
        label: 'New one',
        systemId: null,
        by: `user ${caller.name}`,
        details: { owner: caller.name },
      },
    ]);
    expect(await revocationsIn(service.core)).toContainEqual({
      kind: 'role',
      userId: caller.id,
      scopeId: body.id,
      role: 'owner',
    });
    const { systemId, organizationId } = service;
    for (const other of [
      await signIn(service, 'admin'),
      await signIn(service, null),
      await signIn(service, 'owner', { organizationId, systemId }),
      await tokenFor(service, 'owner'),
    ]) {
      expect((await organizationsOf(service, other).create({ name: 'Mine' })).status).toBe(403);
    }
    expect((await organizationsOf(service, undefined).create({ name: 'Mine' })).status).toBe(401);
    for (const broken of [{ name: ' ' }, { name: 5 }, {}, { name: 'x', role: 'owner' }, undefined]) {
      expect((await organizations.create(broken)).status).toBe(400);
    }
  });

  it('are renamed by Admins, each time by one who has seen the last change', async () => {
    const { service, caller, organizations } = await serviceWith(store, 'admin');
    const changed = await organizations.change({ name: 'Renamed', version: 1 });
    expect(changed).toMatchObject({ status: 200, body: { name: 'Renamed', version: 2, role: 'admin' } });
    const late = await organizations.change({ name: 'Late', version: 1 });
    expect(late).toMatchObject({
      status: 409,
      body: { version: 2, changedBy: caller.name, changedAt: '2026-11-23T10:00:00.000Z' },
    });
    expect((await organizations.view()).body).toEqual(changed.body);
    // Nothing new is no change.
    expect((await organizations.change({ name: 'Renamed', version: 2 })).body.version).toBe(2);
    expect(await recordsOf(service.core, service.organizationId)).toMatchObject([
      { operation: 'organization.created' },
      { operation: 'organization.changed', label: 'Renamed', details: { 'former name': 'Example' } },
    ]);
    expect((await organizations.change({ version: 9 })).body).toMatchObject({ status: 409 });
  });

  it('are renamed by one of two at a time', async () => {
    const { organizations } = await serviceWith(store, 'owner');
    const names = Array.from({ length: 6 }, (_, number) => `Name ${number}`);
    const answers = await Promise.all(names.map((name) => organizations.change({ name, version: 1 })));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409, 409, 409]);
  });

  it('answer 401 to nobody, 404 to outsiders, 403 to Members who want more than to look', async () => {
    const { service } = await serviceWith(store, 'owner');
    const { organizationId, systemId } = service;
    const statuses = async (caller: Caller | undefined, org?: string) => {
      const { view, change } = organizationsOf(service, caller, org);
      return [(await view()).status, (await change({ name: 'Mine' })).status];
    };
    expect(await statuses(undefined)).toEqual([401, 401]);
    expect(await statuses(await signIn(service, null))).toEqual([404, 404]);
    expect(await statuses(await signIn(service, 'member'))).toEqual([200, 403]);
    expect(await statuses(await signIn(service, 'owner', { organizationId, systemId }))).toEqual([200, 403]);
    expect(await statuses(await tokenFor(service, 'member'))).toEqual([200, 403]);
    expect(await statuses(await signIn(service, 'owner'), 'no-such')).toEqual([404, 404]);
    const { id } = await service.core.organizations.create('Other', aTest);
    expect(await statuses(await tokenFor(service, 'owner', id))).toEqual([404, 404]);
  });
});
