import { keySetPaths, managementPath, managementPaths } from '../../../src/contract/management/paths.ts';
import { paths } from '../../../src/contract/paths.ts';
import { anywhere, aTest, recordsOf } from '../support/custodian.ts';
import { type PatientService, patientService } from '../support/held-back.ts';
import { type Caller, signIn, tester, testPassword, tokenFor } from '../support/management.ts';
import { eventually, storedArtifacts, upload, uploadForm } from '../support/service.ts';

const json = { 'content-type': 'application/json' };
const form = Object.entries({ name: 'Demo', version: '1.0.1', contentType: 'DmScript', file: 'package' })
  .map(([name, value]) => `--b0\r\nContent-Disposition: form-data; name=${name}\r\n\r\n${value}\r\n`)
  .join('');

describe('whoever holds a body back, and loses meanwhile what it needs,', () => {
  let service: PatientService;

  beforeAll(async () => {
    service = await patientService();
  });

  const beginAs = (caller: Caller, pattern: string, body: object) => {
    const { organizationId: org, systemId: dms, setId: set, url } = service;
    const path = managementPath(pattern, { org, dms, set });
    return service.begin(path, { ...json, ...caller.headers(url) }, JSON.stringify(body));
  };

  /** A new key set of the DMS, and what it does. */
  async function newKey(label: string) {
    const owner = { scope: 'system', systemId: service.systemId } as const;
    const { id, values } = await service.core.keySets.create(owner, { label }, aTest);
    const key = { 'Ocp-Apim-Subscription-Key': values.primary };
    const formType = { 'content-type': 'multipart/form-data; boundary=b0' };
    return {
      revoke: () => service.core.keySets.revoke(anywhere(id), { confirm: label }, aTest),
      upload: async () => (await (await upload(service, uploadForm(), values.primary)).json()) as object,
      beginDeploy: (body: object) => service.begin(paths.deployArtifact, { ...json, ...key }, JSON.stringify(body)),
      beginUpload: () => service.begin(paths.uploadArtifact, { ...formType, ...key }, `${form}--b0--\r\n`),
    };
  }

  /** How often the service took a key for good. */
  async function accepted(): Promise<number> {
    const metrics = await (await fetch(`${service.url}/metrics`)).text();
    return Number(/key_validations_total\{result="accepted"\} (\d+)/.exec(metrics)?.[1]);
  }

  it('makes no token with one that was revoked', async () => {
    const token = await tokenFor(service, 'owner');
    const request = await beginAs(token, managementPaths.tokens, { name: 'successor', role: 'owner' });
    await service.core.tokens.revoke(service.organizationId, token.id, tester);
    expect(await request.end()).toBe(401);
  });

  it('sees no value in a session that has ended', async () => {
    const owner = await signIn(service, 'owner');
    const request = await beginAs(owner, managementPaths.systemKeys + keySetPaths.reveal, { slot: 'primary' });
    await service.core.sessions.endAllOf(service.core.db, owner.id);
    expect(await request.end()).toBe(401);
    expect((await recordsOf(service.core, service.setId)).map(({ operation }) => operation)).not.toContain(
      'key.revealed',
    );
  });

  it('adds nobody with a role that was taken', async () => {
    const admin = await signIn(service, 'admin');
    const newcomer = { email: 'mallory@example.com', role: 'admin', name: 'Mallory', password: testPassword };
    const request = await beginAs(admin, managementPaths.organizationUsers, newcomer);
    await service.core.db.deleteFrom('roles').where('user_id', '=', admin.id).execute();
    expect(await request.end()).toBe(404);
  });

  it('deploys nothing with a key that was revoked', async () => {
    const key = await newKey('deploys');
    const request = await key.beginDeploy(await key.upload());
    await key.revoke();
    expect(await request.end()).toBe(403);
    expect(await service.core.db.selectFrom('deployments').select('id').execute()).toEqual([]);
  });

  it('leaves no package with a key that was revoked', async () => {
    const before = await storedArtifacts(service);
    const key = await newKey('uploads');
    const request = await key.beginUpload();
    await eventually(async () => (await storedArtifacts(service)).artifacts > before.artifacts);
    await key.revoke();
    expect(await request.end()).toBe(403);
    expect(await storedArtifacts(service)).toEqual(before);
  });

  it('is heard when nothing was lost, and has used a key once', async () => {
    const key = await newKey('patient');
    const before = await accepted();
    expect(await (await key.beginUpload()).end()).toBe(200);
    expect(await (await key.beginDeploy({ artifactId: 'none' })).end()).toBe(400);
    expect(await accepted()).toBe(before + 2);
    const token = await tokenFor(service, 'owner');
    expect(await (await beginAs(token, managementPaths.tokens, { name: 'next', role: 'owner' })).end()).toBe(201);
  });
});
