import { managementPaths } from '../../../../src/contract/management/paths.ts';
import type { CreatedToken, Token } from '../../../../src/contract/management/users.ts';
import { api, type Caller, signIn, tester, tokenFor } from '../../support/management.ts';
import { runningService } from '../../support/service.ts';

const { tokens } = managementPaths;

function bearer(value: string): Caller {
  return { id: '', name: '', headers: () => ({ authorization: `Bearer ${value}` }) };
}

describe('API tokens', () => {
  it('are created, listed and revoked; a revoked one is never let in again', async () => {
    const service = await runningService();
    const admin = api(service, await signIn(service, 'admin'));
    const created = await admin.post<CreatedToken>(tokens, {
      name: 'rotation',
      role: 'admin',
      expiresAt: '2027-01-01T00:00:00Z',
    });
    expect(created).toMatchObject({
      status: 201,
      body: {
        name: 'rotation',
        role: 'admin',
        state: 'active',
        expiresAt: '2027-01-01T00:00:00.000Z',
        lastUsedAt: null,
      },
    });
    const { token, ...view } = created.body;
    const itself = api(service, bearer(token));
    expect((await itself.get(managementPaths.organizationKeys)).status).toBe(200);
    const { body } = await admin.get<{ items: Token[]; next: string | null }>(tokens);
    expect(body).toEqual({ items: [{ ...view, lastUsedAt: body.items[0]?.lastUsedAt }], next: null });
    expect((await admin.delete(tokens, { id: view.id })).status).toBe(204);
    expect((await itself.get(managementPaths.organizationKeys)).status).toBe(401);
    expect((await admin.delete(tokens, { id: view.id })).status).toBe(204);
  });

  it('are made by people who signed in within the last 15 minutes, and by tokens at any time', async () => {
    const service = await runningService();
    const [admin, token] = [await signIn(service, 'admin'), await tokenFor(service, 'admin')];
    service.environment.advance(15 * 60_000);
    const refused = await api(service, admin).post(tokens, { name: 'x', role: 'admin' });
    expect(refused).toMatchObject({ status: 403, body: { code: 'sign-in-again' } });
    expect((await api(service, token).post(tokens, { name: 'x', role: 'admin' })).status).toBe(201);
  });

  it('are shown in no answer but the one that creates them', async () => {
    const service = await runningService();
    const admin = api(service, await signIn(service, 'admin'));
    const { body } = await admin.post<CreatedToken>(tokens, { name: 'rotation', role: 'admin' });
    expect(JSON.stringify((await admin.get(tokens)).body)).not.toContain(body.token.slice(5, 20));
  });

  it('make others of no higher role, and for no other organization', async () => {
    const service = await runningService();
    const other = await service.core.organizations.create('Other', tester.initiator);
    const token = await tokenFor(service, 'admin');
    expect((await api(service, token).post(tokens, { name: 'x', role: 'owner' })).status).toBe(403);
    expect((await api(service, token).post(tokens, { name: 'x', role: 'admin' })).status).toBe(201);
    expect((await api(service, token, { org: other.id }).post(tokens, { name: 'x', role: 'member' })).status).toBe(404);
    const member = api(service, await tokenFor(service, 'member'));
    expect((await member.post(tokens, { name: 'x', role: 'member' })).status).toBe(403);
  });

  it('are not revoked from another organization, nor above one’s own role', async () => {
    const service = await runningService();
    const other = await service.core.organizations.create('Other', tester.initiator);
    const stranger = await signIn(service, 'owner', { organizationId: other.id });
    const token = await tokenFor(service, 'owner');
    const { status } = await api(service, stranger, { org: other.id }).delete(tokens, { id: token.id });
    expect(status).toBe(404);
    expect((await api(service, await signIn(service, 'admin')).delete(tokens, { id: token.id })).status).toBe(403);
    expect((await api(service, token).get(managementPaths.session)).status).toBe(200);
  });

  it('say with 401 that a token is asked for', async () => {
    const service = await runningService();
    const { status, headers } = await api(service, bearer('none')).get(tokens);
    expect([status, headers.get('www-authenticate')]).toEqual([401, 'Bearer']);
  });
});
