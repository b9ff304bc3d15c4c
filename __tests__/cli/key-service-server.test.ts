import type { AddressInfo } from 'node:net';
import { keyServiceServer } from '../../src/cli/key-service-server.ts';
import { type LogLevel, serviceLog } from '../../src/cli/service-log.ts';
import { keyHeader } from '../../src/contract/headers.ts';
import { paths } from '../../src/contract/paths.ts';
import { afterwards } from '../key-service/support/cleanup.ts';
import { usedCore } from '../key-service/support/core.ts';
import { temporaryFolder } from '../key-service/support/folder.ts';
import { exchange } from '../key-service/support/service.ts';

/** A server on a store with keys, and the lines that it logs of requests. */
async function loggingServer(level: LogLevel) {
  const { options, values } = await usedCore();
  const lines: string[] = [];
  const app = await keyServiceServer(options, serviceLog(level, { write: (line) => void lines.push(line) }));
  afterwards(() => app.close());
  const ask = async (key: string) => {
    await app.inject({ url: paths.keySelf, headers: { [keyHeader]: key } });
    return lines.splice(0).map((line) => JSON.parse(line) as Record<string, unknown>);
  };
  lines.splice(0);
  return { ask, values };
}

describe('the log of requests', () => {
  it('has a line for a key that does not work, with where it came from', async () => {
    const { ask } = await loggingServer('info');
    const line = { level: 30, msg: 'answered', method: 'GET', route: paths.keySelf, status: 403, ip: '127.0.0.1' };
    expect(await ask('none')).toMatchObject([line]);
  });

  it('has a line for a key that works only when details are asked for', async () => {
    const { ask, values } = await loggingServer('info');
    expect(await ask(values.primary)).toEqual([]);
    const detailed = await loggingServer('debug');
    expect(await detailed.ask(detailed.values.primary)).toMatchObject([{ level: 20, msg: 'answered', status: 200 }]);
  });
});

describe('the server of a key service', () => {
  it.each([
    ['unknown', '/unknown'],
    ['wrongly encoded', '/%zz'],
    ['wrongly encoded behind a known path', `${paths.deployment}/%`],
    ['too long', `${paths.deployment}/${'a'.repeat(500)}`],
  ])('answers an address that is %s with one and the same problem document', async (_what, url) => {
    const app = await keyServiceServer({ dataFolder: await temporaryFolder() });
    try {
      const answer = await app.inject({ url });
      expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8');
      const detail = 'There is nothing at this address.';
      expect(answer.json()).toEqual({
        type: 'about:blank',
        title: 'Not Found',
        status: 404,
        code: 'not-found',
        detail,
      });
    } finally {
      await app.close();
    }
  });

  it('answers a body that it cannot read with a problem document where there is nothing, too', async () => {
    const app = await keyServiceServer({ dataFolder: await temporaryFolder() });
    try {
      const headers = { 'content-type': 'application/json' };
      const answer = await app.inject({ method: 'POST', url: '/unknown', headers, payload: '{' });
      expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8');
      expect(answer.json()).toMatchObject({ status: 400, detail: 'The body is no well-formed JSON.' });
    } finally {
      await app.close();
    }
  });

  it.each([
    ['no request at all', 'hello\r\n\r\n', 400],
    ['a request with two lengths', 'POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n', 400],
    ['a request with too long a head', `GET / HTTP/1.1\r\nHost: a\r\nX-Long: ${'x'.repeat(20_000)}\r\n\r\n`, 431],
  ])('answers %s with a problem document, too', async (_what, bytes, status) => {
    const app = await keyServiceServer({ dataFolder: await temporaryFolder() });
    try {
      await app.listen({ port: 0, host: '127.0.0.1' });
      const answer = await exchange((app.server.address() as AddressInfo).port, bytes);
      const [head = '', body = ''] = answer.split('\r\n\r\n');
      expect(head).toContain(`HTTP/1.1 ${status} `);
      expect(head).toContain('Content-Type: application/problem+json; charset=utf-8');
      expect(JSON.parse(body)).toMatchObject({ status, detail: 'This is no complete HTTP request.' });
    } finally {
      await app.close();
    }
  });
});
