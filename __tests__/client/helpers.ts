import { once } from 'node:events';
import http from 'node:http';
import net, { type AddressInfo } from 'node:net';
import type { Chance } from '../../src/client/chance.ts';
import type { Clock } from '../../src/client/clock.ts';
import { createTransport, type TransportOptions } from '../../src/client/transport.ts';
import { Credential } from '../../src/keys/credential.ts';
import { redactorFor } from '../../src/keys/redaction.ts';

export const keys = { primary: 'primary-key-value-0123456789', secondary: 'secondary-key-value-0123456789' };
export const primary = new Credential('primary', keys.primary);
export const uuid = '0e8b5a3c-6d1f-4b2a-9c7e-5f4d3c2b1a09';
export const chance: Chance = { fraction: () => 0, uuid: () => uuid };
export const limits = { connect: 5_000, idle: 5_000, total: 5_000 };

/** A clock whose pauses take no time but are recorded. */
export function fakeClock(): Clock & { pauses: number[] } {
  const pauses: number[] = [];
  let now = Date.UTC(2026, 10, 23, 10);
  return {
    pauses,
    now: () => now,
    sleep: async (milliseconds, signal) => {
      signal?.throwIfAborted();
      pauses.push(milliseconds);
      now += milliseconds;
    },
  };
}

/** A transport that forgets nothing: the lines of its debug log, and the pauses it was asked to make. */
export function testTransport(serviceUrl: string | URL, options: Partial<TransportOptions> = {}) {
  const lines: string[] = [];
  const clock = fakeClock();
  const transport = createTransport({
    serviceUrl: new URL(serviceUrl),
    version: '1.2.3',
    redact: redactorFor(Object.values(keys)),
    debug: (line) => lines.push(line),
    clock,
    chance,
    ...options,
  });
  return { transport, lines, pauses: clock.pauses };
}

export type TestServer = AsyncDisposable & { url: string; port: number };

/** A real HTTP server on a free port of this machine. */
export async function serve(handler: http.RequestListener): Promise<TestServer> {
  return await listening(http.createServer(handler));
}

/** A real TCP server: for what an HTTP server would never do. */
export async function serveRaw(handler: (socket: net.Socket) => void): Promise<TestServer> {
  return await listening(
    net.createServer((socket) => {
      socket.on('error', () => {});
      handler(socket);
    }),
  );
}

export async function listening(server: net.Server): Promise<TestServer> {
  const sockets = new Set<net.Socket>();
  server.on('connection', (socket: net.Socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    port,
    url: `http://127.0.0.1:${port}`,
    [Symbol.asyncDispose]: async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}

/** A port on which nothing listens, and which no other test is given meanwhile. */
export const closedPort = 1;
