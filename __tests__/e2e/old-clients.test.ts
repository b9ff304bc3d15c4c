import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { jest } from '@jest/globals';
import { Value } from 'typebox/value';
import { DeployAnswer, DeploymentInfoAnswer, UploadAnswer } from '../../src/contract/schemas.ts';
import {
  artifactId,
  deploy,
  deploymentId,
  deploymentInfo,
  type Exchange,
  fileContent,
  key,
  upload,
} from '../contract/exchanges.ts';
import { temporaryFolder } from '../key-service/support/folder.ts';
import { packageBytes } from '../key-service/support/package.ts';
import { exchange } from '../key-service/support/service.ts';
import { startTestService, type TestService } from '../support/processes.ts';

jest.setTimeout(60_000);

/** The bytes of a reference request, with these values in the place of those that are made up. */
function bytesOf({ request }: Exchange, values: Record<string, string | Uint8Array>): Buffer {
  const filled = (text: string) => {
    if (Object.keys(values).length === 0) return Buffer.from(text);
    const parts = text.split(new RegExp(`(${Object.keys(values).join('|')})`));
    return Buffer.concat(parts.map((part) => Buffer.from(values[part] ?? part)));
  };
  const body = filled(request.body ?? '');
  const headers = {
    Host: 'localhost',
    ...request.headers,
    ...(request.body !== undefined && { 'Content-Length': body.length }),
    Connection: 'close',
  };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  return Buffer.concat([filled(`${request.method} ${request.path} HTTP/1.1\r\n${lines.join('')}\r\n`), body]);
}

async function ask({ url }: TestService, request: Buffer): Promise<{ status: string; json: unknown }> {
  const [head = '', body = ''] = (await exchange(Number(new URL(url).port), request)).split('\r\n\r\n');
  return { status: head.split(' ')[1] ?? '', json: JSON.parse(body) };
}

describe('a client of the first deploy action, against a key service', () => {
  let service: TestService;

  beforeAll(async () => {
    service = await startTestService(await temporaryFolder());
  });

  afterAll(async () => {
    await service.stop();
  });

  it('uploads, deploys and polls to success, and is answered exactly 200 each time (scenario 31)', async () => {
    const values = { [key]: service.keys.primary, [fileContent]: await packageBytes() };
    const uploaded = await ask(service, bytesOf(upload, values));
    expect(uploaded.status).toBe('200');
    const artifact = Value.Parse(UploadAnswer, uploaded.json).artifactId;

    const requested = await ask(service, bytesOf(deploy, { ...values, [artifactId]: artifact }));
    expect(requested.status).toBe('200');
    const deployment = Value.Parse(DeployAnswer, requested.json).deploymentId;

    const states: string[] = [];
    while (states.at(-1) !== 'Succeeded') {
      const polled = await ask(service, bytesOf(deploymentInfo, { ...values, [deploymentId]: deployment }));
      expect(polled.status).toBe('200');
      const { DeploymentInfo } = Value.Parse(DeploymentInfoAnswer, polled.json);
      expect(DeploymentInfo).toMatchObject({ id: deployment, artifactId: artifact, coordinationId: service.systemId });
      expect(['Pending', 'Succeeded']).toContain(DeploymentInfo.currentState);
      states.push(DeploymentInfo.currentState);
    }
    expect(await readFile(join(service.dmsFolder, 'Scripts', 'Script_Demo.xml'), 'utf8')).toBe('new script');
  });

  it.each([
    ['upload', upload],
    ['deploy', deploy],
    ['poll', deploymentInfo],
  ])('is answered 403 when it wants to %s with a key that does not work', async (_what, reference) => {
    const used = service.keys.primary;
    const bad = used.slice(0, -1) + (used.endsWith('0') ? '1' : '0');
    expect((await ask(service, bytesOf(reference, { [key]: bad }))).status).toBe('403');
    expect((await ask(service, bytesOf(reference, {}))).status).toBe('403');
  });
});
