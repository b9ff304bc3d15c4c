import type { FastifyRequest } from 'fastify';
import { KeyServiceError } from '../../key-service-error.ts';

/** How browsers reach the service. */
export class BrowserOrigin {
  readonly #publicOrigin: string | undefined;

  /** @param publicUrl where people reach the service; without it, the address that a request was sent to counts */
  constructor(publicUrl?: string) {
    this.#publicOrigin = publicUrl === undefined ? undefined : new URL(publicUrl).origin;
  }

  /** The origin of our own pages, as a browser would name it. */
  of(request: FastifyRequest): string {
    return this.#publicOrigin ?? `${request.protocol}://${request.host}`;
  }

  /** True where cookies travel encrypted. */
  isSecure(request: FastifyRequest): boolean {
    return this.of(request).startsWith('https:');
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
}
