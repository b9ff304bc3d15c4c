import { randomUUID } from 'node:crypto';
import { jest } from '@jest/globals';
import { PasswordChecks } from '../../../src/key-service/access/password-checks.ts';
import { hashPassword } from '../../../src/key-service/access/password-hash.ts';
import type { SignedIn } from '../../../src/key-service/access/sign-ins.ts';
import { serviceChain } from '../../../src/key-service/audit/audit-record.ts';
import { usedCore } from '../support/core.ts';
import { accountOf, tester, testPassword } from '../support/management.ts';
import { recordsWith } from '../support/records.ts';
import { onEveryStore, type TestStore } from '../support/stores.ts';

const home = '192.0.2.1';
const elsewhere = '198.51.100.9';

async function withAlice(store?: TestStore) {
  const used = await usedCore(store);
  const alice = await accountOf(used, 'alice@example.com');
  const signIn = (over: Partial<Parameters<typeof used.core.signIns.signIn>[0]> = {}): Promise<SignedIn> =>
    used.core.signIns.signIn({
      email: alice.email,
      password: testPassword,
      address: home,
      deviceNote: undefined,
      session: null,
      ...over,
    });
  /** The codes that so many wrong passwords got. */
  const guess = async (count: number, over: Partial<Parameters<typeof signIn>[0]> = {}) => {
    const codes: string[] = [];
    for (let tries = 0; tries < count; tries++) {
      codes.push(
        await signIn({ password: `wrong password ${tries}`, ...over }).then(
          () => 'in',
          (error) => error.code,
        ),
      );
    }
    return codes;
  };
  return { ...used, alice, signIn, guess };
}

const wrong = (count: number) => Array.from({ length: count }, () => 'unauthenticated');

onEveryStore('signing in', (store) => {
  it('begins a session, and leaves a record in the chain of the service', async () => {
    const { core, alice, signIn } = await withAlice(store);
    const { sessionSecret, user } = await signIn({ email: ' ALICE@example.com' });
    expect(user).toMatchObject({ id: alice.id, email: alice.email });
    expect((await core.sessions.use(sessionSecret))?.user).toEqual(user);
    expect(await recordsWith(core, 'session.created')).toEqual([
      {
        organization: serviceChain,
        operation: 'session.created',
        subject: alice.email,
        initiator: alice.email,
        details: { address: home, browser: 'new' },
      },
    ]);
  });

  it('again ends the session before, so that none survives a change of hands', async () => {
    const { core, signIn, environment } = await withAlice(store);
    const first = await signIn();
    environment.advance(60_000);
    const session = (await core.sessions.use(first.sessionSecret)) ?? null;
    const second = await signIn({ session });
    expect(second.sessionSecret).not.toBe(first.sessionSecret);
    expect(await core.sessions.use(first.sessionSecret)).toBeUndefined();
    expect(second.user.signedInAt).toBe(first.user.signedInAt + 60_000);
  });

  it('is refused alike for a wrong password and for nobody', async () => {
    const { core, signIn } = await withAlice(store);
    const refusal = async (over: object) =>
      await signIn(over).then(
        () => undefined,
        (error) => ({ ...error, message: error.message }),
      );
    const refused = await refusal({ password: 'wrong password' });
    expect(refused).toMatchObject({ code: 'unauthenticated' });
    expect(await refusal({ email: 'nobody@example.com' })).toEqual(refused);
    expect(await core.db.selectFrom('sessions').select('digest').execute()).toEqual([]);
  });

  it('hashes the password anew when hashing has become dearer', async () => {
    const { core, alice, signIn } = await withAlice(store);
    const cheap = '$argon2id$v=19$m=8,t=1,p=1$c29tZXNhbHQ$';
    const { argon2Sync } = await import('node:crypto');
    const cost = { nonce: Buffer.from('somesalt'), memory: 8, passes: 1, parallelism: 1, tagLength: 32 };
    const hash = argon2Sync('argon2id', { message: testPassword, ...cost })
      .toString('base64')
      .replace(/=+$/, '');
    await core.db
      .updateTable('users')
      .set({ password_hash: cheap + hash })
      .where('id', '=', alice.id)
      .execute();
    await signIn();
    const row = await core.db.selectFrom('users').select('password_hash').executeTakeFirstOrThrow();
    expect(row.password_hash).toContain('$m=19456,t=2,p=1$');
    await signIn();
  });

  it('is refused when the password is changed while it is checked', async () => {
    const { core, alice, signIn } = await withAlice(store);
    const other = await hashPassword('another password', core.environment);
    const { check } = PasswordChecks.prototype;
    const checking = jest.spyOn(PasswordChecks.prototype, 'check').mockImplementationOnce(async function (
      this: PasswordChecks,
      ...given: Parameters<typeof check>
    ) {
      const isRight = await check.apply(this, given);
      await core.db.updateTable('users').set({ password_hash: other }).where('id', '=', alice.id).execute();
      return isRight;
    });
    await expect(signIn()).rejects.toMatchObject({ code: 'unauthenticated' });
    checking.mockRestore();
    expect(await core.db.selectFrom('sessions').select('digest').execute()).toEqual([]);
  });

  it('and out again leaves a record and no session', async () => {
    const { core, alice, signIn } = await withAlice(store);
    const { sessionSecret } = await signIn();
    const session = await core.sessions.use(sessionSecret);
    if (session === undefined) throw new Error('there is no session');
    await core.signIns.signOut(session);
    expect(await core.sessions.use(sessionSecret)).toBeUndefined();
    expect(await recordsWith(core, 'session.ended')).toMatchObject([
      { organization: serviceChain, subject: alice.email },
    ]);
  });
});

describe('wrong passwords', () => {
  it('are refused unread after five for one account from one place, then one may be tried every 30 s', async () => {
    const { guess, signIn, environment } = await withAlice();
    expect(await guess(7)).toEqual([...wrong(5), 'too-many', 'too-many']);
    await expect(signIn()).rejects.toMatchObject({ code: 'too-many', facts: { retryAfter: 30 } });
    environment.advance(29_500);
    await expect(signIn()).rejects.toMatchObject({ facts: { retryAfter: 1 } });
    environment.advance(500);
    expect(await guess(2)).toEqual(['unauthenticated', 'too-many']);
  });

  it('never keep the owner out who comes from elsewhere', async () => {
    const { guess, signIn } = await withAlice();
    await guess(10);
    await signIn({ address: elsewhere });
    await signIn({ address: '2001:db8::1' });
  });

  it('never keep the owner out of a browser that is known, even behind the same address', async () => {
    const { guess, signIn } = await withAlice();
    const { deviceNote } = await signIn();
    expect(await guess(10)).toContain('too-many');
    for (let times = 0; times < 7; times++) await signIn({ deviceNote });
    await expect(signIn()).rejects.toMatchObject({ code: 'too-many' });
  });

  it('make the owner in a new browser at the same address wait for seconds, not for ever', async () => {
    const { guess, signIn, environment } = await withAlice();
    await guess(100);
    environment.advance(30_000);
    await signIn();
  });

  it('are counted in a known browser as well, for that browser alone', async () => {
    const { guess, signIn, environment } = await withAlice();
    const [{ deviceNote }, other] = [await signIn(), await signIn()];
    expect(await guess(12, { deviceNote })).toEqual([...wrong(10), 'too-many', 'too-many']);
    await signIn({ deviceNote: other.deviceNote });
    await signIn();
    environment.advance(30_000);
    await signIn({ deviceNote });
  });

  it('are counted as those of a stranger in a browser that is known for another account', async () => {
    const used = await withAlice();
    await accountOf(used, 'mallory@example.com');
    const { deviceNote } = await used.signIn({ email: 'mallory@example.com' });
    expect(await used.guess(6, { deviceNote })).toEqual([...wrong(5), 'too-many']);
  });

  it('for many accounts from one network are refused unread after twenty, and one may be tried every 6 s', async () => {
    const { guess, signIn, environment } = await withAlice();
    const codes: string[] = [];
    for (let account = 0; account < 22; account++) {
      const address = `2001:db8:0:1::${account.toString(16)}`;
      codes.push(...(await guess(1, { email: `user-${account}@example.com`, address })));
    }
    expect(codes).toEqual([...wrong(20), 'too-many', 'too-many']);
    await expect(signIn({ address: '2001:db8:0:1::ffff' })).rejects.toMatchObject({ facts: { retryAfter: 6 } });
    await signIn({ address: '2001:db8:0:2::1' });
    // What is refused for the network does not count for the account.
    expect(await guess(6, { address: '2001:db8:0:1::ffff' })).toEqual(Array.from({ length: 6 }, () => 'too-many'));
    environment.advance(6000);
    await signIn({ address: '2001:db8:0:1::ffff' });
  });

  it('for one account take nothing from its neighbours once they are refused unread', async () => {
    const used = await withAlice();
    const bob = await accountOf(used, 'bob@example.com');
    expect(await used.guess(100)).toContain('too-many');
    await used.signIn({ email: bob.email });
  });

  it('at the same moment are no way around', async () => {
    const { signIn } = await withAlice();
    const results = await Promise.allSettled(
      Array.from({ length: 12 }, (_, index) => signIn({ password: `wrong password ${index}` })),
    );
    const codes = results.map((result) =>
      result.status === 'rejected' ? (result.reason as { code: string }).code : 'in',
    );
    expect(codes.sort()).toEqual([...Array.from({ length: 7 }, () => 'too-many'), ...wrong(5)]);
  });

  it('count, right ones do not', async () => {
    const { signIn, guess } = await withAlice();
    for (let times = 0; times < 7; times++) await signIn();
    expect(await guess(5)).toEqual(wrong(5));
  });

  it('leave one record per account and hour, and one for all addresses that are no account', async () => {
    const { core, guess, environment, alice } = await withAlice();
    await guess(3);
    await guess(2, { address: elsewhere });
    for (let stranger = 0; stranger < 4; stranger++) await guess(1, { email: `nobody-${stranger}@example.com` });
    const records = async () =>
      (await recordsWith(core, 'session.refused')).map(({ subject, details }) => [
        subject,
        details.count,
        details.networks,
      ]);
    await core.refusedSignIns.flush();
    const first = [
      [alice.email, '5', '2'],
      ['unknown addresses', '4', '1'],
    ];
    expect(await records()).toEqual(first);
    environment.advance(59 * 60_000);
    await guess(1);
    await core.refusedSignIns.flush();
    expect(await records()).toEqual(first);
    environment.advance(60_000);
    await core.refusedSignIns.flush();
    expect(await records()).toEqual([...first, [alice.email, '1', '1']]);
  });
});

describe('right passwords', () => {
  /** What somebody does again and again, all at once, while others want to sign in. */
  const floods: readonly [string, (used: Awaited<ReturnType<typeof withMallory>>) => Promise<unknown>][] = [
    ['signing in', ({ signIn, email, notes }) => signIn({ email, deviceNote: notes.shift() })],
    ['making accounts', ({ core, organization }) => core.users.add(organization, newcomer(), tester)],
  ];
  const newcomer = () =>
    ({ email: `${randomUUID()}@example.com`, role: 'member', name: 'X', password: testPassword }) as const;

  async function withMallory() {
    const used = await withAlice();
    const { email } = await accountOf(used, 'mallory@example.com');
    const begun: SignedIn[] = [];
    for (let times = 0; times < 4; times++) begun.push(await used.signIn({ email }));
    // Each note is good for ten attempts at once.
    const notes = begun.flatMap(({ deviceNote }) => Array.from({ length: 10 }, () => deviceNote));
    return { ...used, email, notes, organization: { organizationId: used.organizationId, systemId: null } };
  }

  it.each(floods)('of one who is %s all the time keep nobody else out of a known browser', async (_what, once) => {
    const used = await withMallory();
    const { deviceNote } = await used.signIn();
    const flood = Promise.allSettled(Array.from({ length: 40 }, () => once(used)));
    expect(await used.signIn({ deviceNote })).toMatchObject({ user: { email: used.alice.email } });
    await flood;
  });
});
