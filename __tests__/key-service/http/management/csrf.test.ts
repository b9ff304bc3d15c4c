import { keySetPaths, managementPaths } from '../../../../src/contract/management/paths.ts';
import { aTest, working } from '../../support/custodian.ts';
import { api, type Caller, sessionOf, signIn, tokenFor, userWith } from '../../support/management.ts';
import { type RunningService, runningService } from '../../support/service.ts';

const regenerate = managementPaths.systemKeys + keySetPaths.regenerate;

type Headers = Record<string, string>;
/** Headers that a request has instead of those of our own pages; undefined takes one away. */
type Instead = (own: Headers, other: Headers) => Record<string, string | undefined>;

const attempts: readonly [string, number, Instead][] = [
  ['of our own page', 200, () => ({})],
  [
    'of our own page in a browser that says only that it is the same origin',
    200,
    () => ({ origin: undefined, 'sec-fetch-site': 'same-origin' }),
  ],
  ['of another site', 403, () => ({ origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' })],
  ['of another port', 403, () => ({ origin: 'http://127.0.0.1:1' })],
  ['of the same host with https', 403, ({ origin }) => ({ origin: origin?.replace('http:', 'https:') })],
  ['of a page without an origin', 403, () => ({ origin: 'null' })],
  [
    'of a site beside ours, in a browser that sends no origin',
    403,
    () => ({ origin: undefined, 'sec-fetch-site': 'same-site' }),
  ],
  ['of nobody knows where', 403, () => ({ origin: undefined })],
  ['without the CSRF token', 403, () => ({ 'x-csrf-token': undefined })],
  ['with an empty CSRF token', 403, () => ({ 'x-csrf-token': '' })],
  ['with a made-up CSRF token', 403, () => ({ 'x-csrf-token': 'undefined' })],
  ['with the CSRF token of another session', 403, (_own, other) => ({ 'x-csrf-token': other['x-csrf-token'] })],
  ['with the session itself as CSRF token', 403, ({ cookie }) => ({ 'x-csrf-token': cookie?.split('=')[1] })],
];

function caller(headers: Record<string, string | undefined>): Caller {
  const given = Object.fromEntries(Object.entries(headers).filter(([, value]) => value !== undefined)) as Headers;
  return { id: '', name: '', headers: () => given };
}

describe('a change in the name of a session', () => {
  let service: RunningService;
  let body: object;

  beforeAll(async () => {
    service = await runningService();
    body = { slot: 'primary', confirm: 'GitHub', override: true };
  });

  it.each(attempts)('%s: %i', async (_what, status, instead) => {
    const { core, systemId } = service;
    const { id: set, values } = await core.keySets.create(
      { scope: 'system', systemId },
      { label: `Set ${core.environment.newId()}` },
      aTest,
    );
    const confirm = (
      await core.db.selectFrom('key_sets').select('label').where('id', '=', set).executeTakeFirstOrThrow()
    ).label;
    const owner = await userWith(service, 'owner');
    const [own, other] = [await sessionOf(service, owner), await sessionOf(service, owner)].map(({ headers }) =>
      headers(service.url),
    );
    const headers = { ...own, ...instead(own ?? {}, other ?? {}) };
    const answer = await api(service, caller(headers), { set }).post(regenerate, { ...body, confirm });
    expect(answer.status).toBe(status);
    expect(await working(core, values.primary)).toEqual([status !== 200]);
  });

  it('is refused by name where only the token is wrong, so that a page can take the current one and go on', async () => {
    const own = (await signIn(service, 'owner')).headers(service.url);
    const answer = await api(service, caller({ ...own, 'x-csrf-token': 'of an earlier session' })).delete(
      managementPaths.session,
    );
    expect(answer).toMatchObject({ status: 403, body: { code: 'csrf' } });
  });

  it('is not made by what a form of another site can send, even where no body is wanted', async () => {
    const own = (await signIn(service, 'owner')).headers(service.url);
    const url = service.url + managementPaths.session;
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x']) {
      const answer = await fetch(url, { method: 'DELETE', headers: { ...own, 'content-type': type }, body: 'x=1' });
      expect([type, answer.status]).toEqual([type, 400]);
    }
    expect((await fetch(url, { headers: own })).status).toBe(200);
  });

  it('is not made by a body beyond all measure', async () => {
    const own = await signIn(service, 'owner');
    const { status } = await api(service, own).post(managementPaths.tokens, {
      name: 'x'.repeat(70_000),
      role: 'member',
    });
    expect(status).toBe(413);
  });

  it('is never allowed to another origin by CORS', async () => {
    const preflight = await fetch(`${service.url}${managementPaths.session}`, {
      method: 'OPTIONS',
      headers: { origin: 'https://evil.example', 'access-control-request-method': 'POST' },
    });
    expect(preflight.status).toBe(404);
    const own = (await signIn(service, 'member')).headers(service.url);
    const read = await fetch(`${service.url}${managementPaths.session}`, {
      headers: { ...own, origin: 'https://evil.example' },
    });
    for (const { headers } of [preflight, read]) {
      expect([...headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
    }
  });
});

describe('signing in', () => {
  it.each<[string, Record<string, string>]>([
    ['from another site', { origin: 'https://evil.example' }],
    ['from nobody knows where', { 'x-none': '' }],
  ])('is refused %s, so that nobody is signed in as somebody else', async (_what, headers) => {
    const service = await runningService();
    for (const path of [managementPaths.session, managementPaths.setup]) {
      const answer = await api(service, caller(headers)).post(path, {});
      expect(answer.status).toBe(403);
    }
  });
});

describe('a token', () => {
  it('needs neither origin nor CSRF token, and counts before any cookie', async () => {
    const service = await runningService();
    const [token, session] = [await tokenFor(service, 'admin'), await signIn(service, 'member')];
    const both = caller({
      ...session.headers(service.url),
      ...token.headers(service.url),
      origin: 'https://evil.example',
      'x-csrf-token': undefined,
    });
    const created = await api(service, both).post(managementPaths.tokens, { name: 'Another', role: 'member' });
    expect(created.status).toBe(201);
    expect((await api(service, both).get(managementPaths.session)).body).toMatchObject({ principal: { id: token.id } });
  });

  it('that does not work is not helped by a cookie that does', async () => {
    const service = await runningService();
    const session = await signIn(service, 'owner');
    for (const authorization of ['Bearer', 'Bearer ', 'bearer nonsense', `Bearer dmt1_${'0'.repeat(49)}`]) {
      const both = caller({ ...session.headers(service.url), authorization });
      const answer = await api(service, both).get(managementPaths.session);
      expect([authorization, answer.status]).toEqual([authorization, 401]);
    }
  });

  it('is only what comes as Bearer: what a proxy asks for is none of ours', async () => {
    const service = await runningService();
    const session = await signIn(service, 'owner');
    const both = caller({ ...session.headers(service.url), authorization: 'Basic cHJveHk6cGFzcw==' });
    expect((await api(service, both).get(managementPaths.session)).status).toBe(200);
  });
});
