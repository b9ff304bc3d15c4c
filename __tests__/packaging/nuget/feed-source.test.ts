import { existsSync, readdirSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { join } from 'node:path';
import { folderWith, removeTemporaryFolders } from '../temporary-solution.ts';
import { FeedServer } from './feed-server.ts';
import { optionsFor, restored } from './restorer.ts';

const acme = { id: 'Acme.Core', version: '1.2.0', files: ['lib/net45/Acme.Core.dll'] };
const isPackage = (url: string | undefined): boolean => url?.endsWith('.nupkg') ?? false;

let feed: FeedServer;
let folder: string;

beforeEach(async () => {
  feed = await FeedServer.with(acme, { ...acme, version: '1.3.0-Beta' }, { ...acme, version: '1.10.0' });
  folder = await folderWith();
});
afterEach(async () => {
  await feed.close();
  await removeTemporaryFolders();
});

/** What lies in the global packages folder beside complete packages. */
function leftovers(): string[] {
  const packages = join(folder, 'packages');
  return existsSync(packages) ? readdirSync(packages).filter((name) => name.startsWith('.')) : [];
}

describe('a feed', () => {
  it('is asked once; then the package is there, offline too', async () => {
    const sources = [feed.url];
    await restored(folder, 'Acme.Core 1.2.0', { sources });
    const { length } = feed.requests;
    await restored(folder, 'acme.core 1.2', { sources });
    await restored(folder, 'Acme.Core 1.2.0', { offline: true });
    expect(feed.requests).toHaveLength(length);
    expect(leftovers()).toEqual([]);
  });

  it.each([
    ['1.*', '1.10.0'],
    ['*-*', '1.10.0'],
    ['1.3.*-*', '1.3.0-beta'],
    ['(1.2.0,2.0)', '1.10.0'],
    ['[1.3.0-beta]', '1.3.0-beta'],
  ])('gives for %s version %s', async (range, version) => {
    const { folder: found } = await restored(folder, `Acme.Core ${range}`, { sources: [feed.url] });
    expect(found).toBe(join(folder, 'packages', 'acme.core', version));
  });

  it('that does not have the package is passed over; the message names all that were asked', async () => {
    const other = await FeedServer.with({ id: 'Other', version: '1.0.0' });
    try {
      await expect(restored(folder, 'Acme.Core 1.2.0', { sources: [other.url, feed.url] })).resolves.toMatchObject({
        source: feed.url,
      });
      await expect(restored(folder, 'Nobody 1.0', { sources: [other.url, feed.url] })).rejects.toMatchObject({
        code: 'package-not-restored',
        message: expect.stringMatching(`Nobody 1.0 is not in .*${other.url}.*${feed.url}`),
      });
      await expect(restored(folder, 'Nobody 1.*', { sources: [other.url] })).rejects.toMatchObject({
        message: expect.stringContaining('Nobody 1.*'),
      });
    } finally {
      await other.close();
    }
  });

  it('that does not answer is no reason to take the package from the next one', async () => {
    feed.interference = (_, response) => response.writeHead(503).end() === response;
    const other = await FeedServer.with(acme);
    try {
      await expect(restored(folder, 'Acme.Core 1.2.0', { sources: [feed.url, other.url] })).rejects.toMatchObject({
        code: 'nuget-source-failed',
        message: expect.stringMatching(/127\.0\.0\.1.*answered 503/),
      });
      expect(feed.requests).toHaveLength(5);
      expect(other.requests).toEqual([]);
    } finally {
      await other.close();
    }
  });

  it('that fails for the moment is asked again, and as late as it says', async () => {
    const waits: number[] = [];
    const answers = [() => ({ status: 429, after: '7' }), () => ({ status: 500, after: undefined })];
    feed.interference = (request, response) => {
      const next = isPackage(request.url) ? answers.shift()?.() : undefined;
      if (next !== undefined) {
        response.writeHead(next.status, next.after === undefined ? {} : { 'retry-after': next.after }).end();
      }
      return next !== undefined;
    };
    await restored(folder, 'Acme.Core 1.2.0', {
      sources: [feed.url],
      wait: async (milliseconds) => {
        waits.push(milliseconds);
      },
    });
    expect(waits).toEqual([7000, 1000]);
  });

  it('that asks for more than a minute of patience has failed', async () => {
    feed.interference = (_, response) => response.writeHead(429, { 'retry-after': '3600' }).end() === response;
    await expect(restored(folder, 'Acme.Core 1.2.0', { sources: [feed.url] })).rejects.toMatchObject({
      message: expect.stringContaining('429'),
    });
    expect(feed.requests).toHaveLength(1);
  });

  it('that falls silent in a download goes on where it stopped', async () => {
    const ranges: (string | undefined)[] = [];
    feed.interference = (request, response, body) => {
      if (!isPackage(request.url)) {
        return false;
      }
      const bytes = body();
      const { range } = request.headers;
      ranges.push(range);
      const start = Number(/^bytes=(\d+)-$/.exec(range ?? '')?.[1] ?? 0);
      const end = ranges.length < 3 ? start + 200 : bytes.length;
      response.writeHead(range === undefined ? 200 : 206, {
        etag: '"1"',
        'content-length': bytes.length - start,
        ...(range === undefined ? {} : { 'content-range': `bytes ${start}-${bytes.length - 1}/${bytes.length}` }),
      });
      response.write(bytes.subarray(start, end), () => end === bytes.length && response.end());
      return true;
    };
    await restored(folder, 'Acme.Core 1.2.0', { sources: [feed.url], silenceLimit: 1_000 });
    expect(ranges).toEqual([undefined, 'bytes=200-', 'bytes=400-']);
    expect(leftovers()).toEqual([]);
  });

  it('that cannot go on with a download begins again', async () => {
    let attempts = 0;
    feed.interference = (request, response, body) => {
      attempts += isPackage(request.url) ? 1 : 0;
      if (!isPackage(request.url) || attempts > 1) {
        return false;
      }
      response.writeHead(200, { 'content-length': body().length });
      response.write(body().subarray(0, 100), () => request.socket.end());
      return true;
    };
    await restored(folder, 'Acme.Core 1.2.0', { sources: [feed.url] });
    expect(attempts).toBe(2);
  });

  it('that says nothing is given up', async () => {
    feed.interference = () => true;
    await expect(restored(folder, 'Acme.Core 1.2.0', { sources: [feed.url], silenceLimit: 20 })).rejects.toMatchObject({
      code: 'nuget-source-failed',
      message: expect.stringContaining('said nothing'),
    });
  });

  it('that stops in the middle of a package is given up', async () => {
    feed.interference = (request, response, body) => {
      if (isPackage(request.url)) {
        response.writeHead(200, { 'content-length': body().length }).write(body().subarray(0, 100));
      }
      return isPackage(request.url);
    };
    await expect(restored(folder, 'Acme.Core 1.2.0', { sources: [feed.url], silenceLimit: 50 })).rejects.toMatchObject({
      code: 'nuget-source-failed',
    });
    expect(leftovers()).toEqual([]);
  });

  it('is left at once when the job is stopped', async () => {
    const controller = new AbortController();
    feed.interference = (request) => {
      if (isPackage(request.url)) {
        controller.abort(new Error('enough'));
      }
      return isPackage(request.url);
    };
    await expect(
      restored(folder, 'Acme.Core 1.2.0', { sources: [feed.url], signal: controller.signal }),
    ).rejects.toThrow('enough');
    expect(leftovers()).toEqual([]);
  });

  it('is believed about the SHA-512 of its packages: another one is refused', async () => {
    feed.hash = (real) => real.replace(/^./, (first) => (first === 'A' ? 'B' : 'A'));
    await expect(restored(folder, 'Acme.Core 1.2.0', { sources: [feed.url] })).rejects.toMatchObject({
      code: 'package-corrupt',
      message: expect.stringMatching(/Acme\.Core 1\.2\.0 from .*SHA-512/),
    });
    expect(existsSync(join(folder, 'packages', 'acme.core'))).toBe(false);
  });

  it('is believed about hashes that stand on a page of their own, in the registration itself', async () => {
    feed.interference = (request, response) => {
      const page = { lower: '1.0.0', upper: '1.9.9', '@id': `${feed.origin}/registration/page1.json` };
      const entry = { version: '1.2.0', packageHash: 'wrong', packageHashAlgorithm: 'SHA512' };
      const documents: Record<string, unknown> = {
        '/registration/acme.core/index.json': { items: [{ lower: '0.1.0', upper: '0.2.0', items: [] }, page] },
        '/registration/page1.json': { items: [{ catalogEntry: entry }] },
      };
      const document = documents[request.url ?? ''];
      return document !== undefined && response.end(JSON.stringify(document)) === response;
    };
    await expect(restored(folder, 'Acme.Core 1.2.0', { sources: [feed.url] })).rejects.toMatchObject({
      code: 'package-corrupt',
    });
  });

  it('that tells no hash is believed without', async () => {
    feed.hash = () => undefined;
    await expect(restored(folder, 'Acme.Core 1.2.0', { sources: [feed.url] })).resolves.toBeDefined();
  });

  it.each(['not json', '[]', '{"resources":7}', '{"resources":[{"@type":"SearchQueryService","@id":"x"}]}'])(
    'of which the index is %s is refused by name',
    async (text) => {
      feed.interference = (_, response) => response.end(text) === response;
      await expect(restored(folder, 'Acme.Core 1.2.0', { sources: [feed.url] })).rejects.toMatchObject({
        code: 'nuget-source-failed',
        message: expect.stringContaining(feed.url),
      });
    },
  );

  it('is not asked without encryption unless it is on this machine, or allowed', async () => {
    await expect(
      restored(folder, 'Acme.Core 1.2.0', { sources: ['http://feed.example.test/v3/index.json'] }),
    ).rejects.toMatchObject({ message: expect.stringContaining('not one of https') });
  });
});

describe('an address with user information that is odd', () => {
  it('of which the password holds a plain percent sign is asked with it', async () => {
    await restored(folder, 'Acme.Core 1.2.0', { sources: [feed.url.replace('//', '//me:50%zz%20@')] });
    expect(feed.authorizations[0]).toBe(`Basic ${Buffer.from('me:50%zz ').toString('base64')}`);
  });

  it('of another scheme is refused without telling the password', async () => {
    const error: unknown = await restored(folder, 'Acme.Core 1.2.0', {
      sources: ['ftp://me:s3cret@feed.example.test/v3'],
    }).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ code: 'nuget-source-failed', message: expect.stringContaining('feed.example.test') });
    expect(String(error)).not.toContain('s3cret');
  });
});

describe('credentials', () => {
  const config = (url: string): string => `<configuration>
    <packageSources><add key="My Feed" value="${url}" /></packageSources>
    <packageSourceCredentials><My_x0020_Feed>
      <add key="Username" value="me" /><add key="ClearTextPassword" value="%FEED_PASSWORD%" />
    </My_x0020_Feed></packageSourceCredentials>
  </configuration>`;
  const basic = `Basic ${Buffer.from('me:s3cret').toString('base64')}`;

  it('are sent to their source, with the password from the environment', async () => {
    const solution = await folderWith({ 'NuGet.config': config(feed.url) });
    const { env } = optionsFor(folder);
    await restored(folder, 'Acme.Core 1.2.0', { solution, env: { ...env, FEED_PASSWORD: 's3cret' } });
    expect(new Set(feed.authorizations)).toEqual(new Set([basic]));
  });

  it('in an address are sent as a header, and appear in no message', async () => {
    const url = feed.url.replace('//', '//me:s3cret@');
    const { source } = await restored(folder, 'Acme.Core 1.2.0', { sources: [url] });
    expect(source).toBe(feed.url);
    expect(feed.authorizations[0]).toBe(basic);
    const failure = await restored(folder, 'Nobody 1.0', { sources: [url] }).catch((error: Error) => error);
    expect(String(failure)).not.toContain('s3cret');
  });

  it('do not follow a redirect to another origin', async () => {
    const storage = await FeedServer.with(acme);
    feed.interference = (request, response) => {
      if (isPackage(request.url)) {
        response.writeHead(302, { location: `${storage.origin}${request.url}` }).end();
      }
      return isPackage(request.url);
    };
    try {
      await restored(folder, 'Acme.Core 1.2.0', { sources: [feed.url.replace('//', '//me:s3cret@')] });
      expect(storage.authorizations).toEqual([undefined]);
    } finally {
      await storage.close();
    }
  });

  it('that are refused are named as the reason', async () => {
    feed.interference = (_, response) => response.writeHead(401).end() === response;
    await expect(restored(folder, 'Acme.Core 1.2.0', { sources: [feed.url] })).rejects.toMatchObject({
      message: expect.stringContaining('401'),
      next: expect.stringContaining('packageSourceCredentials'),
    });
    expect(feed.requests).toHaveLength(1);
  });

  it('of which the variable is not set are an error, not an empty password', async () => {
    const solution = await folderWith({ 'NuGet.config': config(feed.url) });
    await expect(restored(folder, 'Acme.Core 1.2.0', { solution })).rejects.toMatchObject({
      code: 'nuget-config-invalid',
      message: expect.stringContaining('FEED_PASSWORD'),
    });
    await restored(folder, 'Acme.Core 1.2.0', { sources: [feed.url] });
    await expect(restored(folder, 'Acme.Core 1.2.0', { solution })).resolves.toBeDefined();
  });
});

describe('a redirect', () => {
  it('that goes round in circles is given up', async () => {
    feed.interference = (request, response) =>
      response.writeHead(302, { location: request.url ?? '' }).end() === response;
    await expect(restored(folder, 'Acme.Core 1.2.0', { sources: [feed.url] })).rejects.toMatchObject({
      message: expect.stringContaining('redirects'),
    });
  });
});

describe('a proxy', () => {
  let proxy: Server;
  let tunnelled: string[];

  beforeEach(async () => {
    tunnelled = [];
    proxy = createServer((request, response) => {
      tunnelled.push(request.url ?? '');
      const target = new URL(request.url ?? '');
      const upstream = connect(Number(target.port), target.hostname, () => {
        upstream.write(`GET ${target.pathname} HTTP/1.1\r\nHost: ${target.host}\r\nConnection: close\r\n\r\n`);
        upstream.pipe(response.socket as NodeJS.WritableStream);
      });
    });
    await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  });
  afterEach(async () => {
    proxy.closeAllConnections();
    await new Promise((resolve) => proxy.close(resolve));
  });

  const through = (more: NodeJS.ProcessEnv = {}): { env: NodeJS.ProcessEnv } => ({
    env: {
      ...optionsFor(folder).env,
      HTTP_PROXY: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`,
      ...more,
    },
  });

  it('of the environment is used', async () => {
    await restored(folder, 'Acme.Core 1.2.0', { sources: [feed.url], ...through() });
    expect(tunnelled[0]).toBe(feed.url);
    expect(tunnelled.filter(isPackage)).toHaveLength(1);
  });

  it('is not used for hosts that NO_PROXY names', async () => {
    await restored(folder, 'Acme.Core 1.2.0', { sources: [feed.url], ...through({ NO_PROXY: '127.0.0.1' }) });
    expect(tunnelled).toEqual([]);
  });
});
