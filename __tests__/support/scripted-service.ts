import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { keyHeader } from '../../src/contract/headers.ts';
import { paths } from '../../src/contract/paths.ts';

/** One request as the service got it. */
export type Received = {
  call: Call;
  method: string;
  path: string;
  key: string;
  headers: IncomingMessage['headers'];
  body: string;
};

export type Call = 'probe' | 'self' | 'upload' | 'deploy' | 'poll' | 'other';

/** What to answer: a status and a body, `hang-up` to cut the connection without one, or `silence` for ever. */
export type Answer = { status: number; body?: unknown; headers?: Record<string, string> } | 'hang-up' | 'silence';

/** Answers of a call, chosen by key and by how often the call was made; undefined means the ordinary answer. */
export type Script = { [call in Call]?: (key: string, time: number) => Answer | undefined };

export type ScriptedService = {
  url: string;
  received: Received[];
  /** Keys in the order in which they were sent, one per request, with the call. */
  calls(): string[];
  close(): Promise<void>;
};

/**
 * A stand-in for dataminer.services on loopback that behaves as the specification says (2.1-2.3) and refuses what does
 * not look as it should: it checks methods, bodies and the upload's parts. A script bends single answers.
 */
export async function scriptedService(keys: readonly string[], script: Script = {}): Promise<ScriptedService> {
  const received: Received[] = [];
  const times = new Map<Call, number>();
  const deployments = new Map<string, string>();
  const artifacts = new Set<string>();

  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('error', () => {});
    request.on('end', () => {
      const path = request.url ?? '';
      const key = String(request.headers[keyHeader.toLowerCase()] ?? '');
      const call = callOf(path, deployments);
      const body = Buffer.concat(chunks).toString('latin1');
      received.push({ call, method: request.method ?? '', path, key, headers: request.headers, body });
      const time = (times.get(call) ?? 0) + 1;
      times.set(call, time);
      const answer = script[call]?.(key, time) ?? ordinary(call, request, body, key);
      send(request, response, answer);
    });
  });

  function ordinary(call: Call, request: IncomingMessage, body: string, key: string): Answer {
    if (!keys.includes(key)) return { status: 403, body: { message: 'Access denied.' } };
    switch (call) {
      case 'probe':
        return request.method === 'GET' ? { status: 404 } : { status: 405 };
      case 'self':
        return { status: 200, body: selfOf(keys.indexOf(key) === 0 ? 'primary' : 'secondary') };
      case 'upload': {
        const parts = ['name="name"', 'name="version"', 'name="contentType"', 'name="file"'];
        const whole = Number(request.headers['content-length']) === body.length;
        if (request.method !== 'POST' || !whole || !parts.every((part) => body.includes(part))) return { status: 400 };
        const artifactId = `dmscript/${randomUUID()}`;
        artifacts.add(artifactId);
        return { status: 200, body: { artifactId } };
      }
      case 'deploy': {
        const { artifactId } = JSON.parse(body) as { artifactId?: string };
        if (!artifactId) return { status: 400, body: 'Invalid artifactId' };
        const deploymentId = randomUUID();
        deployments.set(deploymentId, artifactId);
        return { status: 200, body: { deploymentId } };
      }
      case 'poll':
        return { status: 200, body: infoOf(request.url ?? '', (times.get('poll') ?? 0) > 1 ? 'Succeeded' : 'Pending') };
      case 'other':
        return { status: 404 };
    }
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received,
    calls: () => received.map(({ call, key }) => `${call} ${key.slice(0, key.indexOf('-'))}`),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** An info answer with one event. */
export function infoOf(path: string, currentState: string, events: unknown[] = [event('queued')]): unknown {
  return { DeploymentInfo: { id: path.slice(path.lastIndexOf('/') + 1), currentState, eventChain: events } };
}

export function event(kind: string, metadata: Record<string, string> = {}): unknown {
  return { id: randomUUID(), timestamp: '2026-11-23T10:00:00Z', context: 'ArtifactDeployer', kind, metadata };
}

function selfOf(slot: string): unknown {
  return {
    scope: 'system',
    organization: { id: '1', name: 'Org' },
    dms: { id: '2', name: 'Studio' },
    setId: '3',
    label: 'pipelines',
    slot,
    permissions: [],
    createdAt: '2026-11-23T10:00:00Z',
  };
}

function callOf(path: string, deployments: ReadonlyMap<string, string>): Call {
  if (path.startsWith(paths.keySelf)) return 'self';
  if (path.startsWith(paths.uploadArtifact)) return 'upload';
  if (path.startsWith(paths.deployArtifact)) return 'deploy';
  if (!path.startsWith(paths.deployment)) return 'other';
  return deployments.has(path.slice(path.lastIndexOf('/') + 1)) ? 'poll' : 'probe';
}

function send(request: IncomingMessage, response: ServerResponse, answer: Answer): void {
  if (answer === 'hang-up') {
    request.socket.destroy();
    return;
  }
  if (answer === 'silence') return;
  const { status, body = '', headers = {} } = answer;
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  response.writeHead(status, {
    'content-type': typeof body === 'string' ? 'text/plain' : 'application/json',
    ...headers,
  });
  response.end(text);
}
