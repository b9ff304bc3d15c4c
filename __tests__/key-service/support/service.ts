import type { AddressInfo } from 'node:net';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { setTimeout as wait } from 'node:timers/promises';
import fastify, { type FastifyInstance } from 'fastify';
import { paths } from '../../../src/contract/paths.ts';
import { createKeyService, type KeyServiceOptions } from '../../../src/key-service/index.ts';
import { afterwards } from './cleanup.ts';
import { type UsedCore, usedCore } from './core.ts';
import type { TestStore } from './stores.ts';

/** A key service on a free port, and the same store opened beside it, as `admin` would. */
export interface RunningService extends UsedCore {
  readonly app: FastifyInstance;
  readonly url: string;
  readonly port: number;
}

/** Starts such a service, on SQLite unless `store` says otherwise. Ended after the test file. */
export async function runningService(
  { store, ...options }: Partial<KeyServiceOptions> & { store?: TestStore } = {},
  register: { prefix?: string } = {},
): Promise<RunningService> {
  const used = await usedCore(store);
  const app = fastify();
  afterwards(() => app.close());
  await app.register(createKeyService({ ...used.options, environment: used.environment, ...options }), register);
  const url = await app.listen({ host: '127.0.0.1', port: 0 });
  return { ...used, app, url: url + (register.prefix ?? ''), port: (app.server.address() as AddressInfo).port };
}

/** Sends bytes as they are and returns everything that comes back until the server closes. */
export async function exchange(port: number, ...parts: (string | Uint8Array)[]): Promise<string> {
  const socket = connect({ port, host: '127.0.0.1' });
  for (const part of parts) socket.write(part);
  return await text(socket);
}

/** Upload form as a browser would make it. */
export function uploadForm(
  file: string | Uint8Array<ArrayBuffer> = 'package',
  over: Record<string, string> = {},
): FormData {
  const form = new FormData();
  const fields = { name: 'Demo', version: '1.0.1', contentType: 'DmScript', ...over };
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  form.set('file', new Blob([file]), 'Demo');
  return form;
}

export async function upload(service: RunningService, body: FormData, key = service.values.primary): Promise<Response> {
  return await fetch(service.url + paths.uploadArtifact, {
    method: 'POST',
    headers: { 'Ocp-Apim-Subscription-Key': key },
    body,
  });
}

/** Numbers of rows that uploads left in the store. */
export async function storedArtifacts({ core }: UsedCore): Promise<{ artifacts: number; chunks: number }> {
  const artifacts = await core.db.selectFrom('artifacts').select('id').execute();
  const chunks = await core.db.selectFrom('artifact_chunks').select('position').execute();
  return { artifacts: artifacts.length, chunks: chunks.length };
}

/** Repeats a question until the answer is there; a test that waits too long is ended by jest. */
export async function eventually<Answer>(ask: () => Promise<Answer | undefined | false>): Promise<Answer> {
  for (;;) {
    const answer = await ask();
    if (answer !== undefined && answer !== false) return answer;
    await wait(5);
  }
}
