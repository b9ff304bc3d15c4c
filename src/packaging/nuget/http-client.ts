import { createWriteStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Agent as HttpAgent, request as httpRequest, type IncomingMessage, type OutgoingHttpHeaders } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import { type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { asFailure, HttpFailure, isOfDisk, requireStatus } from './http-failure.ts';
import type { Credentials } from './nuget-config.ts';

/** What requests to a source carry and obey. */
export interface HttpAccess {
  /** Credentials go to this origin only. */
  readonly origin: string;
  readonly credentials: Credentials | undefined;
  readonly allowsInsecureConnections: boolean;
}

export interface HttpSettings {
  /** `HTTPS_PROXY`, `HTTP_PROXY` and `NO_PROXY` are obeyed, in either case. */
  readonly env: NodeJS.ProcessEnv;
  readonly signal: AbortSignal | undefined;
  /** Waits that many milliseconds, or rejects when the signal aborts. */
  readonly wait: (milliseconds: number, signal: AbortSignal | undefined) => Promise<unknown>;
  /** A source that says nothing for this long has failed, in milliseconds. */
  readonly silenceLimit: number;
}

const maxAttempts = 5;
const firstDelay = 500;
/** A server that asks for more patience than this, in milliseconds, has failed. */
const maxRetryAfter = 60_000;
const maxRedirects = 5;
const maxJsonBytes = 64 * 1024 * 1024;
const maxDownloadBytes = 1024 * 1024 * 1024;

/**
 * Reads from NuGet sources: repeats what failed for the moment, goes on with broken downloads, keeps credentials to their
 * origin. Node's own client is used rather than `fetch` because its agent takes the proxy from the environment it is given.
 */
export class HttpClient {
  readonly #settings: HttpSettings;
  readonly #http: HttpAgent;
  readonly #https: HttpsAgent;

  constructor(settings: HttpSettings) {
    this.#settings = settings;
    const options = { keepAlive: true, maxSockets: 8, proxyEnv: settings.env };
    this.#http = new HttpAgent(options);
    this.#https = new HttpsAgent(options);
  }

  /** Ends connections that are kept open for later requests. */
  close(): void {
    this.#http.destroy();
    this.#https.destroy();
  }

  /**
   * A JSON document; undefined when there is none at the address.
   * @throws HttpFailure
   */
  async json(url: string, access: HttpAccess): Promise<unknown> {
    return this.#repeated(async () => {
      const response = await this.#get(url, { 'accept-encoding': 'gzip' }, access);
      if (response.statusCode === 404) {
        response.destroy();
        return undefined;
      }
      requireStatus(response, 200);
      const text = await textOf(response);
      try {
        return JSON.parse(text) as unknown;
      } catch (cause) {
        throw new HttpFailure('its answer is no JSON', { status: 200, cause });
      }
    });
  }

  /**
   * Writes what is at an address to a file that does not exist yet. A download that breaks goes on where it stopped when
   * the server can do that, else it begins again.
   * @returns false when there is nothing at the address
   * @throws HttpFailure
   */
  async download(url: string, file: string, access: HttpAccess): Promise<boolean> {
    let validator: string | undefined;
    return this.#repeated(async () => {
      const start =
        validator === undefined
          ? 0
          : await stat(file).then(
              ({ size }) => size,
              () => 0,
            );
      const headers = start > 0 && validator ? { range: `bytes=${start}-`, 'if-range': validator } : {};
      const response = await this.#get(url, headers, access);
      if (response.statusCode === 404) {
        response.destroy();
        return false;
      }
      const goesOn = response.statusCode === 206 && start > 0;
      if (goesOn && !response.headers['content-range']?.startsWith(`bytes ${start}-`)) {
        response.destroy();
        validator = undefined;
        throw new HttpFailure('it went on at the wrong place', { isTransient: true });
      }
      if (response.statusCode === 416) {
        validator = undefined;
        response.destroy();
        throw new HttpFailure('it cannot go on with a broken download', { isTransient: true });
      }
      requireStatus(response, goesOn ? 206 : 200);
      const { etag } = response.headers;
      validator = etag?.startsWith('"') ? etag : undefined;
      await writeBody(response, file, goesOn ? start : 0);
      return true;
    });
  }

  async #repeated<T>(attempt: () => Promise<T>): Promise<T> {
    const { signal, wait } = this.#settings;
    for (let tries = 1; ; tries += 1) {
      try {
        return await attempt();
      } catch (error) {
        signal?.throwIfAborted();
        if (isOfDisk(error)) {
          throw error;
        }
        const failure = asFailure(error);
        if (!failure.isTransient || tries === maxAttempts || (failure.retryAfter ?? 0) > maxRetryAfter) {
          throw failure;
        }
        await wait(failure.retryAfter ?? firstDelay * 2 ** (tries - 1), signal);
      }
    }
  }

  async #get(url: string, headers: OutgoingHttpHeaders, access: HttpAccess): Promise<IncomingMessage> {
    let current = url;
    for (let hops = 0; hops <= maxRedirects; hops += 1) {
      const response = await this.#send(current, headers, access);
      const { location } = response.headers;
      if (![301, 302, 303, 307, 308].includes(response.statusCode ?? 0) || location === undefined) {
        return response;
      }
      response.destroy();
      const next = URL.parse(location, current);
      if (next === null || (current.startsWith('https:') && next.protocol !== 'https:')) {
        throw new HttpFailure('it redirects to an address that is not secure');
      }
      current = next.href;
    }
    throw new HttpFailure(`it redirects more than ${maxRedirects} times`);
  }

  #send(url: string, headers: OutgoingHttpHeaders, access: HttpAccess): Promise<IncomingMessage> {
    const { signal, silenceLimit } = this.#settings;
    const target = URL.parse(url);
    if (target === null || !isAllowed(target, access)) {
      throw new HttpFailure(`the address ${shownUrl(url)} is not one of https`);
    }
    const { credentials } = access;
    const authorization =
      credentials !== undefined && target.origin === access.origin
        ? {
            authorization: `Basic ${Buffer.from(`${credentials.username}:${credentials.password}`).toString('base64')}`,
          }
        : {};
    const isSecure = target.protocol === 'https:';
    const options = {
      agent: isSecure ? this.#https : this.#http,
      headers: { ...headers, ...authorization, 'user-agent': 'dataminer-deploy' },
      ...(signal === undefined ? {} : { signal }),
    };
    return new Promise((resolve, reject) => {
      const request = (isSecure ? httpsRequest : httpRequest)(target, options, resolve);
      request.on('error', reject);
      request.setTimeout(silenceLimit, () => {
        request.destroy(new HttpFailure(`it said nothing for ${silenceLimit / 1000} seconds`, { isTransient: true }));
      });
      request.end();
    });
  }
}

/** An address for messages: without user information and query, which can hold secrets. */
export function shownUrl(url: string): string {
  const parsed = URL.parse(url);
  return parsed === null ? 'that is none' : parsed.origin + parsed.pathname;
}

/** Encrypted, or on this machine, or allowed by the configuration in so many words. */
export function isAllowed(
  url: URL,
  { allowsInsecureConnections }: Pick<HttpAccess, 'allowsInsecureConnections'>,
): boolean {
  const isLoopback = /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/.test(url.hostname);
  return url.protocol === 'https:' || (url.protocol === 'http:' && (isLoopback || allowsInsecureConnections));
}

async function textOf(response: IncomingMessage): Promise<string> {
  const isPacked = response.headers['content-encoding'] === 'gzip';
  const chunks: Buffer[] = [];
  let size = 0;
  const collect = async (body: AsyncIterable<Buffer>): Promise<void> => {
    for await (const chunk of body) {
      size += chunk.length;
      if (size > maxJsonBytes) {
        throw new HttpFailure(`its answer is larger than ${maxJsonBytes} bytes`);
      }
      chunks.push(chunk);
    }
  };
  await (isPacked ? pipeline(response, createGunzip(), collect) : pipeline(response as Readable, collect));
  return Buffer.concat(chunks)
    .toString('utf8')
    .replace(/^\ufeff/, '');
}

async function writeBody(response: IncomingMessage, file: string, start: number): Promise<void> {
  let size = start;
  const bounded = new Transform({
    transform(chunk: Buffer, _, done) {
      size += chunk.length;
      done(
        size > maxDownloadBytes ? new HttpFailure(`the package is larger than ${maxDownloadBytes} bytes`) : null,
        chunk,
      );
    },
  });
  await pipeline(response, bounded, createWriteStream(file, start > 0 ? { flags: 'r+', start } : { flags: 'w' }));
}
