import type { AddressInfo } from 'node:net';
import { keyServiceServer, type ServerOptions } from '../../src/cli/key-service-server.ts';
import { browser } from '../key-service/support/browser.ts';
import { afterwards } from '../key-service/support/cleanup.ts';
import { usedCore } from '../key-service/support/core.ts';
import { accountOf } from '../key-service/support/management.ts';
import { recordsWith } from '../key-service/support/records.ts';

const email = 'alice@example.com';
const local = { origin: 'http://127.0.0.1' };

/** A server as `serve` makes it; whoever connects to it comes from 127.0.0.1. */
async function server(options: Partial<ServerOptions>) {
  const used = await usedCore();
  await accountOf(used, email);
  const app = await keyServiceServer({ ...used.options, environment: used.environment, ...options }, false);
  afterwards(() => app.close());
  await app.listen({ host: '127.0.0.1', port: 0 });
  const service = { port: (app.server.address() as AddressInfo).port };
  /** The statuses that wrong passwords get, each with these forwarding headers. */
  const guess = async (...forwardedFor: string[]) => {
    const statuses: number[] = [];
    for (const address of forwardedFor) {
      const headers = { 'x-forwarded-for': address };
      statuses.push((await browser(service, local).signIn(email, 'wrong password', { headers })).status);
    }
    return statuses;
  };
  return { ...used, service, guess };
}

describe('a proxy that is not trusted', () => {
  it('changes nothing by what it says of the caller', async () => {
    const { service, guess, core } = await server({ trustProxy: ['192.0.2.0/24'] });
    const addresses = ['1', '2', '3', '4', '5', '6'].map((number) => `203.0.113.${number}`);
    expect(await guess(...addresses)).toEqual([401, 401, 401, 401, 401, 429]);
    const headers = { 'x-forwarded-proto': 'https', 'x-forwarded-host': 'keys.example.com' };
    const claims = { origin: 'https://keys.example.com', headers: { ...headers, host: '127.0.0.1' } };
    expect((await browser(service, claims).signIn(email)).status).toBe(403);
    await core.refusedSignIns.flush();
  });
});

describe('a proxy that is trusted', () => {
  it('says where the caller is: the last address that is not its own counts, whatever stands before it', async () => {
    const { service, guess, core } = await server({ trustProxy: ['127.0.0.1', '10.0.0.0/8'] });
    const mallory = ['1', '2', '3', '4', '5', '6'].map((number) => `203.0.113.${number}, 198.51.100.7, 10.1.2.3`);
    expect(await guess(...mallory)).toEqual([401, 401, 401, 401, 401, 429]);
    expect(await guess('198.51.100.7, 203.0.113.1')).toEqual([401]);
    const headers = { 'x-forwarded-for': '198.51.100.7, 192.0.2.44' };
    expect((await browser(service, { ...local, headers }).signIn(email)).status).toBe(200);
    expect(await recordsWith(core, 'session.created')).toMatchObject([{ details: { address: '192.0.2.44' } }]);
  });

  it.each([
    ['192.0.2.44:5678', '192.0.2.44'],
    ['[2001:db8::1]:443', '2001:db8::1'],
    ['[2001:db8::1]', '2001:db8::1'],
    ['198.51.100.7:1, 192.0.2.44:5678, 10.1.2.3:80', '192.0.2.44'],
  ])('may write ports behind addresses: %s', async (forwardedFor, address) => {
    const { service, core } = await server({ trustProxy: ['127.0.0.1', '10.0.0.0/8'] });
    const headers = { 'x-forwarded-for': forwardedFor };
    expect((await browser(service, { ...local, headers }).signIn(email)).status).toBe(200);
    expect(await recordsWith(core, 'session.created')).toMatchObject([{ details: { address } }]);
  });

  it('says by which address the caller reaches the service, and whether by https', async () => {
    const { service } = await server({ trustProxy: ['127.0.0.0/8'] });
    const headers = { host: 'backend:8080', 'x-forwarded-proto': 'https', 'x-forwarded-host': 'keys.example.com' };
    const { status, cookies } = await browser(service, { origin: 'https://keys.example.com', headers }).signIn(email);
    expect(status).toBe(200);
    expect(cookies[0]).toMatchObject({
      name: '__Host-dataminer-deploy-session',
      attributes: expect.arrayContaining(['secure']),
    });
    expect((await browser(service, { origin: 'https://evil.example', headers }).signIn(email)).status).toBe(403);
  });

  it('may pass on text that is no address', async () => {
    const { service, core } = await server({ trustProxy: ['127.0.0.1'] });
    const headers = { 'x-forwarded-for': '<script>' };
    expect((await browser(service, { ...local, headers }).signIn(email)).status).toBe(200);
    expect(await recordsWith(core, 'session.created')).toMatchObject([{ details: { address: 'unknown' } }]);
  });
});
