import { mkdir, rm, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { Check } from 'typebox/value';
import { System, SystemList } from '../../../../src/contract/management/organizations.ts';
import { managementPaths } from '../../../../src/contract/management/paths.ts';
import { recordsOf, revocationsIn } from '../../support/custodian.ts';
import { anotherSystem } from '../../support/deployment.ts';
import { temporaryFolder } from '../../support/folder.ts';
import { api, type Caller, giveRole, signIn, tokenFor } from '../../support/management.ts';
import { type RunningService, runningService } from '../../support/service.ts';
import { onEveryStore, type TestStore } from '../../support/stores.ts';

const reachable = { reachable: true, reason: null };

/** The DMSs of the organization of the test as somebody works with them. */
function systemsOf(service: RunningService, caller: Caller | undefined, parts: Record<string, string> = {}) {
  const { get, post, patch } = api(service, caller, parts);
  return {
    list: (query = '') => get<{ items: System[]; next: string | null }>(managementPaths.systems + query),
    connect: (folder: string, name = 'New') =>
      post<System>(managementPaths.systems, { name, connector: { type: 'folder', folder } }),
    view: () => get<System>(managementPaths.system),
    change: (body: unknown) => patch<System>(managementPaths.system, body),
  };
}

/** A service whose operator allows DMSs below one folder. */
async function serviceWith(store: TestStore, role: 'owner' | 'admin' | 'member') {
  const allowed = await temporaryFolder();
  const service = await runningService({ store, allowedFolders: [allowed] });
  const caller = await signIn(service, role);
  const folder = join(allowed, 'Skyline DataMiner');
  await mkdir(folder);
  return { service, caller, allowed, folder, systems: systemsOf(service, caller) };
}

onEveryStore('the DMSs of an organization', (store) => {
  it('are listed by name to those who may see them, with the connector for those who may change it', async () => {
    const { service, systems } = await serviceWith(store, 'admin');
    const other = await anotherSystem(service);
    const { body } = await systems.list();
    expect(Check(SystemList, body)).toBe(true);
    expect(body.items.map(({ id }) => id).sort()).toEqual([service.systemId, other].sort());
    expect(body.items.find(({ id }) => id === service.systemId)).toEqual({
      id: service.systemId,
      organizationId: service.organizationId,
      name: 'Staging',
      role: 'admin',
      rights: expect.arrayContaining(['change system', 'manage deployments']),
      connector: { type: 'folder', folder: service.root },
      status: reachable,
      version: 1,
      createdAt: '2026-11-23T10:00:00.000Z',
    });
    const member = await signIn(service, 'member');
    expect((await systemsOf(service, member).list()).body).toEqual({ items: [], next: null });
    await giveRole(service, member.id, 'member', service);
    const [seen, ...others] = (await systemsOf(service, member).list()).body.items;
    expect(seen).toMatchObject({ id: service.systemId, role: 'member', connector: null, status: reachable });
    expect(others).toEqual([]);
    const token = await tokenFor(service, 'member');
    expect((await systemsOf(service, token).list()).body.items).toMatchObject([
      { role: 'member', connector: null },
      { role: 'member', connector: null },
    ]);
  });

  it('are shown to somebody who has a role on one of them only, and to nobody from outside', async () => {
    const { service } = await serviceWith(store, 'owner');
    const guest = await signIn(service, 'admin', service);
    const { body } = await systemsOf(service, guest).list();
    expect(body.items).toMatchObject([{ id: service.systemId, role: 'admin' }]);
    expect((await systemsOf(service, guest).view()).body).toEqual(body.items[0]);
    expect((await systemsOf(service, await signIn(service, null)).list()).status).toBe(404);
    expect((await systemsOf(service, undefined).list()).status).toBe(401);
  });

  it('are listed page by page', async () => {
    const { service, systems } = await serviceWith(store, 'owner');
    await anotherSystem(service);
    const first = await systems.list('?limit=1');
    const second = await systems.list(`?limit=1&cursor=${first.body.next}`);
    expect([first.body.items.length, second.body.items.length, second.body.next]).toEqual([1, 1, null]);
    expect(first.body.items[0]?.id).not.toBe(second.body.items[0]?.id);
  });

  it('are connected by Admins in folders that the operator allows', async () => {
    const { service, caller, folder, systems } = await serviceWith(store, 'admin');
    const { status, body } = await systems.connect(folder, ' Production ');
    expect(status).toBe(201);
    expect(Check(System, body)).toBe(true);
    expect(body).toMatchObject({ name: 'Production', role: 'admin', connector: { folder }, status: reachable });
    expect(await recordsOf(service.core, body.id)).toEqual([
      {
        operation: 'system.created',
        label: 'Production',
        systemId: body.id,
        by: `user ${caller.name}`,
        details: { connector: 'folder', folder },
      },
    ]);
    expect((await systemsOf(service, caller, { dms: body.id.toUpperCase() }).view()).body).toEqual(body);
  });

  it('are connected by Members, too, who become their Owners', async () => {
    const { service, caller, folder, systems } = await serviceWith(store, 'member');
    const { body } = await systems.connect(folder);
    expect(body).toMatchObject({ role: 'owner', connector: { folder }, status: reachable });
    const role = { kind: 'role', userId: caller.id, scopeId: body.id, role: 'owner' };
    expect(await revocationsIn(service.core)).toContainEqual(role);
  });

  it('are not connected where the operator does not allow it, not even by a link, and nothing is said of what is there', async () => {
    const { service, allowed, folder, systems } = await serviceWith(store, 'owner');
    const outside = await temporaryFolder();
    await symlink(outside, join(allowed, 'link'));
    const answers = [];
    for (const place of [outside, '/no/such', `${allowed}/../`, `${allowed}-not`, join(allowed, 'link')]) {
      const { status, body } = await systems.connect(place);
      answers.push({ status, detail: (body as { detail?: string }).detail });
    }
    expect(answers).toEqual(
      Array(5).fill({ status: 403, detail: expect.stringContaining('The operator of the key service does not allow') }),
    );
    expect((await systems.connect('Skyline DataMiner')).status).toBe(403);
    expect((await systems.connect(join(allowed, 'nothing'))).status).toBe(400);
    const closed = await runningService({ store });
    expect((await systemsOf(closed, await signIn(closed, 'owner')).connect(folder)).status).toBe(403);
    expect((await systemsOf(service, undefined).connect(folder)).status).toBe(401);
    expect((await systemsOf(service, await signIn(service, null)).connect(folder)).status).toBe(404);
    expect((await systemsOf(service, await signIn(service, 'owner', service)).connect(folder)).status).toBe(403);
  });

  it('are never connected in the folders of the service itself', async () => {
    const allowed = await temporaryFolder();
    const service = await runningService({ store, allowedFolders: [allowed, '/'] });
    const systems = systemsOf(service, await signIn(service, 'owner'));
    for (const folder of [service.dataFolder, join(service.dataFolder, 'secrets'), join(service.dataFolder, '..')]) {
      expect(await systems.connect(folder)).toMatchObject({
        status: 400,
        body: { detail: expect.stringContaining('a folder of the key service itself') },
      });
    }
  });

  it('have names and folders of their own', async () => {
    const { service, folder, systems } = await serviceWith(store, 'admin');
    expect((await systems.connect(folder, 'sTAGING')).body).toMatchObject({
      status: 409,
      detail: expect.stringContaining('has a DMS "Staging" already'),
    });
    expect((await systems.connect(folder, 'Production')).status).toBe(201);
    expect((await systems.connect(folder, 'Third')).body).toMatchObject({
      status: 409,
      detail: expect.stringContaining('overlaps that of the DMS Production'),
    });
    const { id } = await service.core.organizations.create('Other', { type: 'operator', id: null, name: 'a test' });
    const stranger = await signIn(service, 'owner', { organizationId: id });
    const { body } = await systemsOf(service, stranger, { org: id }).connect(folder, 'Staging');
    expect(body).toMatchObject({ status: 409, detail: expect.stringContaining('overlaps that of another DMS') });
  });

  it('are renamed and connected anew by one who has seen the last change', async () => {
    const { service, caller, folder, systems } = await serviceWith(store, 'admin');
    const renamed = await systems.change({ name: 'Stage', version: 1 });
    expect(renamed).toMatchObject({ status: 200, body: { name: 'Stage', version: 2 } });
    const late = await systems.change({ name: 'Late', version: 1 });
    expect(late).toMatchObject({ status: 409, body: { version: 2, changedBy: caller.name } });
    const moved = await systems.change({ connector: { type: 'folder', folder }, version: 2 });
    expect(moved.body).toMatchObject({ name: 'Stage', version: 3, connector: { folder } });
    // What stays as it is, though the operator has not allowed it to be chosen, does no harm.
    expect((await systems.change({ connector: { type: 'folder', folder }, name: 'Stage' })).body.version).toBe(3);
    expect(await recordsOf(service.core, service.systemId)).toMatchObject([
      { operation: 'system.created' },
      { operation: 'system.changed', label: 'Stage', details: { 'former name': 'Staging' } },
      { operation: 'system.changed', details: { connector: 'folder', folder, 'former folder': service.root } },
    ]);
    await anotherSystem(service);
    for (const broken of [
      { connector: { type: 'pigeon', folder } },
      { connector: { type: 'folder' } },
      { connector: { type: 'folder', folder: '' } },
      { version: 0 },
      { folder },
    ]) {
      expect((await systems.change(broken)).status).toBe(400);
    }
  });

  it('say whether they can be reached now, without naming the folder', async () => {
    const { service, folder, systems } = await serviceWith(store, 'admin');
    const { body } = await systems.connect(folder);
    const { view } = systemsOf(service, await tokenFor(service, 'member'), { dms: body.id });
    await rm(folder, { recursive: true });
    expect((await view()).body.status).toEqual({
      reachable: false,
      reason: 'Its folder does not exist, or the key service may not go there.',
    });
    await mkdir(folder);
    expect((await view()).body.status).toEqual(reachable);
  });

  it('answer 401 to nobody, 404 to outsiders, 403 to Members who want more than to look', async () => {
    const { service } = await serviceWith(store, 'owner');
    const { organizationId, systemId } = service;
    const statuses = async (caller: Caller | undefined, parts?: Record<string, string>) => {
      const { view, change } = systemsOf(service, caller, parts);
      return [(await view()).status, (await change({ name: 'Mine' })).status];
    };
    expect(await statuses(undefined)).toEqual([401, 401]);
    expect(await statuses(await signIn(service, null))).toEqual([404, 404]);
    // A Member of the organization does not see a DMS on which they have no role.
    expect(await statuses(await signIn(service, 'member'))).toEqual([404, 404]);
    expect(await statuses(await signIn(service, 'member', { organizationId, systemId }))).toEqual([200, 403]);
    expect(await statuses(await tokenFor(service, 'member'))).toEqual([200, 403]);
    const owner = await signIn(service, 'owner');
    expect(await statuses(owner, { dms: '1f3c0000-0000-4000-8000-000000000000' })).toEqual([404, 404]);
    const { id } = await service.core.organizations.create('Other', { type: 'operator', id: null, name: 'a test' });
    const stranger = await signIn(service, 'owner', { organizationId: id });
    expect(await statuses(stranger, { org: id })).toEqual([404, 404]);
  });
});
