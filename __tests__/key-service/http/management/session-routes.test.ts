import { keySetPaths, managementPaths, unattendedHeader } from '../../../../src/contract/management/paths.ts';
import { timestamp } from '../../../../src/key-service/environment.ts';
import type { KeyServiceOptions } from '../../../../src/key-service/index.ts';
import { browser, type Way } from '../../support/browser.ts';
import { accountOf, api, testPassword, tokenFor } from '../../support/management.ts';
import { type RunningService, runningService } from '../../support/service.ts';

let shared: Promise<RunningService> | undefined;
let people = 0;

/** A service, by default the one of this file, and somebody new who can sign in to it. */
async function serviceWithAlice(options?: Partial<KeyServiceOptions>) {
  shared ??= runningService();
  const service = await (options === undefined ? shared : runningService(options));
  people += 1;
  const email = `alice-${people}@example.com`;
  return { ...service, email, alice: await accountOf(service, email, 'owner') };
}

describe('signing in', () => {
  it('answers who one is, and from then on the browser is', async () => {
    const { alice, email, ...service } = await serviceWithAlice();
    const { signIn, session } = browser(service);
    expect(await session()).toBeUndefined();
    const { status, body } = await signIn(email);
    expect({ status, body }).toEqual({
      status: 200,
      body: {
        principal: { type: 'user', id: alice.id, name: email },
        user: { id: alice.id, email, name: alice.name },
        csrfToken: expect.stringMatching(/^[\w-]{43}$/),
        signedInAt: timestamp(service.environment.now()),
        recentUntil: timestamp(service.environment.now() + 15 * 60_000),
      },
    });
    expect(await session()).toEqual(body);
  });

  it('sets cookies that no script can read and no other site can send, on this machine also without https', async () => {
    const { email, ...service } = await serviceWithAlice();
    for (const origin of ['http://127.0.0.1:8080', 'http://localhost', 'http://[::1]:8080']) {
      const { cookies } = await browser(service, { origin }).signIn(email);
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
    const { email, ...service } = await serviceWithAlice({ publicUrl: 'https://keys.example.com' });
    const alice = browser(service, { origin: 'https://keys.example.com' });
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
    expect(await browser(service, unprefixed).session()).toBeUndefined();
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
    const { email, ...service } = await serviceWithAlice();
    const { status, body, cookies } = await browser(service, way).signIn(email);
    expect({ status, cookies }).toEqual({ status: 400, cookies: [] });
    expect(body.detail).toContain('https');
  });

  it('is refused from pages that are not at the public address', async () => {
    const { email, ...service } = await serviceWithAlice({ publicUrl: 'https://keys.example.com' });
    expect((await browser(service, { origin: 'http://127.0.0.1' }).signIn(email)).status).toBe(403);
  });

  it('makes a new session and ends the old one, also one that somebody else planted', async () => {
    const { email, ...service } = await serviceWithAlice();
    const [mallory, alice] = [browser(service), browser(service)];
    await mallory.signIn(email);
    const planted = mallory.jar.get('dataminer-deploy-session') ?? '';
    alice.jar.set('dataminer-deploy-session', planted);
    await alice.signIn(email);
    expect(alice.jar.get('dataminer-deploy-session')).not.toBe(planted);
    expect([await alice.session(), await mallory.session()]).toEqual([expect.anything(), undefined]);
  });

  it('ignores a session that somebody made up', async () => {
    const { email, ...service } = await serviceWithAlice();
    const alice = browser(service);
    const made = 'x'.repeat(43);
    alice.jar.set('dataminer-deploy-session', made);
    await alice.signIn(email);
    expect(alice.jar.get('dataminer-deploy-session')).not.toBe(made);
  });

  it('again makes the sign-in a recent one, which reveal, regenerate and revoke ask for', async () => {
    const { email, ...service } = await serviceWithAlice();
    const { environment, organizationId, systemId, setId } = service;
    const alice = browser(service);
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

  it('ends a session that a page only keeps looking with, while nobody is there', async () => {
    const { email, ...service } = await serviceWithAlice();
    const alice = browser(service);
    await alice.signIn(email);
    const look = async () =>
      (await alice.call('GET', managementPaths.organizations, undefined, { headers: { [unattendedHeader]: 'true' } }))
        .status;
    const seen: number[] = [];
    for (let past = 0; past <= 30; past += 10) {
      seen.push(await look());
      service.environment.advance(10 * 60_000);
    }
    expect(seen).toEqual([200, 200, 200, 401]);
  });

  it('needs no CSRF token of the session before, which a page may have lost', async () => {
    const { email, ...service } = await serviceWithAlice();
    const alice = browser(service);
    await alice.signIn(email);
    const reloaded = browser(service);
    for (const [name, value] of alice.jar) reloaded.jar.set(name, value);
    expect((await reloaded.signIn(email)).status).toBe(200);
  });

  it('says when to try again after too many wrong passwords, and lets a known browser pass', async () => {
    const { email, ...service } = await serviceWithAlice();
    const [known, stranger] = [browser(service), browser(service)];
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
    const { email, ...service } = await serviceWithAlice();
    const answer = async (address: string) => {
      const { status, body, headers, cookies } = await browser(service).signIn(address, 'wrong password');
      return { status, body, headers: { ...headers, date: undefined }, cookies };
    };
    expect(await answer('nobody@example.com')).toEqual(await answer(email));
  });

  it.each<[string, (email: string) => object]>([
    ['no password', (email) => ({ email })],
    ['an empty password', (email) => ({ email, password: '' })],
    ['an endless password', (email) => ({ email, password: 'x'.repeat(1025) })],
    ['an address that is none', () => ({ email: 'alice', password: testPassword })],
    ['more than is asked', (email) => ({ email, password: testPassword, role: 'owner' })],
    ['lists', (email) => ({ email: [email], password: [testPassword] })],
  ])('is not possible with %s', async (_what, bodyFor) => {
    const { email, ...service } = await serviceWithAlice();
    const body = bodyFor(email);
    expect((await browser(service).call('POST', managementPaths.session, body)).status).toBe(400);
  });
});

describe('signing out', () => {
  it('ends the session and takes the cookie away, the browser stays known', async () => {
    const { core, email, ...service } = await serviceWithAlice();
    const alice = browser(service);
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
  it('is changed with the current one; other browsers are signed out, and whoever took the cookie of this one', async () => {
    const { email, ...service } = await serviceWithAlice();
    const [here, there] = [browser(service), browser(service)];
    await here.signIn(email);
    await there.signIn(email);
    const change = (current: string) =>
      here.call('POST', managementPaths.password, { current, password: 'another password of hers' });
    expect(await change('wrong password')).toMatchObject({ status: 400, body: { code: 'not-confirmed' } });
    const thief = browser(service);
    for (const [name, value] of here.jar) thief.jar.set(name, value);
    expect(await thief.session()).toBeDefined();
    const changed = await change(testPassword);
    expect(changed).toMatchObject({ status: 200, body: { user: { email } } });
    expect(await thief.session()).toBeUndefined();
    expect((await here.session())?.csrfToken).toBe(changed.body.csrfToken);
    expect([await here.session(), await there.session()]).toEqual([expect.anything(), undefined]);
    expect((await there.signIn(email, 'another password of hers')).status).toBe(200);
  });

  it('is nothing that a token has, nor a session', async () => {
    const { email, ...service } = await serviceWithAlice();
    const token = api(service, await tokenFor(service, 'owner'));
    const body = { current: testPassword, password: 'another password' };
    expect((await token.post(managementPaths.password, body)).status).toBe(403);
    expect((await token.delete(managementPaths.session)).status).toBe(403);
  });
});
