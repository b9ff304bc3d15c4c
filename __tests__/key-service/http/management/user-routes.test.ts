import { managementPaths } from '../../../../src/contract/management/paths.ts';
import type { AddedUser, User } from '../../../../src/contract/management/users.ts';
import { api, signIn, testPassword, tokenFor, userWith } from '../../support/management.ts';
import { type RunningService, runningService } from '../../support/service.ts';

type UserPage = { items: User[]; next: string | null };

const newcomer = { email: 'alice@example.com', role: 'member', name: 'Alice', password: testPassword };

describe.each<[string, string, string, (service: RunningService) => { organizationId: string; systemId?: string }]>([
  [
    'an organization',
    managementPaths.organizationUsers,
    managementPaths.organizationUser,
    ({ organizationId }) => ({ organizationId }),
  ],
  [
    'a DMS',
    managementPaths.systemUsers,
    managementPaths.systemUser,
    ({ organizationId, systemId }) => ({ organizationId, systemId }),
  ],
])('the users of %s', (_what, list, user, placeOf) => {
  it('are added, listed, changed and removed by an Admin', async () => {
    const service = await runningService();
    const admin = await signIn(service, 'admin', placeOf(service));
    const added = await api(service, admin).post<AddedUser>(list, newcomer);
    expect(added).toMatchObject({
      status: 201,
      body: { email: 'alice@example.com', role: 'member', inherited: false },
    });
    const parts = { user: added.body.id };
    const changed = await api(service, admin, parts).patch<User>(user, { role: 'admin' });
    const { existed, ...alice } = added.body;
    expect(existed).toBe(false);
    expect(changed).toMatchObject({ status: 200, body: { ...alice, role: 'admin' } });
    const page = await api(service, admin).get<UserPage>(`${list}?limit=1`);
    expect(page.body).toMatchObject({ items: [{ id: expect.any(String) }], next: expect.any(String) });
    const rest = await api(service, admin).get<UserPage>(`${list}?limit=1&cursor=${page.body.next}`);
    expect([page, rest].map(({ body }) => body.items[0]?.id).sort()).toEqual([admin.id, added.body.id].sort());
    expect((await api(service, admin, parts).delete(user)).status).toBe(204);
    expect((await api(service, admin).get<UserPage>(list)).body).toMatchObject({
      items: [{ id: admin.id }],
      next: null,
    });
  });

  it('are added and changed by people who signed in within the last 15 minutes', async () => {
    const service = await runningService();
    const admin = await signIn(service, 'admin', placeOf(service));
    const member = await userWith(service, 'member', placeOf(service));
    service.environment.advance(15 * 60_000);
    const asAdmin = api(service, admin, { user: member });
    const refused = { status: 403, body: { code: 'sign-in-again' } };
    expect(await asAdmin.post(list, newcomer)).toMatchObject(refused);
    expect(await asAdmin.patch(user, { role: 'admin' })).toMatchObject(refused);
    expect((await asAdmin.delete(user)).status).toBe(204);
  });

  it('are Owners by the will of Owners only', async () => {
    const service = await runningService();
    const [owner, admin] = [
      await signIn(service, 'owner', placeOf(service)),
      await signIn(service, 'admin', placeOf(service)),
    ];
    await userWith(service, 'owner', placeOf(service));
    const parts = { user: owner.id };
    const asAdmin = api(service, admin, parts);
    expect((await asAdmin.post(list, { ...newcomer, role: 'owner' })).status).toBe(403);
    expect((await asAdmin.patch(user, { role: 'member' })).status).toBe(403);
    expect((await asAdmin.delete(user)).status).toBe(403);
    expect((await api(service, admin, { user: admin.id }).patch(user, { role: 'owner' })).status).toBe(403);
    expect((await api(service, owner, { user: admin.id }).patch(user, { role: 'owner' })).status).toBe(200);
  });

  it('leave by themselves, also as Members, who remove nobody else', async () => {
    const service = await runningService();
    await userWith(service, 'owner', placeOf(service));
    const [member, other] = [
      await signIn(service, 'member', placeOf(service)),
      await userWith(service, 'member', placeOf(service)),
    ];
    expect((await api(service, member, { user: other }).delete(user)).status).toBe(403);
    expect((await api(service, member, { user: member.id.toUpperCase() }).delete(user)).status).toBe(204);
    expect((await api(service, member).get(managementPaths.session)).status).toBe(401);
  });

  it('lower themselves, and what they may do with it', async () => {
    const service = await runningService();
    const admin = await signIn(service, 'admin', placeOf(service));
    const itself = api(service, admin, { user: admin.id });
    expect((await itself.patch(user, { role: 'member' })).status).toBe(200);
    expect((await itself.patch(user, { role: 'admin' })).status).toBe(403);
  });

  it.each<[string, object]>([
    ['without a role', { email: 'a@example.com' }],
    ['with a role that is none', { ...newcomer, role: 'root' }],
    ['without a name', { email: 'a@example.com', role: 'member', password: testPassword }],
    ['with a password that is too short', { ...newcomer, password: 'short' }],
    ['with more than is asked', { ...newcomer, id: 'mine' }],
  ])('are not added %s', async (_case, body) => {
    const service = await runningService();
    const admin = await signIn(service, 'admin', placeOf(service));
    expect((await api(service, admin).post(list, body)).status).toBe(400);
  });
});

describe('the last Owner of an organization', () => {
  it('cannot go, not even by their own will', async () => {
    const service = await runningService();
    const owner = await signIn(service, 'owner');
    const itself = api(service, owner, { user: owner.id });
    expect(await itself.delete(managementPaths.organizationUser)).toMatchObject({
      status: 409,
      body: { code: 'conflict' },
    });
    expect((await itself.patch(managementPaths.organizationUser, { role: 'admin' })).status).toBe(409);
    expect((await itself.get(managementPaths.session)).status).toBe(200);
  });
});

describe('a role that is taken away', () => {
  it('is gone with the next request', async () => {
    const service = await runningService();
    const { core, organizationId } = service;
    const [owner, admin] = [await signIn(service, 'owner'), await signIn(service, 'admin')];
    await userWith(service, 'owner');
    expect((await api(service, admin).get(managementPaths.organizationKeys)).status).toBe(200);
    await api(service, owner, { user: admin.id }).patch(managementPaths.organizationUser, { role: 'member' });
    expect((await api(service, admin).get(managementPaths.organizationKeys)).status).toBe(403);
    await core.db.deleteFrom('roles').where('user_id', '=', admin.id).where('scope_id', '=', organizationId).execute();
    expect((await api(service, admin).get(managementPaths.organizationKeys)).status).toBe(404);
  });
});

describe('a token', () => {
  it('manages users below and of its own role', async () => {
    const service = await runningService();
    const token = api(service, await tokenFor(service, 'admin'));
    expect((await token.post(managementPaths.systemUsers, newcomer)).status).toBe(201);
    expect((await token.post(managementPaths.organizationUsers, { ...newcomer, role: 'owner' })).status).toBe(403);
  });
});
