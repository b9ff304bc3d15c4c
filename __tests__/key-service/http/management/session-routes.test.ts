import { keySetPaths, managementPaths } from '../../../../src/contract/management/paths.ts';
import type { KeyServiceOptions } from '../../../../src/key-service/index.ts';
import { browser, type Way } from '../../support/browser.ts';
import { accountOf, api, testPassword, tokenFor } from '../../support/management.ts';
import { runningService } from '../../support/service.ts';

const email = 'alice@example.com';

async function serviceWithAlice(options: Partial<KeyServiceOptions> = {}) {
  const service = await runningService(options);
  return { ...service, alice: await accountOf(service, email, 'owner') };
}

describe('signing in', () => {
  it('answers who one is, and from then on the browser is', async () => {
    const { app, alice } = await serviceWithAlice();
    const { signIn, session } = browser(app);
    expect(await session()).toBeUndefined();
    const { status, body } = await signIn(email);
    expect({ status, body }).toEqual({
      status: 200,
      body: {
        principal: { type: 'user', id: alice.id, name: email },
        user: { id: alice.id, email, name: 'alice' },
        csrfToken: expect.stringMatching(/^[\w-]{43}$/),
        signedInAt: '2026-11-23T10:00:00.000Z',
        recentUntil: '2026-11-23T10:15:00.000Z',
      },
    });
    expect(await session()).toEqual(body);
  });

  it('sets cookies that no script can read and no other site can send, on this machine also without https', async () => {
    const { app } = await serviceWithAlice();
    for (const origin of ['http://127.0.0.1:8080', 'http://localhost', 'http://[::1]:8080']) {
      const { cookies } = await browser(app, { origin }).signIn(email);
      expect(cookies).toEqual([
        {
          name: 'dataminer-deploy-session',
          value: expect.stringMatching(/^[\w-]{43}$/),
          attributes: ['httponly', 'path=/', 'samesite=lax'],
        },
        {
          name: 'dataminer-deploy-device',
          value: expect.any(String),
          attributes: ['httponly', 'max-age=31536000', 'path=/', 'samesite=lax'],
        },
      ]);
    }
  });

  it('sets cookies for https, this host and no other writer, where people reach it by https', async () => {
    const { app } = await serviceWithAlice({ publicUrl: 'https://keys.example.com' });
    const alice = browser(app, { origin: 'https://keys.example.com' });
    const { cookies } = await alice.signIn(email);
    expect(cookies.map(({ name, attributes }) => [name, attributes])).toEqual([
      ['__Host-dataminer-deploy-session', ['httponly', 'path=/', 'samesite=lax', 'secure']],
      ['__Host-dataminer-deploy-device', ['httponly', 'max-age=31536000', 'path=/', 'samesite=lax', 'secure']],
    ]);
    expect(await alice.session()).toBeDefined();
    const secret = cookies[0]?.value ?? '';
    const unprefixed = {
      origin: 'https://keys.example.com',
      headers: { cookie: `dataminer-deploy-session=${secret}` },
    };
    expect(await browser(app, unprefixed).session()).toBeUndefined();
  });

  it.each<[string, Way]>([
    ['by http over a network', { origin: 'http://keys.example.com' }],
    ['by http under a name that only looks local', { origin: 'http://localhost.example.com' }],
    [
      'by what claims to have been https, without a proxy that is trusted',
      {
        origin: 'http://keys.example.com',
        headers: { 'x-forwarded-proto': 'https' },
      },
    ],
  ])('is refused %s, before the password is looked at', async (_what, way) => {
    const { app } = await serviceWithAlice();
    const { status, body, cookies } = await browser(app, way).signIn(email);
    expect({ status, cookies }).toEqual({ status: 400, cookies: [] });
    expect(body.detail).toContain('https');
  });

  it('is refused from pages that are not at the public address', async () => {
    const { app } = await serviceWithAlice({ publicUrl: 'https://keys.example.com' });
    expect((await browser(app, { origin: 'http://127.0.0.1' }).signIn(email)).status).toBe(403);
  });

  it('makes a new session and ends the old one, also one that somebody else planted', async () => {
    const { app } = await serviceWithAlice();
    const [mallory, alice] = [browser(app), browser(app)];
    await mallory.signIn(email);
    const planted = mallory.jar.get('dataminer-deploy-session') ?? '';
    alice.jar.set('dataminer-deploy-session', planted);
    await alice.signIn(email);
    expect(alice.jar.get('dataminer-deploy-session')).not.toBe(planted);
    expect([await alice.session(), await mallory.session()]).toEqual([expect.anything(), undefined]);
  });

  it('ignores a session that somebody made up', async () => {
    const { app } = await serviceWithAlice();
    const alice = browser(app);
    const made = 'x'.repeat(43);
    alice.jar.set('dataminer-deploy-session', made);
    await alice.signIn(email);
    expect(alice.jar.get('dataminer-deploy-session')).not.toBe(made);
  });

  it('again makes the sign-in a recent one, which reveal, regenerate and revoke ask for', async () => {
    const { app, environment, organizationId, systemId, setId } = await serviceWithAlice();
    const alice = browser(app);
    await alice.signIn(email);
    const path = (managementPaths.systemKeys + keySetPaths.reveal)
      .replace(':org', organizationId)
      .replace(':dms', systemId)
      .replace(':set', setId);
    const reveal = async () => await alice.call('POST', path, { slot: 'primary' });
    environment.advance(15 * 60_000 - 1);
    expect((await reveal()).status).toBe(200);
    environment.advance(1);
    expect(await reveal()).toMatchObject({ status: 403, body: { code: 'sign-in-again' } });
    await alice.signIn(email);
    expect((await reveal()).status).toBe(200);
  });

  it('needs no CSRF token of the session before, which a page may have lost', async () => {
    const { app } = await serviceWithAlice();
    const alice = browser(app);
    await alice.signIn(email);
    const reloaded = browser(app);
    for (const [name, value] of alice.jar) reloaded.jar.set(name, value);
    expect((await reloaded.signIn(email)).status).toBe(200);
  });

  it('says when to try again after too many wrong passwords, and lets a known browser pass', async () => {
    const { app } = await serviceWithAlice();
    const [known, stranger] = [browser(app), browser(app)];
    await known.signIn(email);
    const statuses: number[] = [];
    for (let tries = 0; tries < 6; tries++) statuses.push((await stranger.signIn(email, 'wrong password')).status);
    expect(statuses).toEqual([401, 401, 401, 401, 401, 429]);
    const { status, headers, body } = await stranger.signIn(email);
    expect({ status, retryAfter: headers['retry-after'], code: body.code }).toEqual({
      status: 429,
      retryAfter: '30',
      code: 'too-many',
    });
    expect((await known.signIn(email)).status).toBe(200);
  });

  it('answers the same for a wrong password and for nobody', async () => {
    const { app } = await serviceWithAlice();
    const answer = async (address: string) => {
      const { status, body, headers, cookies } = await browser(app).signIn(address, 'wrong password');
      return { status, body, headers: { ...headers, date: undefined }, cookies };
    };
    expect(await answer('nobody@example.com')).toEqual(await answer(email));
  });

  it.each<[string, object]>([
    ['no password', { email }],
    ['an empty password', { email, password: '' }],
    ['an endless password', { email, password: 'x'.repeat(1025) }],
    ['an address that is none', { email: 'alice', password: testPassword }],
    ['more than is asked', { email, password: testPassword, role: 'owner' }],
    ['lists', { email: [email], password: [testPassword] }],
  ])('is not possible with %s', async (_what, body) => {
    const { app } = await serviceWithAlice();
    expect((await browser(app).call('POST', managementPaths.session, body)).status).toBe(400);
  });
});

describe('signing out', () => {
  it('ends the session and takes the cookie away, the browser stays known', async () => {
    const { app, core } = await serviceWithAlice();
    const alice = browser(app);
    await alice.signIn(email);
    const secret = alice.jar.get('dataminer-deploy-session') ?? '';
    const { status, cookies } = await alice.call('DELETE', managementPaths.session);
    expect({ status, cookies }).toEqual({
      status: 204,
      cookies: [
        {
          name: 'dataminer-deploy-session',
          value: '',
          attributes: ['httponly', 'max-age=0', 'path=/', 'samesite=lax'],
        },
      ],
    });
    expect([...alice.jar.keys()]).toEqual(['dataminer-deploy-device']);
    expect(await core.sessions.use(secret)).toBeUndefined();
  });
});

describe('one’s own password', () => {
  it('is changed with the current one; other browsers are signed out', async () => {
    const { app } = await serviceWithAlice();
    const [here, there] = [browser(app), browser(app)];
    await here.signIn(email);
    await there.signIn(email);
    const change = (current: string) =>
      here.call('POST', managementPaths.password, { current, password: 'another password of hers' });
    expect(await change('wrong password')).toMatchObject({ status: 400, body: { code: 'not-confirmed' } });
    expect((await change(testPassword)).status).toBe(204);
    expect([await here.session(), await there.session()]).toEqual([expect.anything(), undefined]);
    expect((await there.signIn(email, 'another password of hers')).status).toBe(200);
  });

  it('is nothing that a token has, nor a session', async () => {
    const service = await serviceWithAlice();
    const token = api(service, await tokenFor(service, 'owner'));
    const body = { current: testPassword, password: 'another password' };
    expect((await token.post(managementPaths.password, body)).status).toBe(403);
    expect((await token.delete(managementPaths.session)).status).toBe(403);
  });
});
