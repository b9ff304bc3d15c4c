import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { type NuGetVersion, normalizedVersion, parseVersion } from '../../../src/packaging/nuget/nuget-version.ts';
import { type MadePackage, nupkg } from './made-package.ts';

/** Answers a request in place of the feed when it returns true. */
export type Interference = (request: IncomingMessage, response: ServerResponse, body: () => Uint8Array) => boolean;

/** A real feed of protocol version 3 on this machine: service index, flat container, registrations and a catalog. */
export class FeedServer {
  /** Paths that were asked for, in order. */
  readonly requests: string[] = [];
  readonly authorizations: (string | undefined)[] = [];
  interference: Interference = () => false;
  /** Replaces the hashes that the catalog tells; undefined for a feed that tells none. */
  hash: (real: string) => string | undefined = (real) => real;
  readonly #packages = new Map<string, { id: string; version: string; bytes: Uint8Array }>();
  readonly #server: Server;

  private constructor() {
    this.#server = createServer((request, response) => this.#answer(request, response));
  }

  static async with(...packages: readonly MadePackage[]): Promise<FeedServer> {
    const feed = new FeedServer();
    await new Promise<void>((resolve) => feed.#server.listen(0, '127.0.0.1', resolve));
    for (const one of packages) {
      await feed.add(one);
    }
    return feed;
  }

  async add(made: MadePackage): Promise<void> {
    const version = normalizedVersion(parseVersion(made.version) as NuGetVersion).toLowerCase();
    this.#packages.set(`${made.id.toLowerCase()}/${version}`, { id: made.id, version, bytes: await nupkg(made) });
  }

  get origin(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  get url(): string {
    return `${this.origin}/v3/index.json`;
  }

  /** How often packages were downloaded. */
  get downloads(): number {
    return this.requests.filter((path) => path.endsWith('.nupkg')).length;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  #answer(request: IncomingMessage, response: ServerResponse): void {
    const path = decodeURIComponent(new URL(request.url ?? '/', this.origin).pathname);
    this.requests.push(path);
    this.authorizations.push(request.headers.authorization);
    const body = this.#bodyAt(path);
    if (this.interference(request, response, () => body ?? new Uint8Array())) {
      return;
    }
    if (body === undefined) {
      response.writeHead(404).end('not here');
    } else if (path.startsWith('/registration/')) {
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(body));
    } else {
      response.writeHead(200, { 'content-length': body.length }).end(body);
    }
  }

  #bodyAt(path: string): Uint8Array | undefined {
    const json = (value: unknown): Uint8Array => Buffer.from(JSON.stringify(value));
    const [, part, id = '', version = ''] = path.split('/');
    const found = [...this.#packages.values()].filter((one) => one.id.toLowerCase() === id);
    const one = this.#packages.get(`${id}/${version}`);
    switch (part) {
      case 'v3':
        return json({
          version: '3.0.0',
          resources: [
            { '@id': `${this.origin}/packages`, '@type': 'PackageBaseAddress/3.0.0' },
            { '@id': `${this.origin}/registration/`, '@type': 'RegistrationsBaseUrl/3.6.0' },
          ],
        });
      case 'packages':
        if (version === 'index.json') {
          return found.length === 0 ? undefined : json({ versions: found.map((each) => each.version) });
        }
        return path === `/packages/${id}/${version}/${id}.${version}.nupkg` ? one?.bytes : undefined;
      case 'registration':
        return found.length === 0 ? undefined : json({ items: [{ items: found.map((each) => this.#leaf(each)) }] });
      case 'catalog':
        return one && json({ packageHash: this.hash(sha512(one.bytes)), packageHashAlgorithm: 'SHA512' });
      default:
        return undefined;
    }
  }

  #leaf({ id, version }: { id: string; version: string }): unknown {
    return { catalogEntry: { '@id': `${this.origin}/catalog/${id.toLowerCase()}/${version}`, id, version } };
  }
}

export function sha512(bytes: Uint8Array): string {
  return createHash('sha512').update(bytes).digest('base64');
}
