import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import fastify from 'fastify';
import { createKeyService } from '../../../src/key-service/index.ts';
import { afterwards } from './cleanup.ts';
import { usedCore } from './core.ts';
import type { RunningService } from './service.ts';

/** A request of which all has arrived but the last byte of its body. */
export interface HeldBack {
  /** Sends the rest, and answers with the status. */
  end(): Promise<number>;
  /** The status that comes before the rest is sent. */
  status(): Promise<number>;
}

/** A service, and a caller who keeps the end of bodies back. */
export interface PatientService extends RunningService {
  /** Answers as soon as the service has judged what there is of the request, and waits for its body. */
  begin(path: string, headers: Readonly<Record<string, string>>, body: string): Promise<HeldBack>;
}

/** Starts such a service. Ended after the test file. */
export async function patientService(): Promise<PatientService> {
  const used = await usedCore();
  const app = fastify();
  afterwards(() => app.close());
  let judged = () => {};
  app.addHook('preParsing', async () => judged());
  await app.register(createKeyService({ ...used.options, environment: used.environment }));
  const url = await app.listen({ host: '127.0.0.1', port: 0 });
  const { port, host } = { port: Number(new URL(url).port), host: new URL(url).host };

  async function begin(path: string, headers: Readonly<Record<string, string>>, body: string): Promise<HeldBack> {
    const { promise, resolve } = Promise.withResolvers<void>();
    judged = resolve;
    const socket = connect(port, '127.0.0.1');
    const all = { host, connection: 'close', 'content-length': String(body.length), ...headers };
    const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}`);
    socket.write(`POST ${path} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n${body.slice(0, -1)}`);
    await promise;
    const status = async () => Number((await text(socket)).split(' ')[1]);
    return {
      status,
      end: async () => {
        socket.write(body.slice(-1));
        return await status();
      },
    };
  }
  return { ...used, app, url, port, begin };
}
