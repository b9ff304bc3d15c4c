import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import http from 'node:http';
import https from 'node:https';
import net from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import tls from 'node:tls';
import { promisify } from 'node:util';
import { keys, limits, listening, primary, serveRaw, type TestServer, testTransport } from './helpers.ts';

/** A name that no DNS knows: a request can only get there through the proxy. */
const service = 'https://service.invalid';
const request = { method: 'GET', path: '/x', credential: primary, limits } as const;

const untrusted = {
  kind: 'no-answer',
  sent: false,
  cause: 'tls',
  detail: expect.stringMatching(/SELF_SIGNED.*NODE_EXTRA_CA_CERTS/),
};

/** A service with a certificate of a private authority. */
async function privateService(): Promise<TestServer & { certificate: string; asked: () => number }> {
  const folder = await mkdtemp(join(tmpdir(), 'certificate-'));
  try {
    const [key, certificate] = ['key.pem', 'certificate.pem'].map((name) => join(folder, name)) as [string, string];
    const subject = ['-subj', '/CN=service.invalid', '-addext', 'subjectAltName=DNS:service.invalid'];
    const curve = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];
    await promisify(execFile)('openssl', ['req', '-x509', ...curve, ...subject, '-keyout', key, '-out', certificate]);
    const pem = { key: await readFile(key, 'utf8'), cert: await readFile(certificate, 'utf8') };
    let asked = 0;
    const server = https.createServer(pem, (_, response) => {
      asked++;
      response.end('{"through":"the proxy"}');
    });
    return Object.assign(await listening(server), { certificate: pem.cert, asked: () => asked });
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** A proxy that leads every CONNECT to the given port and keeps what it was asked, headers included. */
async function connectProxy(port: number): Promise<TestServer & { heads: string[] }> {
  const heads: string[] = [];
  const proxy = http.createServer((_, response) => response.writeHead(405).end());
  proxy.on('connect', ({ url, rawHeaders }: http.IncomingMessage, socket: net.Socket) => {
    heads.push([url, ...rawHeaders].join(' '));
    const onward = net.connect(port, '127.0.0.1', () => socket.write('HTTP/1.1 200 Connection established\r\n\r\n'));
    onward.on('error', () => socket.destroy()).pipe(socket);
    socket.on('error', () => onward.destroy()).pipe(onward);
  });
  return Object.assign(await listening(proxy), { heads });
}

describe('a service behind a proxy', () => {
  const names = ['https_proxy', 'HTTPS_PROXY', 'no_proxy', 'NO_PROXY'];
  const before = names.map((name): [string, string | undefined] => [name, process.env[name]]);
  const trusted = tls.getCACertificates('default');

  beforeEach(() => {
    for (const name of names) delete process.env[name];
  });

  afterEach(() => {
    tls.setDefaultCACertificates(trusted);
    for (const [name, value] of before) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
  });

  it('is reached through the proxy of https_proxy, which sees neither the key nor the path', async () => {
    await using server = await privateService();
    await using proxy = await connectProxy(server.port);
    tls.setDefaultCACertificates([...trusted, server.certificate]);
    process.env.https_proxy = `http://user:word@127.0.0.1:${proxy.port}`;

    expect(await testTransport(service).transport.send(request)).toMatchObject({
      status: 200,
      text: '{"through":"the proxy"}',
    });
    expect(proxy.heads).toEqual([expect.stringContaining('service.invalid:443')]);
    expect(proxy.heads[0]).toContain(`Basic ${Buffer.from('user:word').toString('base64')}`);
    expect(proxy.heads.join()).not.toContain(keys.primary);
    expect(proxy.heads.join()).not.toContain('/x');
  });

  it('is asked directly when no_proxy names it', async () => {
    await using proxy = await connectProxy(1);
    process.env.https_proxy = `http://127.0.0.1:${proxy.port}`;
    process.env.no_proxy = 'service.invalid';

    expect(await testTransport(service).transport.send(request)).toMatchObject({ kind: 'no-answer', sent: false });
    expect(proxy.heads).toEqual([]);
  });

  it('is not sent the key when its certificate is not trusted; the message names NODE_EXTRA_CA_CERTS', async () => {
    await using server = await privateService();
    await using proxy = await connectProxy(server.port);
    process.env.https_proxy = `http://127.0.0.1:${proxy.port}`;

    expect(await testTransport(service).transport.send(request)).toMatchObject(untrusted);
    expect(server.asked()).toBe(0);
  });

  it.each(['directly', 'through a proxy'])(
    'is not sent the key %s although the environment says to trust anybody',
    async (way) => {
      await using server = await privateService();
      await using proxy = await connectProxy(server.port);
      const url = way === 'directly' ? server.url.replace('http:', 'https:') : service;
      const script = `
      const { createTransport } = await import(${JSON.stringify(import.meta.resolve('../../src/client/transport.ts'))});
      const transport = createTransport({ serviceUrl: new URL('${url}'), version: '1', redact: (text) => text });
      const credential = { slot: 'primary', value: '${keys.primary}' };
      const limits = { connect: 5000, idle: 5000, total: 5000 };
      console.log(JSON.stringify(await transport.send({ method: 'GET', path: '/x', credential, limits })));
    `;
      const environment = { https_proxy: `http://127.0.0.1:${proxy.port}`, NODE_TLS_REJECT_UNAUTHORIZED: '0' };

      const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', script], {
        env: { ...process.env, ...environment },
      });

      expect(JSON.parse(stdout)).toMatchObject(untrusted);
      expect(server.asked()).toBe(0);
    },
  );

  it.each([
    ['refuses', (socket: net.Socket) => socket.end('HTTP/1.1 407 Proxy Authentication Required\r\n\r\n'), /407/],
    ['hangs up', (socket: net.Socket) => socket.destroy(), /proxy/],
  ])('is certainly not reached when the proxy %s', async (_, answer, detail) => {
    await using proxy = await serveRaw((socket) => socket.once('data', () => answer(socket)));
    process.env.https_proxy = `http://127.0.0.1:${proxy.port}`;

    expect(await testTransport(service).transport.send(request)).toEqual({
      kind: 'no-answer',
      sent: false,
      cause: 'network',
      detail: expect.stringMatching(detail),
    });
  });

  it('is certainly not reached when https_proxy holds no URL, and the message names it', async () => {
    process.env.https_proxy = ':::';

    expect(await testTransport(service).transport.send(request)).toMatchObject({
      kind: 'no-answer',
      sent: false,
      detail: expect.stringContaining('https_proxy'),
    });
  });

  it('is given up when the proxy does not answer, and the connection to the proxy with it', async () => {
    let closed: Promise<void> | undefined;
    await using proxy = await serveRaw((socket) => {
      closed = new Promise((resolve) => socket.resume().once('close', () => resolve()));
    });
    process.env.https_proxy = `http://127.0.0.1:${proxy.port}`;

    expect(
      await testTransport(service).transport.send({ ...request, limits: { ...limits, connect: 50 } }),
    ).toMatchObject({
      kind: 'no-answer',
      sent: false,
      detail: 'no connection within 0.05 s',
    });
    await expect(Promise.race([closed, wait(1_000, 'still open', { ref: false })])).resolves.toBeUndefined();
  });
});
