import { paths } from '../../../src/contract/paths.ts';
import { type RunningService, runningService, storedArtifacts, upload, uploadForm } from '../support/service.ts';
import { onEveryStore } from '../support/stores.ts';

/** Text that PostgreSQL refuses, or that becomes another text on its way into a database. */
const hostile = ['a\0b', 'a\ud800b', '\udc00'];

onEveryStore('text that a database cannot keep', (store) => {
  let service: RunningService;

  beforeAll(async () => {
    service = await runningService({ store, deployments: { concurrency: 0 } });
  });

  const deploy = (artifactId: string) =>
    fetch(service.url + paths.deployArtifact, {
      method: 'POST',
      headers: { 'Ocp-Apim-Subscription-Key': service.values.primary, 'Content-Type': 'application/json' },
      body: JSON.stringify({ artifactId }),
    });

  it.each(hostile)('is a bad request as the ID of a package: %j', async (text) => {
    expect((await deploy(text)).status).toBe(400);
  });

  it.each(['name', 'version', 'contentType'])(
    'is a bad request as the %s of a package, of which nothing stays',
    async (part) => {
      expect((await upload(service, uploadForm('package', { [part]: 'a\0b' }))).status).toBe(400);
      expect(await storedArtifacts(service)).toEqual({ artifacts: 0, chunks: 0 });
    },
  );

  it('is kept as it is in the other parts of an upload', async () => {
    expect((await upload(service, uploadForm('package', { Branch: 'a\0b' }))).status).toBe(200);
    const { details } = await service.core.db.selectFrom('artifacts').select('details').executeTakeFirstOrThrow();
    expect(JSON.parse(details)).toMatchObject({ Branch: 'a\0b' });
  });

  it('is replaced in what a caller says of itself', async () => {
    const headers = { 'Ocp-Apim-Subscription-Key': service.values.primary, 'X-Deploy-Repository': 'acme/\u0081\u00ff' };
    expect((await fetch(service.url + paths.keySelf, { headers })).status).toBe(200);
    await service.core.keyUsage.flush();
  });

  it.each(['%00', '%ED%A0%80', '..%2f', '%'])('is not found, or a bad request, in an address: %s', async (text) => {
    const headers = { 'Ocp-Apim-Subscription-Key': service.values.primary };
    for (const address of [`${paths.deployment}/${text}`, `/api/management/v1-0/organizations/${text}`, `/${text}`]) {
      const { status } = await fetch(service.url + address, { headers });
      expect([400, 401, 404]).toContain(status);
    }
  });
});
