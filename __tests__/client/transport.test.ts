import { once } from 'node:events';
import { Readable } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import { inspect } from 'node:util';
import type { RequestBody, TransportRequest } from '../../src/client/message.ts';
import { closedPort, keys, limits, primary, serve, serveRaw, testTransport } from './helpers.ts';

const get: TransportRequest = { method: 'GET', path: '/x', credential: primary, limits };
const post = (body: RequestBody): TransportRequest => ({ ...get, method: 'POST', body });

/** A body of so many bytes that is made while it is sent. */
function largeBody(length: number): RequestBody {
  function* pieces() {
    for (let rest = length; rest > 0; rest -= 65_536) yield Buffer.alloc(Math.min(rest, 65_536));
  }
  return {
    contentType: 'application/octet-stream',
    length,
    open: () => Readable.from(pieces(), { objectMode: false }),
  };
}

describe('a request', () => {
  it('carries the key, who sends it, and what it accepts, and no more than one connection', async () => {
    const seen: unknown[] = [];
    await using server = await serve((request, response) => {
      seen.push({ method: request.method, url: request.url, headers: request.headers });
      response.end('{}');
    });
    const { transport } = testTransport(`${server.url}/base/`, {
      caller: { repository: 'org/repo', workflow: 'Déploi\r\nX: 🚀', runId: '7' },
    });

    expect(await transport.send(get)).toMatchObject({ kind: 'answer', status: 200, text: '{}' });
    expect(seen).toEqual([
      {
        method: 'GET',
        url: '/base/x',
        headers: {
          accept: 'application/json',
          connection: 'close',
          host: `127.0.0.1:${server.port}`,
          'ocp-apim-subscription-key': keys.primary,
          'user-agent': expect.stringMatching(/^dataminer-deploy\/1\.2\.3/),
          'x-deploy-repository': 'org/repo',
          'x-deploy-workflow': 'D%C3%A9ploi%0D%0AX: %F0%9F%9A%80',
          'x-deploy-run-id': '7',
        },
      },
    ]);
  });

  it('sends its body with the promised length, opened anew each time', async () => {
    const lengths: unknown[] = [];
    await using server = await serve(async (request, response) => {
      let length = 0;
      for await (const piece of request) length += piece.length;
      lengths.push([request.headers['content-length'], request.headers['transfer-encoding'], length]);
      response.end('{}');
    });
    const { transport } = testTransport(server.url);
    const request = post(largeBody(1_000_000));

    await transport.send(request);
    await transport.send(request);

    expect(lengths).toEqual([
      ['1000000', undefined, 1_000_000],
      ['1000000', undefined, 1_000_000],
    ]);
  });

  it('is shown in the debug log without the key, even when the server echoes it (scenario 19)', async () => {
    await using server = await serve((request, response) => {
      const key = String(request.headers['ocp-apim-subscription-key']);
      response.writeHead(500, { location: key });
      response.end(`${key} ${encodeURIComponent(key)} ${Buffer.from(key).toString('base64')}`);
    });
    const { transport, lines } = testTransport(server.url);

    await transport.send({ ...get, path: `/${keys.primary}` });

    expect(lines).toEqual([
      `GET ${server.url}/*** with the primary key`,
      expect.stringMatching(/^answered 500, \d+ characters after \d+ ms$/),
    ]);
    expect(inspect(transport, { depth: null, showHidden: true })).not.toContain(keys.primary);
  });
});

describe('a redirect', () => {
  it.each([301, 302, 303, 307, 308])(
    'is not followed, so that the key goes nowhere else (%i, scenario 20)',
    async (status) => {
      let asked = 0;
      await using elsewhere = await serve((_, response) => {
        asked++;
        response.end('{}');
      });
      await using server = await serve((_, response) => {
        response.writeHead(status, { location: `${elsewhere.url}/steal` });
        response.end();
      });

      const reply = await testTransport(server.url).transport.send(get);

      expect(reply).toMatchObject({ kind: 'answer', status, headers: { location: `${elsewhere.url}/steal` } });
      expect(asked).toBe(0);
    },
  );
});

describe('a request that cannot have arrived', () => {
  it('is not sent when nothing listens', async () => {
    const { transport } = testTransport(`http://127.0.0.1:${closedPort}`);

    expect(await transport.send(get)).toEqual({
      kind: 'no-answer',
      sent: false,
      cause: 'network',
      detail: expect.stringContaining('refused'),
    });
  });

  it('is not sent when the host is not known', async () => {
    const { transport } = testTransport('https://no-such-host.invalid');

    expect(await transport.send(get)).toMatchObject({ kind: 'no-answer', sent: false, cause: 'network' });
  });

  it('is not sent when no encrypted connection comes about', async () => {
    await using server = await serveRaw(() => {});
    const { transport } = testTransport(server.url.replace('http:', 'https:'));

    expect(await transport.send({ ...get, limits: { ...limits, connect: 50 } })).toEqual({
      kind: 'no-answer',
      sent: false,
      cause: 'network',
      detail: 'no connection within 0.05 s',
    });
  });

  it('is not sent when the peer speaks no TLS', async () => {
    await using server = await serveRaw((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'));
    const { transport } = testTransport(server.url.replace('http:', 'https:'));

    expect(await transport.send(get)).toMatchObject({
      kind: 'no-answer',
      sent: false,
      cause: 'tls',
      detail: expect.stringContaining('NODE_EXTRA_CA_CERTS'),
    });
  });

  it('is not sent when the job is cancelled already', async () => {
    let asked = 0;
    await using server = await serve(() => asked++);
    const { transport } = testTransport(server.url, { signal: AbortSignal.abort() });

    expect(await transport.send(get)).toMatchObject({ kind: 'no-answer', sent: false, cause: 'cancelled' });
    expect(asked).toBe(0);
  });
});

describe('a request that may have arrived', () => {
  it('is lost when the connection is reset', async () => {
    await using server = await serveRaw((socket) => socket.once('data', () => socket.resetAndDestroy()));

    expect(await testTransport(server.url).transport.send(get)).toMatchObject({
      kind: 'no-answer',
      sent: true,
      cause: 'network',
      detail: expect.stringContaining('ECONNRESET'),
    });
  });

  it('is lost when the connection is closed without an answer', async () => {
    await using server = await serveRaw((socket) => socket.once('data', () => socket.end()));

    expect(await testTransport(server.url).transport.send(get)).toMatchObject({ kind: 'no-answer', sent: true });
  });

  it('is lost when nothing moves any more', async () => {
    await using server = await serve(() => {});

    expect(await testTransport(server.url).transport.send({ ...get, limits: { ...limits, idle: 50 } })).toEqual({
      kind: 'no-answer',
      sent: true,
      cause: 'network',
      detail: 'nothing moved for 0.05 s',
    });
  });

  it('is lost when it takes longer than it may, though something moves all the time', async () => {
    await using server = await serve(async (_, response) => {
      response.on('error', () => {});
      while (!response.destroyed) {
        response.write(' ');
        await wait(10);
      }
    });

    expect(
      await testTransport(server.url).transport.send({ ...get, limits: { ...limits, total: 1_000 } }),
    ).toMatchObject({
      kind: 'answer',
      flaw: 'broke-off',
    });
  });

  it('ends at once when the job is cancelled', async () => {
    const cancel = new AbortController();
    await using server = await serve(() => cancel.abort());

    expect(await testTransport(server.url, { signal: cancel.signal }).transport.send(get)).toMatchObject({
      kind: 'no-answer',
      sent: true,
      cause: 'cancelled',
    });
  });

  it('ends when its body cannot be read to the end', async () => {
    let closed: Promise<unknown> | undefined;
    await using server = await serve((request) => {
      request.on('error', () => {}).resume();
      closed = once(request, 'close');
    });
    async function* broken() {
      yield Buffer.alloc(10);
      throw new Error('the file changed');
    }
    const body = { contentType: 'text/plain', length: 100, open: () => Readable.from(broken(), { objectMode: false }) };

    expect(await testTransport(server.url).transport.send(post(body))).toMatchObject({
      kind: 'no-answer',
      cause: 'body',
      detail: 'the file changed',
    });
    await closed;
  });
});

describe('an answer', () => {
  it('counts although the server closed before it read the whole request', async () => {
    await using server = await serve((_, response) => {
      response.writeHead(403, { connection: 'close' }).end('denied', () => response.socket?.destroy());
    });

    expect(await testTransport(server.url).transport.send(post(largeBody(20_000_000)))).toMatchObject({
      kind: 'answer',
      status: 403,
      text: 'denied',
    });
  });

  it('counts although the server reads no further and keeps the connection', async () => {
    await using server = await serveRaw((socket) => {
      socket.once('data', () => {
        socket.pause();
        socket.write('HTTP/1.1 403 Forbidden\r\nContent-Length: 6\r\n\r\ndenied');
      });
    });

    expect(await testTransport(server.url).transport.send(post(largeBody(20_000_000)))).toMatchObject({
      kind: 'answer',
      status: 403,
      text: 'denied',
    });
  });

  it('ends the sending of what nobody needs any more', async () => {
    await using server = await serve((request, response) => {
      request.on('error', () => {}).resume();
      response.writeHead(403).write('den');
      setTimeout(() => response.end('ied'), 100);
    });
    let sent = 0;
    const closed = Promise.withResolvers<void>();
    function* pieces() {
      try {
        for (; sent < 2_000_000_000; sent += 65_536) yield Buffer.alloc(65_536);
      } finally {
        closed.resolve();
      }
    }
    const open = () => Readable.from(pieces(), { objectMode: false });
    const body = { contentType: 'application/octet-stream', length: 2_000_000_000, open };

    expect(await testTransport(server.url).transport.send(post(body))).toMatchObject({
      status: 403,
      text: 'denied',
    });
    expect(sent).toBeLessThan(10_000_000);
    await closed.promise;
  });

  it('may take longer than the connection', async () => {
    await using server = await serve((_, response) => void setTimeout(() => response.end('{}'), 1_500));

    expect(
      await testTransport(server.url).transport.send({ ...get, limits: { ...limits, connect: 1_000 } }),
    ).toMatchObject({
      kind: 'answer',
      status: 200,
    });
  });

  it.each([
    ['a length that is not reached', 'HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{"artifactId'],
    ['chunks that do not end', 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{"art\r\n'],
  ])('that breaks off is known as such: %s', async (_, text) => {
    await using server = await serveRaw((socket) => socket.once('data', () => socket.end(text)));

    expect(await testTransport(server.url).transport.send(get)).toMatchObject({
      kind: 'answer',
      status: 200,
      flaw: 'broke-off',
    });
  });

  it('that never comes, because the service switches protocols, is not waited for', async () => {
    const switching = 'HTTP/1.1 101 Switching Protocols\r\nConnection: upgrade\r\nUpgrade: other\r\n\r\n';
    await using server = await serveRaw((socket) => socket.once('data', () => socket.write(switching)));

    expect(await testTransport(server.url).transport.send(get)).toMatchObject({
      kind: 'no-answer',
      sent: true,
      cause: 'network',
      detail: expect.stringContaining('closed without an answer'),
    });
  });

  it('is read up to a limit only', async () => {
    await using server = await serve((_, response) => {
      response.on('error', () => {});
      Readable.from(Array(64).fill(Buffer.alloc(65_536, 'x')), { objectMode: false }).pipe(response);
    });

    const reply = await testTransport(server.url).transport.send(get);

    expect(reply).toMatchObject({ kind: 'answer', flaw: 'too-long' });
    expect(reply.kind === 'answer' && reply.text.length).toBeLessThanOrEqual(1024 * 1024);
  });
});
