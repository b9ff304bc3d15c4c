import fastify, { type FastifyInstance } from 'fastify';
import { pino } from 'pino';
import { keyServiceServer } from '../../src/cli/key-service-server.ts';
import { type LogLevel, serviceLog } from '../../src/cli/service-log.ts';
import { keyHeader, legacyKeyHeader } from '../../src/contract/headers.ts';
import { formatKey, formatToken, keyRandomBytes } from '../../src/contract/key-format.ts';
import { managementPaths } from '../../src/contract/management/paths.ts';
import { paths } from '../../src/contract/paths.ts';
import { KeyServiceError } from '../../src/key-service/key-service-error.ts';
import { temporaryFolder } from '../key-service/support/folder.ts';

const key = formatKey('system', new Uint8Array(keyRandomBytes).fill(7));
const token = formatToken(new Uint8Array(keyRandomBytes).fill(9));

/** A log and the lines that were written to it. */
function logTo(lines: string[], level: LogLevel = 'info') {
  return serviceLog(level, { write: (line) => void lines.push(line) });
}

/** The one record that something writes to a log. */
function recordOf(write: (log: pino.Logger) => void): Record<string, unknown> {
  const lines: string[] = [];
  const { stream, ...options } = logTo(lines);
  write(pino(options, stream));
  expect(lines).toHaveLength(1);
  return JSON.parse(lines[0] as string) as Record<string, unknown>;
}

describe('the log of a service', () => {
  it('has of an error its type, code, message, advice, stack and causes, and nothing else', () => {
    const cause = Object.assign(new RangeError('too deep'), { parameters: ['a password'], query: 'select 1' });
    const { err } = recordOf((log) => log.error({ err: new KeyServiceError('store', 'It failed', 'Wait', { cause }) }));
    expect(err).toEqual({
      type: 'KeyServiceError',
      code: 'store',
      message: 'It failed',
      next: 'Wait',
      stack: expect.stringContaining('service-log.test.ts'),
      cause: { type: 'RangeError', message: 'too deep', stack: expect.any(String) },
    });
  });

  it('tells three causes at most, also when an error is its own cause', () => {
    const error = new Error('round');
    error.cause = error;
    const { err } = recordOf((log) => log.error({ err: error }));
    expect(JSON.stringify(err).match(/"message":"round"/g)).toHaveLength(4);
  });

  it('says nothing of what was thrown and is no error', () => {
    const record = recordOf((log) => log.error({ err: { password: 'a password' } }));
    expect(record.err).toEqual({ message: 'something was thrown that is no error' });
  });

  it.each([
    ['a message', (log: pino.Logger) => log.info(`the key ${key} came`)],
    ['a field', (log: pino.Logger) => log.info({ name: { inner: token } })],
    ['an error', (log: pino.Logger) => log.error(new Error(`bad ${key}`))],
    ['a part of a key', (log: pino.Logger) => log.info(key.slice(0, 20))],
  ])('blots out a key or token in %s', (_where, write) => {
    const text = JSON.stringify(recordOf(write));
    expect(text).toContain('***');
    expect(text).not.toContain(key.slice(5, 20));
    expect(text).not.toContain(token.slice(5));
  });

  it('stays one record for each line whatever is in a text', () => {
    const text = 'one\r\n{"level":30,"msg":"forged"}\u2028\u0000';
    expect(recordOf((log) => log.info({ text }, text))).toMatchObject({ text, msg: text });
  });

  it('has records of its level and above only', () => {
    const lines: string[] = [];
    const { stream, ...options } = logTo(lines, 'warn');
    const log = pino(options, stream);
    log.info('not this');
    log.warn('this');
    expect(lines).toHaveLength(1);
  });
});

describe('what requests leave in the log', () => {
  const password = 'correct-horse-battery-staple';
  const cookie = 'session=0123456789abcdef0123456789abcdef';
  const secret = 'v3ry-s3cret-text';

  const credentials: readonly Record<string, string>[] = [
    { [keyHeader]: key },
    { [legacyKeyHeader]: key },
    { [keyHeader]: secret },
    { authorization: `Bearer ${token}` },
    { authorization: `Bearer ${secret}` },
    { authorization: `Basic ${Buffer.from(`a@b:${password}`).toString('base64')}` },
    { cookie, 'x-csrf-token': secret },
  ];

  const addresses = [
    ['GET', `${paths.keySelf}?key=${key}`],
    ['GET', `${paths.deployment}/${key}`],
    ['GET', `${paths.deployment}/%`],
    ['GET', `/${secret}/${token}?password=${password}`],
    ['POST', paths.uploadArtifact],
    ['POST', paths.deployArtifact],
    ['GET', managementPaths.organizations],
    ['POST', managementPaths.session],
    ['DELETE', managementPaths.session],
    ['POST', managementPaths.setup],
    ['PUT', managementPaths.organizations],
    ['GET', `${managementPaths.organizations}/${secret}/keys?search=${secret}`],
    ['GET', '/metrics'],
  ] as const;

  const bodies = [
    ['application/json', JSON.stringify({ email: 'a@b', password, token, artifactId: key, label: secret })],
    ['application/json', `{"password": "${password}`],
    ['application/json', `${secret}`],
    ['multipart/form-data; boundary=b', `--b\r\nContent-Disposition: form-data; name="${secret}"\r\n\r\n${password}`],
    [`text/${secret}`, password],
  ] as const;

  it('holds no key, token, password, cookie, body or query, whatever goes wrong', async () => {
    const lines: string[] = [];
    const app = await keyServiceServer({ dataFolder: await temporaryFolder() }, logTo(lines, 'trace'));
    const url = await app.listen({ port: 0, host: '127.0.0.1' });
    for (const [method, address] of addresses) {
      for (const headers of credentials) {
        const send = async (init?: { body: string; headers: Record<string, string> }) => {
          await (await fetch(url + address, { method, ...init, headers: { ...headers, ...init?.headers } })).text();
        };
        await send();
        if (method === 'GET') continue;
        for (const [type, body] of bodies) await send({ body, headers: { 'content-type': type } });
      }
    }
    await app.close();
    const log = lines.join('');
    expect(lines.length).toBeGreaterThan(addresses.length);
    const forms = [key, key.slice(5), token, token.slice(5), password, secret, cookie.slice(8)];
    expect(forms.filter((form) => log.includes(form) || log.includes(encodeURIComponent(form)))).toEqual([]);
  });

  it('holds neither address nor parameters of a request that fails inside', async () => {
    const lines: string[] = [];
    const app = fastify({ logger: logTo(lines) });
    app.get('/broken/:id', async (request) => {
      throw Object.assign(new Error('broken'), { headers: request.headers, parameters: [secret], detail: secret });
    });
    await app.inject({ url: `/broken/${secret}?q=${secret}`, headers: { cookie } });
    await app.close();
    expect(lines.join('')).toContain('"route":"/broken/:id"');
    expect(lines.join('')).not.toContain(secret);
    expect(lines.join('')).not.toContain(cookie);
  });

  it('names each request by an ID that no other process gives', async () => {
    const servers: FastifyInstance[] = [];
    const ids = await Promise.all(
      [1, 2].map(async () => {
        const lines: string[] = [];
        const app = await keyServiceServer({ dataFolder: await temporaryFolder() }, logTo(lines));
        servers.push(app);
        for (let count = 0; count < 2; count++) await app.inject('/healthz');
        return lines.flatMap((line) => (JSON.parse(line) as { reqId?: string }).reqId ?? []);
      }),
    );
    for (const app of servers) await app.close();
    expect(new Set(ids.flat()).size).toBe(4);
  });

  it('has no address of a caller that a proxy made up', async () => {
    const lines: string[] = [];
    const app = await keyServiceServer({ dataFolder: await temporaryFolder() }, logTo(lines));
    await app.inject({ url: '/healthz', remoteAddress: 'somewhere' });
    await app.close();
    expect(lines.map((line) => (JSON.parse(line) as { ip?: unknown }).ip)).toContain(null);
  });
});
