import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import type http from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { uploadArtifact } from '../../src/client/artifacts.ts';
import { readDeployment, startDeployment } from '../../src/client/deployments.ts';
import type { Transport } from '../../src/client/transport.ts';
import { Credential } from '../../src/keys/credential.ts';
import { serve, testTransport } from '../client/helpers.ts';
import {
  artifactId,
  deploy,
  deploymentId,
  deploymentInfo,
  type Exchange,
  fileContent,
  key,
  type Part,
  upload,
} from './exchanges.ts';

const credential = new Credential('primary', key);

type Seen = { method: string | undefined; path: string | undefined; headers: http.IncomingHttpHeaders; body: Buffer };

/** Makes a call against a server that gives one answer, and returns what it was asked and how the call ended. */
async function exchanged<Outcome>(
  answer: { status: number; body?: unknown },
  call: (transport: Transport) => Promise<Outcome>,
): Promise<{ outcome: Outcome; seen: Seen[] }> {
  const seen: Seen[] = [];
  await using server = await serve(async (request, response) => {
    const { method, url: path, headers } = request;
    seen.push({ method, path, headers, body: await buffer(request) });
    response.writeHead(answer.status, { 'content-type': 'application/json' });
    response.end(answer.body === undefined ? '' : JSON.stringify(answer.body));
  });
  return { outcome: await call(testTransport(server.url).transport), seen };
}

function expectLike(seen: Seen[], { request }: Exchange): void {
  expect(seen.map(({ method, path }) => ({ method, path }))).toEqual([{ method: request.method, path: request.path }]);
  expect(seen[0]?.headers['ocp-apim-subscription-key']).toBe(key);
}

async function partsOf({ headers, body }: Seen): Promise<Part[]> {
  const form = await new Response(body, { headers: { 'content-type': String(headers['content-type']) } }).formData();
  return await Promise.all(
    [...form].map(async ([name, value]) =>
      typeof value === 'string' ? { name, value } : { name, value: await value.text(), filename: value.name },
    ),
  );
}

describe('the client, held to the reference exchanges', () => {
  let folder: string;
  let file: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'contract-'));
    file = join(folder, 'Demo.dmapp');
    await writeFile(file, fileContent);
  });

  afterAll(async () => {
    await rm(folder, { recursive: true });
  });

  const uploads = (transport: Transport) =>
    uploadArtifact(transport, credential, { file, name: 'Demo', version: '1.0.1' });
  const deploys = (transport: Transport) => startDeployment(transport, credential, artifactId);
  const reads = (transport: Transport) => readDeployment(transport, credential, deploymentId);

  it('uploads the parts of the reference, in their order', async () => {
    const { outcome, seen } = await exchanged(upload.success, uploads);

    expect(outcome).toEqual({ kind: 'answered', value: { artifactId } });
    expectLike(seen, upload);
    expect(await partsOf(seen[0] as Seen)).toEqual(upload.request.parts);
    expect(seen[0]?.headers['content-length']).toBe(String(seen[0]?.body.length));
  });

  it('deploys the artifact by the body of the reference', async () => {
    const { outcome, seen } = await exchanged(deploy.success, deploys);

    expect(outcome).toEqual({ kind: 'answered', value: { deploymentId } });
    expectLike(seen, deploy);
    expect(seen[0]?.body.toString()).toBe(deploy.request.body);
    expect(seen[0]?.headers['content-type']).toBe(deploy.request.headers['Content-Type']);
  });

  it('reads the deployment and its state', async () => {
    const { outcome, seen } = await exchanged(deploymentInfo.success, reads);

    const { DeploymentInfo } = deploymentInfo.success.body as { DeploymentInfo: object };
    expect(outcome).toEqual({ kind: 'answered', value: { known: true, state: 'Pending', info: DeploymentInfo } });
    expectLike(seen, deploymentInfo);
  });

  const refusals = [
    ...upload.refusals.map((status) => ({ does: 'uploads', call: uploads, status })),
    ...deploy.refusals.map((status) => ({ does: 'deploys', call: deploys, status })),
    ...deploymentInfo.refusals.map((status) => ({ does: 'reads', call: reads, status })),
  ];

  it.each(refusals)('$does: understands the refusal $status, after one request', async ({ does, call, status }) => {
    const { outcome, seen } = await exchanged<unknown>({ status }, call);

    expect(seen).toHaveLength(1);
    if (does === 'reads' && status === 404) {
      expect(outcome).toMatchObject({ kind: 'answered', value: { known: false } });
    } else {
      expect(outcome).toMatchObject({ kind: status === 403 ? 'rejected' : 'refused', status });
    }
  });
});
