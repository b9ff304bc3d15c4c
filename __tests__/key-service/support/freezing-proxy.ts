import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { afterwards } from './cleanup.ts';

/** Stands between a client and a server on this machine. */
export interface FreezingProxy {
  readonly port: number;
  /** From now on nothing is passed on, and no connection is closed: the network is gone, and nobody was told. */
  freeze(): void;
  /** Connections that are made from now on are passed on; those of before stay as they are. */
  thaw(): void;
}

/** A proxy before a server; closed after the test file. */
export async function freezingProxy(serverPort: number): Promise<FreezingProxy> {
  const sockets = new Set<Socket>();
  let isFrozen = false;
  const server = createServer((client) => {
    sockets.add(client);
    client.on('error', () => undefined).on('close', () => sockets.delete(client));
    if (isFrozen) return;
    const upstream = connect(serverPort, '127.0.0.1');
    sockets.add(upstream);
    upstream.on('error', () => client.destroy()).on('close', () => sockets.delete(upstream));
    client.pipe(upstream).pipe(client);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  afterwards(async () => {
    server.close();
    for (const socket of sockets) socket.destroy();
  });
  return {
    port: (server.address() as AddressInfo).port,
    freeze: () => {
      isFrozen = true;
      for (const socket of sockets) socket.unpipe().pause();
    },
    thaw: () => {
      isFrozen = false;
    },
  };
}
