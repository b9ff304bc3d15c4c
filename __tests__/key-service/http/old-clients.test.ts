import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Value } from 'typebox/value';
import { DeployAnswer, DeploymentInfoAnswer, UploadAnswer } from '../../../src/contract/schemas.ts';
import { anywhere, aTest } from '../support/custodian.ts';
import { anotherSystem } from '../support/deployment.ts';
import { packageBytes } from '../support/package.ts';
import { exchange, type RunningService, runningService } from '../support/service.ts';
import { onEveryStore } from '../support/stores.ts';

const uploadPath = '/api/key-artifact-upload/v1-0/private/artifact';
const deployPath = '/api/key-artifact-deploy/v1-0/private/deploy';
const infoPath = '/api/key-deployment-info/v1-0/private/deployment';
const boundary = '5b0f2e9c-6a8e-4b5e-9a0d-3f6f5f6a7b10';

/** The requests of Deploy-Action v1.0.x as .NET writes them (dataminer-services spec 2.1 and 2.8). */
const dotNet = {
  upload(key: string, file: Uint8Array): Buffer {
    const text = (name: string, value: string) =>
      `--${boundary}\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Disposition: form-data; name=${name}\r\n\r\n${value}\r\n`;
    const body = Buffer.concat([
      Buffer.from(
        text('name', 'Demo') +
          text('version', '0.0.12') +
          text('contentType', 'DmScript') +
          text('branch', 'main') +
          text('identifier', 'https://github.com/acme/scripts') +
          text('isprerelease', 'false') +
          text('developer', 'jane@acme.example') +
          text('releasepath', 'https://github.com/acme/scripts/releases/tag/1.0.1') +
          `--${boundary}\r\nContent-Disposition: form-data; name=file; filename=Demo; filename*=utf-8''Demo\r\n\r\n`,
      ),
      file,
      Buffer.from(`\r\n--${boundary}--\r\n`),
    ]);
    return Buffer.concat([
      Buffer.from(
        `POST ${uploadPath} HTTP/1.1\r\nHost: localhost\r\nOcp-Apim-Subscription-Key: ${key}\r\n` +
          `Content-Type: multipart/form-data; boundary="${boundary}"\r\nContent-Length: ${body.length}\r\nConnection: close\r\n\r\n`,
      ),
      body,
    ]);
  },
  deploy(key: string, artifactId: string): string {
    const body = JSON.stringify({ artifactId });
    return (
      `POST ${deployPath} HTTP/1.1\r\nHost: localhost\r\nOcp-Apim-Subscription-Key: ${key}\r\nAuthorization: Basic Og==\r\n` +
      `Content-Type: application/json; charset=utf-8\r\nContent-Length: ${body.length}\r\nConnection: close\r\n\r\n${body}`
    );
  },
  info(key: string, deploymentId: string): string {
    return (
      `GET ${infoPath}/${deploymentId} HTTP/1.1\r\nHost: localhost\r\nOcp-Apim-Subscription-Key: ${key}\r\n` +
      'Authorization: Basic Og==\r\nConnection: close\r\n\r\n'
    );
  },
};

async function ask(service: RunningService, request: string | Uint8Array): Promise<{ status: number; json: unknown }> {
  const answer = await exchange(service.port, request);
  const [head = '', body = ''] = answer.split('\r\n\r\n');
  return { status: Number(head.split(' ')[1]), json: JSON.parse(body) };
}

onEveryStore('the requests of the first deploy action', (store) => {
  it('upload, deploy and poll to success, each answered with exactly 200', async () => {
    const service = await runningService({ store });
    const key = service.values.primary;

    const uploaded = await ask(service, dotNet.upload(key, await packageBytes()));
    expect(uploaded.status).toBe(200);
    const { artifactId } = Value.Parse(UploadAnswer, uploaded.json);
    expect(artifactId).toMatch(/^dmscript\/[0-9a-f]{8}-/);

    const requested = await ask(service, dotNet.deploy(key, artifactId));
    expect(requested.status).toBe(200);
    const { deploymentId } = Value.Parse(DeployAnswer, requested.json);

    const states: string[] = [];
    while (states.at(-1) !== 'Succeeded') {
      // The first question comes at once: right after the request, a deployment is known (spec 2.7.3).
      const polled = await ask(service, dotNet.info(key, deploymentId));
      expect(polled.status).toBe(200);
      const { DeploymentInfo } = Value.Parse(DeploymentInfoAnswer, polled.json);
      expect(DeploymentInfo).toMatchObject({
        id: deploymentId,
        artifactId,
        organizationId: service.organizationId,
        coordinationId: service.systemId,
        requestTime: '2026-11-23T10:00:00.000Z',
      });
      states.push(DeploymentInfo.currentState);
      if (DeploymentInfo.currentState === 'Succeeded') {
        expect(DeploymentInfo.eventChain?.map(({ kind }) => kind)).toEqual([
          'Requested',
          'Started',
          'Installing',
          'Succeeded',
        ]);
      } else {
        expect(DeploymentInfo.currentState).toBe('Pending');
        await wait(5);
      }
    }
    const script = join(service.root, 'Scripts', 'Script_Demo.xml');
    expect(await readFile(script, 'utf8')).toBe('new script');
  });

  it('poll on with the other key, and what is not theirs does not exist', async () => {
    const service = await runningService({ store });
    const { core, values } = service;
    const uploaded = await ask(service, dotNet.upload(values.primary, await packageBytes()));
    const { artifactId } = Value.Parse(UploadAnswer, uploaded.json);
    const requested = await ask(service, dotNet.deploy(values.primary, artifactId));
    const { deploymentId } = Value.Parse(DeployAnswer, requested.json);
    await core.keySets.regenerate(anywhere(service.setId), { slot: 'primary', confirm: 'GitHub' }, aTest);
    expect((await ask(service, dotNet.info(values.primary, deploymentId))).status).toBe(403);
    expect((await ask(service, dotNet.info(values.secondary, deploymentId.toUpperCase()))).status).toBe(200);

    const owner = { scope: 'system', systemId: await anotherSystem(service) } as const;
    const { values: otherValues } = await core.keySets.create(owner, { label: 'Other' }, aTest);
    const unknown = '1f3c0000-0000-4000-8000-000000000000';
    const foreign = await ask(service, dotNet.info(otherValues.primary, deploymentId));
    expect(foreign).toEqual(await ask(service, dotNet.info(otherValues.primary, unknown)));
    expect(foreign.status).toBe(404);
    expect((await ask(service, dotNet.deploy(otherValues.primary, artifactId))).status).toBe(400);
  });

  it.each([
    ['an unknown artifact', '{"artifactId":"dmscript/7b0e"}'],
    ['no artifact', '{}'],
    ['an empty artifact', '{"artifactId":""}'],
    ['something that is no JSON', '{"artifactId":'],
    ['nothing', ''],
  ])('to deploy %s are answered 400', async (_what, body) => {
    const service = await runningService({ store });
    const answer = await fetch(service.url + deployPath, {
      method: 'POST',
      headers: {
        'Ocp-Apim-Subscription-Key': service.values.primary,
        'Content-Type': 'application/json; charset=utf-8',
      },
      body,
    });
    expect(answer.status).toBe(400);
    expect(answer.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
  });

  it.each([5, true, ['dmscript/7b0e']])('to deploy %j are answered 400, for that is no text', async (artifactId) => {
    const service = await runningService({ store });
    const answer = await fetch(service.url + deployPath, {
      method: 'POST',
      headers: { 'Ocp-Apim-Subscription-Key': service.values.primary, 'Content-Type': 'application/json' },
      body: JSON.stringify({ artifactId }),
    });
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ detail: expect.stringContaining('artifactId must be of type string') });
  });

  it('about a deployment are answered to an organization key that may deploy', async () => {
    const service = await runningService({ store });
    const { core, organizationId, systemId, values } = service;
    const key = await core.keyVerifier.verify(values.primary);
    const uploaded = await ask(service, dotNet.upload(values.primary, await packageBytes()));
    const { artifactId } = Value.Parse(UploadAnswer, uploaded.json);
    const id = key && (await core.deployments.request(artifactId, systemId, key));
    const owner = { scope: 'organization', organizationId } as const;
    const statusFor = async (permission: string) => {
      const set = await core.keySets.create(owner, { label: permission, permissions: [permission] }, aTest);
      return (await ask(service, dotNet.info(set.values.primary, id ?? ''))).status;
    };
    expect(await statusFor('deploy-catalog-versions')).toBe(200);
    expect(await statusFor('read-catalog-items')).toBe(403);
  });
});
