import type { FastifyRequest } from 'fastify';
import { KeyServiceError } from '../../key-service-error.ts';
import { isLoopback } from './loopback.ts';

/** How browsers reach the service. */
export class BrowserOrigin {
  readonly #publicOrigin: string | undefined;

  /**
   * @param publicUrl where people reach the service; without it, the address that a request was sent to counts
   * @throws KeyServiceError `invalid` unless it is https, or http on this machine alone
   */
  constructor(publicUrl?: string) {
    this.#publicOrigin = publicUrl === undefined ? undefined : publicOrigin(publicUrl);
  }

  /** The origin of our own pages, as a browser would name it. */
  of(request: FastifyRequest): string {
    return this.#publicOrigin ?? `${request.protocol}://${request.host}`;
  }

  /** True where cookies travel encrypted. */
  isSecure(request: FastifyRequest): boolean {
    return this.of(request).startsWith('https:');
  }

  /** True when nobody reaches the service in another way. */
  get isAlwaysHttps(): boolean {
    return this.#publicOrigin?.startsWith('https:') ?? false;
  }

  /**
   * Lets a change pass only from our own pages (security practice 11). Browsers say where a change comes from; what says nothing
   * is no browser, and has tokens to work with.
   * @throws KeyServiceError `forbidden`
   */
  require(request: FastifyRequest): void {
    const { origin, 'sec-fetch-site': site } = request.headers;
    if (origin === undefined ? site === 'same-origin' : origin === this.of(request)) return;
    throw new KeyServiceError(
      'forbidden',
      'The request does not come from a page of this service',
      'Use the web app at its own address; when that is behind a proxy, the service needs --public-url. Programs use a token.',
    );
  }

  /**
   * Refuses to take passwords, sessions and tokens, and to send secrets, over a network in the clear.
   * @throws KeyServiceError `invalid` unless the service is reached by https, or on this machine
   */
  requireSafeWay(request: FastifyRequest): void {
    if (request.protocol === 'https' || this.#isPublic(request)) return;
    if (isLoopback(hostOf(`http://${request.host}`))) return;
    throw new KeyServiceError(
      'invalid',
      'Over http the network would see passwords, tokens and keys',
      'Reach the service by https: put a proxy with TLS in front of it, which passes Host on, and name its address with --public-url.',
    );
  }

  /** Whether a request came by the public address: whoever goes around the proxy there goes in the clear. */
  #isPublic({ host }: FastifyRequest): boolean {
    const asked = `https://${host}`;
    if (this.#publicOrigin === undefined || !URL.canParse(asked)) return false;
    const { protocol, host: own } = new URL(this.#publicOrigin);
    return protocol === 'https:' ? own === new URL(asked).host : isLoopback(new URL(this.#publicOrigin).hostname);
  }
}

function publicOrigin(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const isSafe = url?.protocol === 'https:' || (url?.protocol === 'http:' && isLoopback(url.hostname));
  if (url !== undefined && isSafe && url.username === '' && url.password === '') return url.origin;
  throw new KeyServiceError(
    'invalid',
    'The public URL is not one by which people reach the service safely',
    'Give it with https, as in https://keys.example.com; http is taken for this machine alone (localhost).',
  );
}

/** The host name in an origin that a request claims, which need not be one. */
function hostOf(origin: string): string {
  return URL.canParse(origin) ? new URL(origin).hostname : '';
}
