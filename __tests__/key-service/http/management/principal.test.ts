import { keySetPaths, managementPath, managementPaths } from '../../../../src/contract/management/paths.ts';
import { browser } from '../../support/browser.ts';
import { api, signIn, tokenFor } from '../../support/management.ts';
import { runningService } from '../../support/service.ts';

describe('who calls the management API', () => {
  it('is the user of the session in the cookie', async () => {
    const service = await runningService();
    const caller = await signIn(service, 'admin');
    const { status, body } = await api(service, caller).get(managementPaths.session);
    expect(status).toBe(200);
    expect(body).toMatchObject({ principal: { type: 'user', id: caller.id, name: caller.name } });
  });

  it('is the token in the Authorization header', async () => {
    const service = await runningService();
    const caller = await tokenFor(service, 'member');
    const { status, body } = await api(service, caller).get(managementPaths.session);
    expect(status).toBe(200);
    expect(body).toEqual({
      principal: { type: 'token', id: caller.id, name: 'The member token' },
      user: null,
      csrfToken: null,
      signedInAt: null,
      recentUntil: null,
    });
  });

  it('is nobody without either', async () => {
    const service = await runningService();
    const { status, body } = await api(service).get(managementPaths.session);
    expect({ status, body }).toMatchObject({ status: 401, body: { code: 'unauthenticated' } });
  });

  it('is told no secret over a network in the clear, nor anything else', async () => {
    const service = await runningService();
    const reveal = managementPath(managementPaths.systemKeys + keySetPaths.reveal, {
      org: service.organizationId,
      dms: service.systemId,
      set: service.setId,
    });
    const origin = 'http://keys.example.com';
    for (const caller of [await tokenFor(service, 'owner'), await signIn(service, 'owner')]) {
      const open = browser(service, { origin, headers: caller.headers(origin) });
      const { status, body } = await open.call('POST', reveal, { slot: 'primary' });
      expect({ status, body }).toMatchObject({ status: 400, body: { code: 'invalid' } });
      const local = browser(service, { origin: service.url, headers: caller.headers(service.url) });
      expect((await local.call('POST', reveal, { slot: 'primary' })).status).toBe(200);
    }
  });

  it('is taken over http from the proxy of the public address, and from nobody who goes around it', async () => {
    const service = await runningService({ publicUrl: 'https://keys.example.com' });
    const caller = await tokenFor(service, 'owner');
    const statusAt = async (host: string) => {
      const asked = browser(service, { origin: `http://${host}`, headers: caller.headers('') });
      return (await asked.call('GET', managementPaths.session)).status;
    };
    expect([await statusAt('keys.example.com'), await statusAt('keys.example.com:443')]).toEqual([200, 200]);
    expect([await statusAt('10.0.0.5:8080'), await statusAt('keys.example.com:8080')]).toEqual([400, 400]);
    expect(await statusAt('127.0.0.1:8080')).toBe(200);
  });
});
