import { serviceChain } from '../../../src/key-service/audit/audit-record.ts';
import { usedCore } from '../support/core.ts';
import { revocationsIn } from '../support/custodian.ts';
import { accountOf, tester, testPassword } from '../support/management.ts';
import { recordsWith } from '../support/records.ts';
import { onEveryStore } from '../support/stores.ts';

const home = '192.0.2.1';
const other = 'another password of hers';

onEveryStore('a password', (store) => {
  async function aliceIn() {
    const used = await usedCore(store);
    const { core } = used;
    const alice = await accountOf(used, 'alice@example.com');
    const signIn = async (password: string) => {
      const attempt = { email: alice.email, password, address: home, deviceNote: undefined, session: null };
      const { sessionSecret } = await core.signIns.signIn(attempt);
      const session = await core.sessions.use(sessionSecret);
      if (session === undefined) throw new Error('there is no session');
      return { session, isOn: async () => (await core.sessions.use(sessionSecret)) !== undefined };
    };
    return { ...used, alice, signIn };
  }

  it('is changed by its owner, whose sessions end, for a thief of this one as well; a new one begins', async () => {
    const { core, alice, signIn, environment } = await aliceIn();
    const [here, there] = [await signIn(testPassword), await signIn(testPassword)];
    environment.advance(1000);
    const given = { current: testPassword, password: other };
    const { sessionSecret, user } = await core.accounts.changePassword(here.session, given, home);
    expect([await here.isOn(), await there.isOn()]).toEqual([false, false]);
    expect((await core.sessions.use(sessionSecret))?.user).toEqual(user);
    expect(user).toEqual({ ...here.session.user, signedInAt: environment.now() });
    await expect(signIn(testPassword)).rejects.toMatchObject({ code: 'unauthenticated' });
    await signIn(other);
    expect(await recordsWith(core, 'user.password-changed')).toEqual([
      {
        organization: serviceChain,
        operation: 'user.password-changed',
        subject: alice.email,
        initiator: alice.email,
        details: {},
      },
    ]);
    expect((await revocationsIn(core)).at(-1)).toEqual({
      kind: 'password',
      userId: alice.id,
      changedAt: environment.now(),
    });
  });

  it.each<[string, { current?: string; password?: string }, string]>([
    ['another current one', { current: 'not the password' }, 'not-confirmed'],
    ['a new one that is too short', { password: 'short' }, 'invalid'],
    ['the address as the new one', { password: 'Alice@example.com' }, 'invalid'],
  ])('stays with %s', async (_what, over, code) => {
    const { core, signIn } = await aliceIn();
    const { session } = await signIn(testPassword);
    const change = core.accounts.changePassword(session, { current: testPassword, password: other, ...over }, home);
    await expect(change).rejects.toMatchObject({ code });
    await signIn(testPassword);
  });

  it('cannot be guessed from a borrowed browser, which is recorded', async () => {
    const { core, alice, signIn } = await aliceIn();
    const { session } = await signIn(testPassword);
    const guess = (current: string) => core.accounts.changePassword(session, { current, password: other }, home);
    for (let tries = 0; tries < 10; tries++) {
      await expect(guess(`wrong password ${tries}`)).rejects.toMatchObject({ code: 'not-confirmed' });
    }
    await expect(guess(testPassword)).rejects.toMatchObject({ code: 'too-many' });
    await core.refusedSignIns.flush();
    expect(await recordsWith(core, 'session.refused')).toMatchObject([
      { subject: alice.email, details: { count: '10', networks: '1' } },
    ]);
  });

  it('can be changed by its owner while a thief guesses it in another session', async () => {
    const { core, signIn } = await aliceIn();
    const [stolen, own] = [await signIn(testPassword), await signIn(testPassword)];
    for (let tries = 0; tries < 11; tries++) {
      const guess = { current: `wrong password ${tries}`, password: other };
      await expect(core.accounts.changePassword(stolen.session, guess, home)).rejects.toThrow();
    }
    await core.accounts.changePassword(own.session, { current: testPassword, password: other }, home);
    expect(await stolen.isOn()).toBe(false);
  });

  it('is changed once when it is changed twice at the same moment', async () => {
    const { core, signIn } = await aliceIn();
    const { session } = await signIn(testPassword);
    const results = await Promise.allSettled(
      ['first new password', 'second new password'].map((password) =>
        core.accounts.changePassword(session, { current: testPassword, password }, home),
      ),
    );
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('that was lost is set by the operator; all sessions end', async () => {
    const { core, alice, signIn } = await aliceIn();
    const here = await signIn(testPassword);
    expect(await core.accounts.resetPassword(' Alice@EXAMPLE.com', other, tester.initiator)).toMatchObject({
      id: alice.id,
    });
    expect(await here.isOn()).toBe(false);
    await signIn(other);
    expect(await recordsWith(core, 'user.password-changed')).toMatchObject([{ initiator: 'a test' }]);
  });

  it('of nobody is not set', async () => {
    const { core } = await aliceIn();
    await expect(core.accounts.resetPassword('nobody@example.com', other, tester.initiator)).rejects.toMatchObject({
      code: 'not-found',
    });
  });
});
