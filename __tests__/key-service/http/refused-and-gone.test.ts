import { once } from 'node:events';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { keyServiceServer } from '../../../src/cli/key-service-server.ts';
import { serviceLog } from '../../../src/cli/service-log.ts';
import { paths } from '../../../src/contract/paths.ts';
import { temporaryFolder } from '../support/folder.ts';

describe('a caller who is refused and goes before being told', () => {
  it('gets no further than that', async () => {
    const lines: string[] = [];
    const log = serviceLog('error', { write: (line) => void lines.push(line) });
    const app = await keyServiceServer({ dataFolder: await temporaryFolder() }, log);
    const url = await app.listen({ port: 0, host: '127.0.0.1' });
    const { port } = app.server.address() as AddressInfo;
    const accepted = once(app.server, 'connection') as Promise<[Socket]>;
    const requested = once(app.server, 'request');
    const socket = connect(port, '127.0.0.1');
    // What is announced and not sent makes the refusal wait.
    socket.write(`POST ${paths.uploadArtifact} HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\nConnection: close\r\n\r\nx`);
    const [served] = await accepted;
    await requested;
    await fetch(`${url}/healthz`);
    socket.destroy();
    if (!served.closed) await once(served, 'close');
    await fetch(`${url}/healthz`);
    expect(lines).toEqual([]);
    await app.close();
  });
});
