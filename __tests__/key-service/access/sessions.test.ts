import { Sessions } from '../../../src/key-service/access/sessions.ts';
import { usedCore } from '../support/core.ts';
import { userWith } from '../support/management.ts';
import { onEveryStore } from '../support/stores.ts';

const minute = 60_000;

onEveryStore('a session', (store) => {
  async function signedIn() {
    const used = await usedCore(store);
    const { core, environment } = used;
    const id = await userWith(used, 'member');
    const account = { id, email: 'alice@example.com', name: 'Alice' };
    const begin = async () => (await core.sessions.begin(core.db, account)).sessionSecret;
    return { core, environment, id, begin, secret: await begin() };
  }

  it('is 256 random bits, of which the database knows a hash', async () => {
    const { core, secret, begin } = await signedIn();
    expect(Buffer.from(secret, 'base64url')).toHaveLength(32);
    expect(await begin()).not.toBe(secret);
    const rows = await core.db.selectFrom('sessions').selectAll().execute();
    expect(JSON.stringify(rows)).not.toContain(secret);
    for (const { digest } of rows) expect(Buffer.from(digest).equals(Buffer.from(secret, 'base64url'))).toBe(false);
  });

  it('says who signed in, and when', async () => {
    const { core, environment, id, secret } = await signedIn();
    const signedInAt = environment.now();
    environment.advance(10 * minute);
    expect((await core.sessions.use(secret))?.user).toMatchObject({ type: 'user', id, signedInAt });
  });

  it('is over after 30 minutes without a request', async () => {
    const { core, environment, secret } = await signedIn();
    environment.advance(30 * minute - 1);
    expect(await core.sessions.use(secret)).toBeDefined();
    environment.advance(30 * minute);
    expect(await core.sessions.use(secret)).toBeUndefined();
  });

  it('is not kept alive by what a page asks while nobody is there', async () => {
    const { core, environment, secret } = await signedIn();
    for (let past = 0; past < 30; past += 10) {
      expect(await core.sessions.use(secret, { unattended: true })).toBeDefined();
      environment.advance(10 * minute);
    }
    expect(await core.sessions.use(secret, { unattended: true })).toBeUndefined();
  });

  it('is over when it was last used in the future, for the clock was set back', async () => {
    const { core, environment, secret } = await signedIn();
    environment.advance(-minute);
    expect(await core.sessions.use(secret)).toBeDefined();
    environment.advance(-1);
    expect(await core.sessions.use(secret)).toBeUndefined();
    await core.sessions.removeExpired();
    expect(await core.db.selectFrom('sessions').selectAll().execute()).toEqual([]);
  });

  it('is over 12 hours after it began, however busy', async () => {
    const { core, environment, secret } = await signedIn();
    for (let past = 0; past < 12 * 60 - 20; past += 20) {
      environment.advance(20 * minute);
      expect(await core.sessions.use(secret)).toBeDefined();
    }
    environment.advance(20 * minute);
    expect(await core.sessions.use(secret)).toBeUndefined();
  });

  it('writes down its use at most once a minute, for the user as well', async () => {
    const { core, environment, id, secret } = await signedIn();
    const seen = async () => {
      const session = await core.db.selectFrom('sessions').select('last_seen_at').executeTakeFirstOrThrow();
      const user = await core.db
        .selectFrom('users')
        .select('last_seen_at')
        .where('id', '=', id)
        .executeTakeFirstOrThrow();
      return [session.last_seen_at, user.last_seen_at];
    };
    const begun = environment.now();
    environment.advance(minute - 1);
    await core.sessions.use(secret);
    expect(await seen()).toEqual([begun, begun]);
    environment.advance(1);
    await core.sessions.use(secret);
    expect(await seen()).toEqual([begun + minute, begun + minute]);
  });

  it('ends with its user', async () => {
    const { core, id, secret } = await signedIn();
    await core.db.deleteFrom('roles').where('user_id', '=', id).execute();
    await core.db.deleteFrom('users').where('id', '=', id).execute();
    expect(await core.sessions.use(secret)).toBeUndefined();
  });

  it('ends when it is ended, and the others stay, or all do', async () => {
    const { core, id, secret, begin } = await signedIn();
    const [second, third] = [await begin(), await begin()];
    await core.sessions.end(core.db, (await core.sessions.use(secret))?.digest ?? Buffer.alloc(0));
    expect(await core.sessions.use(secret)).toBeUndefined();
    expect([await core.sessions.use(second), await core.sessions.use(third)]).toEqual([
      expect.anything(),
      expect.anything(),
    ]);
    await core.sessions.endAllOf(core.db, id);
    expect([await core.sessions.use(second), await core.sessions.use(third)]).toEqual([undefined, undefined]);
  });

  it('leaves no row behind for long', async () => {
    const { core, environment, begin } = await signedIn();
    environment.advance(29 * minute);
    const young = await begin();
    environment.advance(minute);
    await core.sessions.removeExpired();
    expect(await core.db.selectFrom('sessions').select('digest').execute()).toHaveLength(1);
    expect(await core.sessions.use(young)).toBeDefined();
  });

  it('is not looked for by what cannot be a secret', async () => {
    const { core, environment } = await signedIn();
    await core.db.schema.dropTable('sessions').execute();
    const sessions = new Sessions(core.db, environment);
    for (const secret of ['', 'x'.repeat(42), 'x'.repeat(44), `${'x'.repeat(42)}\0`, `${'x'.repeat(42)}é`]) {
      expect(await sessions.use(secret)).toBeUndefined();
    }
  });
});
