import type { FastifyReply, FastifyRequest } from 'fastify';
import { KeyServiceError } from '../../key-service-error.ts';
import type { BrowserOrigin } from './browser-origin.ts';

const sessionCookie = 'dataminer-deploy-session';

/** The prefix by which browsers hold a cookie to https, to this host, and to us as its only writer. */
const hostPrefix = '__Host-';

/** The cookies of a browser that is signed in: never for scripts, never sent along by other sites (security practice 11). */
export class SessionCookies {
  readonly #origin: BrowserOrigin;

  constructor(origin: BrowserOrigin) {
    this.#origin = origin;
  }

  /** The secret of the session that a request came with. */
  sessionOf(request: FastifyRequest): string | undefined {
    return request.cookies[this.#nameFor(request, sessionCookie)];
  }

  /** Gives a session to the browser, until it is closed. */
  setSession(request: FastifyRequest, reply: FastifyReply, secret: string): void {
    this.#set(request, reply, sessionCookie, secret);
  }

  /** Takes the session away. */
  clearSession(request: FastifyRequest, reply: FastifyReply): void {
    this.#set(request, reply, sessionCookie, '', 0);
  }

  /**
   * Refuses to send secrets over a network in the clear.
   * @throws KeyServiceError `invalid` unless the service is reached by https, or over loopback
   */
  requireSafeWay(request: FastifyRequest): void {
    if (this.#origin.isSecure(request) || isLoopback(new URL(this.#origin.of(request)).hostname)) return;
    throw new KeyServiceError(
      'invalid',
      'Signing in over http would show password and session to the network',
      'Reach the service by https: put a proxy with TLS in front of it, and name it with --public-url or --trust-proxy.',
    );
  }

  #nameFor(request: FastifyRequest, name: string): string {
    return this.#origin.isSecure(request) ? hostPrefix + name : name;
  }

  #set(request: FastifyRequest, reply: FastifyReply, name: string, value: string, maxAge?: number): void {
    reply.setCookie(this.#nameFor(request, name), value, {
      path: '/',
      httpOnly: true,
      sameSite: 'lax',
      secure: this.#origin.isSecure(request),
      ...(maxAge !== undefined && { maxAge }),
    });
  }
}

/** Whether a host is this machine itself, so that nothing leaves it. */
export function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(hostname);
}
