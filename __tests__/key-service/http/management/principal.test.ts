import { managementPaths } from '../../../../src/contract/management/paths.ts';
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
});
