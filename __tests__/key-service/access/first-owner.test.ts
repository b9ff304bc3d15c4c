import { SetupToken } from '../../../src/key-service/access/setup-token.ts';
import { SignInLimits } from '../../../src/key-service/access/sign-in-limits.ts';
import { openKeyServiceCore } from '../../../src/key-service/key-service-core.ts';
import { afterwards } from '../support/cleanup.ts';
import { usedCore } from '../support/core.ts';
import { tester, testPassword } from '../support/management.ts';
import { recordsWith } from '../support/records.ts';
import { onEveryStore } from '../support/stores.ts';

const alice = { organization: 'Acme', email: 'alice@example.com', name: 'Alice', password: testPassword };

onEveryStore('the first Owner', (store) => {
  it('comes with a new organization', async () => {
    const { core } = await usedCore(store);
    expect(await core.firstOwner.isMissing()).toBe(true);
    const { account, organizationId } = await core.firstOwner.create(alice);
    expect(await core.firstOwner.isMissing()).toBe(false);
    const place = { organizationId, systemId: null };
    expect((await core.users.list(place, {})).items).toMatchObject([
      { id: account.id, email: alice.email, role: 'owner' },
    ]);
    const records = (await recordsWith(core, 'organization.created', 'user.created')).filter(
      ({ organization }) => organization === organizationId,
    );
    expect(records).toMatchObject([
      { operation: 'organization.created', subject: 'Acme', initiator: alice.email },
      { operation: 'user.created', subject: alice.email, initiator: alice.email, details: { role: 'owner' } },
    ]);
  });

  it('takes over the organization of that name which the operator made', async () => {
    const { core, organizationId } = await usedCore(store);
    expect(
      (await core.firstOwner.create({ ...alice, organization: ' Example ' }, tester.initiator)).organizationId,
    ).toBe(organizationId);
    expect(await core.db.selectFrom('organizations').select('id').execute()).toHaveLength(1);
  });

  it('comes once, also when two come at the same moment', async () => {
    const { core, options, environment } = await usedCore(store);
    const beside = await openKeyServiceCore(options, environment);
    afterwards(() => beside.close());
    const results = await Promise.allSettled([
      core.firstOwner.create(alice),
      beside.firstOwner.create({ ...alice, email: 'mallory@example.com' }),
    ]);
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    await expect(core.firstOwner.create({ ...alice, email: 'c@example.com' })).rejects.toMatchObject({
      code: 'conflict',
    });
    expect(await core.db.selectFrom('users').select('id').execute()).toHaveLength(1);
  });
});

describe('the set-up token', () => {
  async function issued() {
    const used = await usedCore();
    const token = await used.core.setupToken.issue();
    if (token === undefined) throw new Error('there is no token');
    return { ...used, token, setupToken: used.core.setupToken };
  }

  it('makes the first Owner, once', async () => {
    const { setupToken, token } = await issued();
    expect(await setupToken.isOpen()).toBe(true);
    await setupToken.use({ ...alice, token: ` ${token}\n` }, '192.0.2.1');
    expect(await setupToken.isOpen()).toBe(false);
    const again = setupToken.use({ ...alice, token, email: 'b@example.com' }, '192.0.2.1');
    await expect(again).rejects.toMatchObject({ code: 'conflict' });
  });

  it('is another one on each start', async () => {
    const { core, setupToken, token } = await issued();
    const later = new SetupToken(core.firstOwner, new SignInLimits(core.environment), core.environment);
    expect(await later.issue()).not.toBe(token);
    await expect(later.use({ ...alice, token }, '192.0.2.1')).rejects.toMatchObject({ code: 'forbidden' });
    expect(await setupToken.isOpen()).toBe(true);
  });

  it('cannot be guessed', async () => {
    const { setupToken, token } = await issued();
    for (let tries = 0; tries < 5; tries++) {
      const guess = setupToken.use({ ...alice, token: `guess ${tries}` }, '192.0.2.1');
      await expect(guess).rejects.toMatchObject({ code: 'forbidden' });
    }
    await expect(setupToken.use({ ...alice, token }, '192.0.2.1')).rejects.toMatchObject({ code: 'too-many' });
    await setupToken.use({ ...alice, token }, '192.0.2.2');
  });

  it('stays for another try when what comes with it is wrong', async () => {
    const { setupToken, token } = await issued();
    await expect(setupToken.use({ ...alice, token, password: 'short' }, '')).rejects.toMatchObject({ code: 'invalid' });
    await setupToken.use({ ...alice, token }, '');
  });

  it('dies when the operator makes a user', async () => {
    const { core, setupToken, token, organizationId } = await issued();
    await core.users.add({ organizationId, systemId: null }, { ...alice, role: 'admin' }, tester);
    expect(await setupToken.isOpen()).toBe(false);
    await expect(setupToken.use({ ...alice, token }, '')).rejects.toMatchObject({ code: 'conflict' });
    expect(await setupToken.issue()).toBeUndefined();
  });
});
