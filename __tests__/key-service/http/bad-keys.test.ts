import { randomBytes } from 'node:crypto';
import { formatKey } from '../../../src/contract/key-format.ts';
import { deploymentPath, paths } from '../../../src/contract/paths.ts';
import { anywhere, aTest } from '../support/custodian.ts';
import { exchange, type RunningService, runningService } from '../support/service.ts';
import { onEveryStore } from '../support/stores.ts';

const requests = [
  ['POST', paths.uploadArtifact],
  ['POST', paths.deployArtifact],
  ['GET', deploymentPath('1f3c0000-0000-4000-8000-000000000000')],
  ['GET', paths.keySelf],
] as const;

onEveryStore('a key that does not work', (store) => {
  let service: RunningService;
  let badKeys: Record<string, string | undefined>;

  beforeAll(async () => {
    service = await runningService({ store });
    const { core, systemId, setId } = service;
    const owner = { scope: 'system', systemId } as const;
    const revoked = await core.keySets.create(owner, { label: 'Old' }, aTest);
    await core.keySets.revoke(anywhere(revoked.id), { confirm: 'Old' }, aTest);
    const replaced = service.values.secondary;
    await core.keySets.regenerate(anywhere(setId), { slot: 'secondary', confirm: 'GitHub' }, aTest);
    const soon = new Date(service.environment.now() + 60_000).toISOString();
    const expired = await core.keySets.create(owner, { label: 'Short', expiresAt: soon }, aTest);
    const disabled = await core.keySets.create(owner, { label: 'Paused' }, aTest);
    await core.keySets.disable(anywhere(disabled.id), {}, aTest);
    service.environment.advance(60_000);
    badKeys = {
      unknown: formatKey('system', randomBytes(32)),
      revoked: revoked.values.primary,
      replaced,
      expired: expired.values.primary,
      disabled: disabled.values.primary,
      malformed: 'dms1_nonsense',
      empty: '',
      missing: undefined,
      'a misspelt one': `${service.values.primary.slice(0, -1)}-`,
      'that of another service': formatKey('organization', randomBytes(32)),
    };
  });

  /** The whole answer as bytes, apart from the time of day. */
  async function answerTo(method: string, path: string, key: string | undefined): Promise<string> {
    const lines = [
      `${method} ${path} HTTP/1.1`,
      'Host: localhost',
      'Connection: close',
      ...(key === undefined ? [] : [`Ocp-Apim-Subscription-Key: ${key}`]),
      ...(method === 'POST' ? ['Content-Type: application/json', 'Content-Length: 2'] : []),
    ];
    const answer = await exchange(service.port, `${lines.join('\r\n')}\r\n\r\n${method === 'POST' ? '{}' : ''}`);
    return answer.replace(/^Date: .*$/m, 'Date: …');
  }

  it.each(requests)('gets the same answer to %s %s, whatever is wrong with it', async (method, path) => {
    const answers = new Set<string>();
    for (const key of Object.values(badKeys)) answers.add(await answerTo(method, path, key));
    const body =
      '{"type":"about:blank","title":"Forbidden","status":403,' +
      '"detail":"The key is missing, does not work, or does not allow this."}';
    const lines = [
      'HTTP/1.1 403 Forbidden',
      'cache-control: no-store',
      'content-type: application/problem+json; charset=utf-8',
      `content-length: ${body.length}`,
      'Date: …',
      'Connection: close',
      '',
      body,
    ];
    expect([...answers]).toEqual([lines.join('\r\n')]);
  });

  it('is told apart from a good one before anything else is looked at', async () => {
    const wrongId = `${paths.deployment}/not-a-guid`;
    expect((await fetch(service.url + wrongId)).status).toBe(403);
    const good = { 'Ocp-Apim-Subscription-Key': service.values.primary };
    expect((await fetch(service.url + wrongId, { headers: good })).status).toBe(400);
    const noForm = { method: 'POST', body: 'not a form', headers: { 'Content-Type': 'text/plain' } };
    expect((await fetch(service.url + paths.uploadArtifact, noForm)).status).toBe(403);
  });

  it('gets its answer although its package is still on the way', async () => {
    const size = 24 * 1024 * 1024;
    const head = [
      `POST ${paths.uploadArtifact} HTTP/1.1`,
      'Host: localhost',
      'Connection: close',
      'Content-Type: multipart/form-data; boundary="b0"',
      `Content-Length: ${size}`,
    ].join('\r\n');
    // The answer is read only after everything was sent, as .NET does; a closed connection would lose it.
    const answer = await exchange(service.port, `${head}\r\n\r\n`, Buffer.alloc(size));
    expect(answer).toMatch(/^HTTP\/1\.1 403 /);
  });
});

onEveryStore('a key that works but may not do this', (store) => {
  it('gets the answer of a key that does not work', async () => {
    const service = await runningService({ store });
    const owner = { scope: 'system', systemId: service.systemId } as const;
    const reader = await service.core.keySets.create(owner, { label: 'R', permissions: ['read-deployments'] }, aTest);
    const organization = { scope: 'organization', organizationId: service.organizationId } as const;
    const permissions = ['register-catalog-items', 'deploy-catalog-versions'];
    const ci = await service.core.keySets.create(organization, { label: 'CI', permissions }, aTest);
    for (const key of [reader.values.primary, ci.values.primary]) {
      for (const path of [paths.uploadArtifact, paths.deployArtifact]) {
        const answer = await fetch(service.url + path, {
          method: 'POST',
          headers: { 'Ocp-Apim-Subscription-Key': key },
        });
        const unknown = await fetch(service.url + path, { method: 'POST' });
        expect([answer.status, await answer.text()]).toEqual([403, await unknown.text()]);
      }
    }
  });
});
