import { paths } from '../../../src/contract/paths.ts';
import { anywhere, aTest } from '../support/custodian.ts';
import { eventually, type RunningService, runningService } from '../support/service.ts';
import { onEveryStore } from '../support/stores.ts';

async function self(service: RunningService, headers: Record<string, string>): Promise<Response> {
  return await fetch(service.url + paths.keySelf, { headers });
}

onEveryStore('asking who a key is', (store) => {
  it('tells scope, owner, label, slot and permissions', async () => {
    const service = await runningService({ store });
    const answer = await self(service, { 'Ocp-Apim-Subscription-Key': service.values.secondary });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(await answer.json()).toEqual({
      scope: 'system',
      organization: { id: service.organizationId, name: 'Example' },
      dms: { id: service.systemId, name: 'Staging' },
      setId: service.setId,
      label: 'GitHub',
      slot: 'secondary',
      permissions: ['upload-packages', 'deploy-packages', 'read-deployments', 'register-catalog-items'],
      createdAt: '2026-11-23T10:00:00.000Z',
    });
  });

  it('tells when the value was regenerated, and no DMS for the key of an organization', async () => {
    const service = await runningService({ store });
    const owner = { scope: 'organization', organizationId: service.organizationId } as const;
    const set = await service.core.keySets.create(owner, { label: 'CI', permissions: ['read-catalog-items'] }, aTest);
    service.environment.advance(60_000);
    const wanted = { slot: 'primary', confirm: 'CI' } as const;
    const { value } = await service.core.keySets.regenerate(anywhere(set.id), wanted, aTest);
    const answer = await (await self(service, { 'Ocp-Apim-Subscription-Key': value })).json();
    expect(answer).toMatchObject({ scope: 'organization', regeneratedAt: '2026-11-23T10:01:00.000Z' });
    expect(answer).not.toHaveProperty('dms');
  });

  it('takes the key under either name, and pays no heed to empty basic credentials', async () => {
    const service = await runningService({ store });
    const key = service.values.primary;
    expect((await self(service, { 'DATAMINER-SERVICES-API-KEY': key, Authorization: 'Basic Og==' })).status).toBe(200);
    expect((await self(service, { 'ocp-apim-subscription-key': ` ${key} ` })).status).toBe(200);
    expect((await self(service, { Authorization: `Bearer ${key}` })).status).toBe(403);
  });

  it('counts as use, with the caller as far as it says who it is', async () => {
    const service = await runningService({ store });
    await self(service, {
      'Ocp-Apim-Subscription-Key': service.values.primary,
      'X-Deploy-Repository': 'acme/scripts',
      'X-Deploy-Workflow': `deploy\u00e9${'x'.repeat(300)}`,
      'X-Deploy-Run-Id': '42',
      'X-Deploy-Run-Attempt': '',
    });
    const { db } = service.core;
    const caller = await eventually(() => db.selectFrom('key_usage').selectAll().executeTakeFirst());
    const now = service.environment.now();
    const last = { count: 1, last_used_at: now, last_route: 'GET /api/keys/v1-0/self' };
    expect(caller).toMatchObject({
      ...last,
      repository: 'acme/scripts',
      workflow: `deploy?${'x'.repeat(193)}`,
      first_used_at: now,
      last_run_id: '42',
      last_run_attempt: null,
      last_address: '127.0.0.1',
    });
  });
});

onEveryStore('a mounted key service', (store) => {
  it('works under a prefix, beside the routes of its host', async () => {
    const service = await runningService({ store }, { prefix: '/keys-of/example' });
    expect((await self(service, { 'Ocp-Apim-Subscription-Key': service.values.primary })).status).toBe(200);
    expect(await (await fetch(`${service.url}/healthz`)).json()).toEqual({ status: 'ok' });
    expect((await fetch(`http://127.0.0.1:${service.port}/healthz`)).status).toBe(404);
  });
});
