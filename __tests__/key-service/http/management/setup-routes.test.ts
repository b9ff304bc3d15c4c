import fastify from 'fastify';
import { managementPaths } from '../../../../src/contract/management/paths.ts';
import { createKeyService } from '../../../../src/key-service/index.ts';
import { browser } from '../../support/browser.ts';
import { afterwards } from '../../support/cleanup.ts';
import { accountOf, testPassword } from '../../support/management.ts';
import { runningService } from '../../support/service.ts';

const alice = { organization: 'Acme', email: 'alice@example.com', name: 'Alice', password: testPassword };

/** A service that tells its operator the set-up token. */
async function newService() {
  const tokens: string[] = [];
  const service = await runningService({ onSetupToken: (token) => tokens.push(token) });
  return { ...service, tokens, token: tokens[0] ?? '' };
}

describe('the set-up of a new service', () => {
  it('makes the first Owner, who is signed in then, and closes', async () => {
    const { token, ...service } = await newService();
    const browsing = browser(service);
    expect((await browsing.call('GET', managementPaths.setup)).body).toEqual({ open: true });
    const { status, body } = await browsing.call('POST', managementPaths.setup, { ...alice, token });
    expect({ status, body }).toMatchObject({ status: 201, body: { user: { email: alice.email, name: 'Alice' } } });
    expect(await browsing.session()).toEqual(body);
    const organizations = await browsing.call('GET', managementPaths.organizations);
    expect(organizations.body).toMatchObject({ items: [{ name: 'Acme', role: 'owner' }] });
    expect((await browsing.call('GET', managementPaths.setup)).body).toEqual({ open: false });
    const again = await browser(service).call('POST', managementPaths.setup, {
      ...alice,
      email: 'b@example.com',
      token,
    });
    expect(again).toMatchObject({ status: 409, cookies: [] });
  });

  it('is refused with another token, and after a few of them for a while', async () => {
    const { token, ...service } = await newService();
    const guess = (given: string) => browser(service).call('POST', managementPaths.setup, { ...alice, token: given });
    const statuses: number[] = [];
    for (let tries = 0; tries < 6; tries++) statuses.push((await guess(`guess ${tries}`)).status);
    expect(statuses).toEqual([403, 403, 403, 403, 403, 429]);
    expect((await guess(token)).status).toBe(429);
  });

  it('takes no password over a network in the clear', async () => {
    const { token, ...service } = await newService();
    const way = { origin: 'http://keys.example.com' };
    expect((await browser(service, way).call('POST', managementPaths.setup, { ...alice, token })).status).toBe(400);
    expect((await browser(service).call('GET', managementPaths.setup)).body).toEqual({ open: true });
  });

  it('is closed when nobody was told a token', async () => {
    const service = await runningService();
    expect((await browser(service).call('GET', managementPaths.setup)).body).toEqual({ open: false });
    expect((await browser(service).call('POST', managementPaths.setup, { ...alice, token: 'undefined' })).status).toBe(
      409,
    );
  });

  it('is closed, and no token is made, when there is somebody already', async () => {
    const service = await newService();
    await accountOf(service, 'bob@example.com', 'owner');
    expect((await browser(service).call('GET', managementPaths.setup)).body).toEqual({ open: false });
    const { tokens, options, environment } = service;
    expect(tokens).toHaveLength(1);
    const app = fastify();
    afterwards(() => app.close());
    await app.register(createKeyService({ ...options, environment, onSetupToken: (token) => tokens.push(token) }));
    await app.ready();
    expect(tokens).toHaveLength(1);
  });
});
