import type { Role } from '../../../src/contract/management/role.ts';
import type { NewUser } from '../../../src/contract/management/users.ts';
import type { Actor } from '../../../src/key-service/access/actor.ts';
import type { RolePlace } from '../../../src/key-service/access/roles.ts';
import { openKeyServiceCore } from '../../../src/key-service/key-service-core.ts';
import { afterwards } from '../support/cleanup.ts';
import { atTheMachine, usedCore } from '../support/core.ts';
import { revocationsIn } from '../support/custodian.ts';
import { temporaryFolder } from '../support/folder.ts';
import { accountOf, giveRole, sessionOf, tester, testPassword, userWith } from '../support/management.ts';
import { recordsWith } from '../support/records.ts';
import { onEveryStore, sqlite } from '../support/stores.ts';

const as = (role: Role): Actor => ({ ...tester, role });

const newcomer: NewUser = { email: 'Alice@Example.com ', role: 'member', name: 'Alice', password: testPassword };

onEveryStore('the users of a place', (store) => {
  async function place() {
    const used = await usedCore(store);
    const { core, organizationId, systemId } = used;
    const organization: RolePlace = { organizationId, systemId: null };
    const system: RolePlace = { organizationId, systemId };
    const hasAccount = async (id: string) =>
      (await core.db.selectFrom('users').select('id').where('id', '=', id).executeTakeFirst()) !== undefined;
    return { ...used, users: core.users, organization, system, hasAccount };
  }

  it('gain somebody whom the service does not know, with an account that can sign in', async () => {
    const { core, users, organization, organizationId } = await place();
    const alice = await users.add(organization, newcomer, tester);
    expect(alice).toMatchObject({
      email: 'alice@example.com',
      name: 'Alice',
      role: 'member',
      inherited: false,
      lastSeenAt: null,
    });
    const attempt = { email: 'ALICE@example.com', password: testPassword, address: '192.0.2.1' };
    expect((await core.signIns.signIn({ ...attempt, deviceNote: undefined, session: null })).user.id).toBe(alice.id);
    expect(await recordsWith(core, 'user.created')).toEqual([
      {
        organization: organizationId,
        operation: 'user.created',
        subject: 'alice@example.com',
        initiator: 'a test',
        details: { role: 'member', account: 'new' },
      },
    ]);
    expect(await revocationsIn(core)).toEqual([
      { kind: 'role', userId: alice.id, scopeId: organizationId, role: 'member' },
    ]);
  });

  it('gain somebody with an account, whose name and password stay', async () => {
    const { core, users, organization, system } = await place();
    const alice = await users.add(system, newcomer, tester);
    const again = await users.add(organization, { email: 'alice@example.com', role: 'admin' }, tester);
    expect(again).toMatchObject({ id: alice.id, name: 'Alice', role: 'admin' });
    const other = { ...newcomer, name: 'Mallory', password: 'another password of hers' };
    const third = await core.organizations.create('Third', tester.initiator);
    await users.add({ organizationId: third.id, systemId: null }, other, tester);
    const attempt = { email: 'alice@example.com', password: other.password ?? '', address: '192.0.2.1' };
    await expect(core.signIns.signIn({ ...attempt, deviceNote: undefined, session: null })).rejects.toMatchObject({
      code: 'unauthenticated',
    });
    expect((await users.list(system, {})).items).toMatchObject([{ id: alice.id, name: 'Alice', role: 'admin' }]);
  });

  it('gain somebody with a word of warning when the account is of other organizations, who may know its password', async () => {
    const { core, users, organization, organizationId, system } = await place();
    const other = await core.organizations.create('Other', tester.initiator);
    const elsewhere = { organizationId: other.id, systemId: null };
    expect(await users.add(system, newcomer, tester)).toMatchObject({ existed: false });
    expect(await users.add(organization, newcomer, tester)).toMatchObject({ existed: false });
    expect(await users.add(elsewhere, newcomer, tester)).toMatchObject({ existed: true });
    const connector = { type: 'folder', folder: await temporaryFolder() } as const;
    const second = await core.systems.create(organizationId, { name: 'Second', connector }, atTheMachine);
    expect(await users.add({ organizationId, systemId: second.id }, newcomer, tester)).toMatchObject({
      existed: false,
    });
  });

  it('do not gain the same one twice', async () => {
    const { users, organization } = await place();
    await users.add(organization, newcomer, tester);
    await expect(users.add(organization, { ...newcomer, role: 'admin' }, tester)).rejects.toMatchObject({
      code: 'conflict',
    });
  });

  it('gain one account when two Admins add the same newcomer at the same moment', async () => {
    const { core, users, options, environment, organization, system } = await place();
    const beside = await openKeyServiceCore(options, environment);
    afterwards(() => beside.close());
    const [one, other] = await Promise.all([
      users.add(organization, newcomer, tester),
      beside.users.add(system, newcomer, tester),
    ]);
    expect(one.id).toBe(other.id);
    expect((await core.db.selectFrom('users').select('id').execute()).map(({ id }) => id)).toEqual([one.id]);
  });

  it.each<[string, Partial<NewUser>, string]>([
    ['no password', { password: undefined as never }, 'name or password is missing'],
    ['no name', { name: undefined as never }, 'name or password is missing'],
    ['a name that is none', { name: '\u0000' }, 'name'],
    ['an address that is none', { email: 'alice' }, 'e-mail address'],
    ['an address with a line break', { email: 'alice@example.com\nBcc: x' }, 'e-mail address'],
    ['a password that is too short', { password: 'short' }, '12 to 256'],
  ])('gain nobody new with %s', async (_what, over, message) => {
    const { core, users, organization } = await place();
    await expect(users.add(organization, { ...newcomer, ...over }, tester)).rejects.toMatchObject({
      code: 'invalid',
      message: expect.stringContaining(message),
    });
    expect(await core.db.selectFrom('users').select('id').execute()).toEqual([]);
  });

  it('are of a place that is there, and leave no account behind where it is not', async () => {
    const { core, users, organizationId } = await place();
    const elsewhere = await core.organizations.create('Other', tester.initiator);
    const { systemId } = await place();
    for (const nowhere of [
      { organizationId: 'none', systemId: null },
      { organizationId, systemId },
      { organizationId: elsewhere.id, systemId: organizationId },
    ]) {
      await expect(users.add(nowhere, newcomer, tester)).rejects.toMatchObject({ code: 'not-found' });
    }
    expect(await core.db.selectFrom('users').select('id').execute()).toEqual([]);
  });

  it('get another role, which counts at once', async () => {
    const used = await place();
    const { core, users, organization, organizationId } = used;
    const id = await userWith(used, 'member');
    expect(await users.change(organization, id.toUpperCase(), { role: 'admin' }, tester)).toMatchObject({
      id,
      role: 'admin',
    });
    const principal = (
      await core.sessions.use((await core.sessions.begin(core.db, { id, email: '', name: '' })).sessionSecret)
    )?.user;
    await core.authorization.onOrganization(principal, organizationId, 'manage keys');
    await users.change(organization, id, { role: 'member' }, tester);
    await expect(core.authorization.onOrganization(principal, organizationId, 'manage keys')).rejects.toMatchObject({
      code: 'forbidden',
    });
    const records = await recordsWith(core, 'user.changed');
    expect(records.map(({ details }) => details)).toEqual([
      { role: 'admin', formerRole: 'member' },
      { role: 'member', formerRole: 'admin' },
    ]);
    expect((await revocationsIn(core)).at(-1)).toEqual({
      kind: 'role',
      userId: id,
      scopeId: organizationId,
      role: 'member',
    });
  });

  it('keep a role that another gave them meanwhile, unless it is the one that is asked for', async () => {
    const used = await place();
    const { users, organization } = used;
    const id = await userWith(used, 'admin');
    const formerRole = 'member';
    await expect(users.change(organization, id, { role: 'owner', formerRole }, tester)).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringContaining('it is admin now'),
      facts: { role: 'admin' },
    });
    expect(await users.change(organization, id, { role: 'admin', formerRole }, tester)).toMatchObject({
      role: 'admin',
    });
    await users.change(organization, id, { role: 'member', formerRole: 'admin' }, tester);
    expect((await recordsWith(used.core, 'user.changed')).map(({ details }) => details)).toEqual([
      { role: 'member', formerRole: 'admin' },
    ]);
  });

  it('leave no record when the role is the same', async () => {
    const used = await place();
    const id = await userWith(used, 'member');
    await used.users.change(used.organization, id, { role: 'member' }, tester);
    expect(await recordsWith(used.core, 'user.changed')).toEqual([]);
  });

  it('go, and with their last role their account and sessions', async () => {
    const used = await place();
    const { core, users, organization, system, hasAccount } = used;
    await userWith(used, 'owner');
    const id = await userWith(used, 'admin');
    await giveRole(used, id, 'member', { organizationId: used.organizationId, systemId: used.systemId });
    await sessionOf(used, id);
    await users.remove(organization, id, tester);
    expect(await hasAccount(id)).toBe(true);
    await users.remove(system, id, tester);
    expect(await hasAccount(id)).toBe(false);
    expect(await core.db.selectFrom('sessions').select('user_id').execute()).toEqual([]);
    const records = await recordsWith(core, 'user.removed');
    expect(records.map(({ details }) => details)).toEqual([
      { formerRole: 'admin', account: 'kept' },
      { formerRole: 'member', account: 'removed' },
    ]);
    expect((await revocationsIn(core)).map((entry) => entry.role)).toEqual([null, null]);
  });

  it('are changed and removed only where they have a role', async () => {
    const used = await place();
    const { users, system } = used;
    const id = await userWith(used, 'admin');
    for (const unknown of [id, 'none', used.environment.newId()]) {
      await expect(users.change(system, unknown, { role: 'member' }, tester)).rejects.toMatchObject({
        code: 'not-found',
      });
      await expect(users.remove(system, unknown, tester)).rejects.toMatchObject({ code: 'not-found' });
    }
  });

  it('include an Owner of the organization, whatever is asked', async () => {
    const used = await place();
    const { users, organization } = used;
    const last = await userWith(used, 'owner');
    await userWith(used, 'admin');
    await expect(users.remove(organization, last, as('owner'))).rejects.toMatchObject({ code: 'conflict' });
    await expect(users.change(organization, last, { role: 'admin' }, as('owner'))).rejects.toMatchObject({
      code: 'conflict',
    });
    expect(await users.change(organization, last, { role: 'owner' }, as('owner'))).toMatchObject({ role: 'owner' });
    const second = await userWith(used, 'owner');
    await users.change(organization, last, { role: 'member' }, as('owner'));
    await expect(users.remove(organization, second, as('owner'))).rejects.toMatchObject({ code: 'conflict' });
  });

  it('of a DMS need not include an Owner', async () => {
    const used = await place();
    const { users, system, organizationId, systemId } = used;
    const id = await userWith(used, 'owner', { organizationId, systemId });
    await users.remove(system, id, as('owner'));
    expect((await users.list(system, {})).items).toEqual([]);
  });

  it('include an Owner also when the last two go at the same moment', async () => {
    const used = await place();
    const { core, options, environment, organization } = used;
    const beside = await openKeyServiceCore(options, environment);
    afterwards(() => beside.close());
    for (let round = 0; round < 5; round++) {
      const [one, other] = [await userWith(used, 'owner'), await userWith(used, 'owner')];
      const results = await Promise.allSettled([
        core.users.remove(organization, one, as('owner')),
        beside.users.change(organization, other, { role: 'member' }, as('owner')),
      ]);
      expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      const owners = await core.db.selectFrom('roles').select('user_id').where('role', '=', 'owner').execute();
      expect(owners).toHaveLength(1);
      await core.db.deleteFrom('roles').execute();
    }
  });

  it('include an Owner of what somebody founds while they lose their last role', async () => {
    const used = await place();
    const { core, options, environment, organization } = used;
    const beside = await openKeyServiceCore(options, environment);
    afterwards(() => beside.close());
    await userWith(used, 'owner');
    for (let round = 0; round < 5; round++) {
      const { id, email, name } = await accountOf(used, `user-${round}@example.com`, 'owner');
      const [founded] = await Promise.allSettled([
        core.organizations.createOwned('Founded', { type: 'user', id, email, name, signedInAt: environment.now() }),
        beside.users.remove(organization, id, tester),
      ]);
      if (founded.status === 'rejected') continue;
      const owner = core.db.selectFrom('roles').select('user_id').where('scope_id', '=', founded.value);
      expect(await owner.execute()).toEqual([{ user_id: id }]);
    }
  });

  it('keep an account that is given a role elsewhere while it loses its last one', async () => {
    const used = await place();
    const { core, options, environment, organization, hasAccount } = used;
    const other = await core.organizations.create('Other', tester.initiator);
    const elsewhere = { organizationId: other.id, systemId: null };
    const beside = await openKeyServiceCore(options, environment);
    afterwards(() => beside.close());
    for (let round = 0; round < 5; round++) {
      const { id, email } = await accountOf(used, `user-${round}@example.com`);
      const [, added] = await Promise.allSettled([
        core.users.remove(organization, id, tester),
        beside.users.add(elsewhere, { email, role: 'member' }, tester),
      ]);
      // Whichever was first: nobody holds a role without an account, or an account without a role.
      expect(await hasAccount(id)).toBe(added.status === 'fulfilled');
    }
  });

  it('are listed by address and by pages, those of the organization as inherited on a DMS', async () => {
    const used = await place();
    const { core, users, organization, system, organizationId, systemId } = used;
    const inOrder = ['a', 'b', 'c', 'd', 'e'].map((name) => `${name}@example.com`);
    const roles: readonly Role[] = ['owner', 'admin', 'member', 'member', 'admin'];
    for (const [index, email] of inOrder.entries()) await accountOf(used, email, roles[index]);
    const idOf = async (email: string) => (await core.accounts.find(email))?.id ?? '';
    const onSystem = { organizationId, systemId };
    await giveRole(used, await idOf('b@example.com'), 'owner', onSystem);
    await giveRole(used, await idOf('c@example.com'), 'admin', onSystem);
    await giveRole(used, await idOf('e@example.com'), 'member', onSystem);
    const listed = async (where: RolePlace) => {
      const found: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await users.list(where, { limit: '2', ...(cursor !== undefined && { cursor }) });
        expect(page.items.length).toBeLessThanOrEqual(2);
        found.push(
          ...page.items.map(({ email, role, inherited }) => `${email[0]} ${role}${inherited ? ' inherited' : ''}`),
        );
        cursor = page.next ?? undefined;
      } while (cursor !== undefined);
      return found;
    };
    expect(await listed(organization)).toEqual(['a owner', 'b admin', 'c member', 'd member', 'e admin']);
    expect(await listed(system)).toEqual(['a owner inherited', 'b owner', 'c admin', 'e admin inherited']);
  });
});

onEveryStore('somebody whose role was taken away while their request was under way', (store) => {
  it.each<[string, Role, Role | null]>([
    ['lowered', 'owner', 'member'],
    ['taken away', 'admin', null],
  ])('changes nothing any more when it was %s', async (_what, before, after) => {
    const used = await usedCore(store);
    const { core, organizationId, systemId } = used;
    const organization = { organizationId, systemId: null };
    const id = await userWith(used, before);
    const [last, other] = [await userWith(used, 'owner'), await userWith(used, 'member')];
    const itself: Actor = { role: before, initiator: { type: 'user', id, name: 'Mallory' } };
    if (after === null) await core.users.remove(organization, id, tester);
    else await core.users.change(organization, id, { role: after }, tester);
    for (const change of [
      () => core.users.add(organization, { ...newcomer, role: before }, itself),
      () => core.users.add({ organizationId, systemId }, { ...newcomer, role: before }, itself),
      () => core.users.change(organization, other, { role: 'admin' }, itself),
      () => core.users.remove(organization, other, itself),
      () => core.tokens.create(organizationId, { name: 'successor', role: before }, itself),
    ]) {
      await expect(change()).rejects.toMatchObject({ code: 'forbidden' });
    }
    const { items } = await core.users.list({ organizationId, systemId }, {});
    expect(items.map((user) => user.id)).toEqual([last]);
  });

  it('changes what another role still allows', async () => {
    const used = await usedCore(store);
    const { core, organizationId, systemId } = used;
    const id = await userWith(used, 'admin', { organizationId, systemId });
    await giveRole(used, id, 'owner', { organizationId });
    const itself: Actor = { role: 'owner', initiator: { type: 'user', id, name: 'Alice' } };
    await core.users.add({ organizationId, systemId }, { ...newcomer, role: 'owner' }, itself);
  });
});

describe('nobody changes what is above them', () => {
  const refused = expect.objectContaining({ code: 'forbidden' });

  it.each<[Role, Role, Role | null, boolean]>([
    ['owner', 'owner', 'admin', true],
    ['owner', 'admin', 'owner', true],
    ['owner', 'owner', null, true],
    ['admin', 'admin', 'member', true],
    ['admin', 'member', 'admin', true],
    ['admin', 'admin', null, true],
    ['admin', 'owner', 'member', false],
    ['admin', 'member', 'owner', false],
    ['admin', 'owner', null, false],
    ['member', 'admin', 'member', false],
    ['member', 'member', 'admin', false],
    ['member', 'member', null, true],
  ])('%s: from %s to %s: %s', async (actor, from, to, isAllowed) => {
    const used = await usedCore(sqlite);
    const organization = { organizationId: used.organizationId, systemId: null };
    await userWith(used, 'owner');
    const id = await userWith(used, from);
    const change =
      to === null
        ? used.core.users.remove(organization, id, as(actor))
        : used.core.users.change(organization, id, { role: to }, as(actor));
    if (isAllowed) await change;
    else await expect(change).rejects.toEqual(refused);
  });

  it.each<[Role, Role, boolean]>([
    ['owner', 'owner', true],
    ['admin', 'admin', true],
    ['admin', 'owner', false],
    ['member', 'member', true],
    ['member', 'admin', false],
  ])('%s: gives %s: %s', async (actor, role, isAllowed) => {
    const used = await usedCore(sqlite);
    const organization = { organizationId: used.organizationId, systemId: null };
    const added = used.core.users.add(organization, { ...newcomer, role }, as(actor));
    if (isAllowed) expect(await added).toMatchObject({ role });
    else await expect(added).rejects.toEqual(refused);
  });
});
