import type { FastifyReply, FastifyRequest } from 'fastify';
import { knownMilliseconds } from '../../access/known-devices.ts';
import type { BrowserOrigin } from './browser-origin.ts';

export const sessionCookie = 'dataminer-deploy-session';
const deviceCookie = 'dataminer-deploy-device';

/** The prefix by which browsers hold a cookie to https, to this host, and to us as its only writer. */
const hostPrefix = '__Host-';

/** The cookies of a browser: never for scripts, never sent along when other sites change something (security practice 11). */
export class SessionCookies {
  readonly #origin: BrowserOrigin;

  constructor(origin: BrowserOrigin) {
    this.#origin = origin;
  }

  /** The secret of the session that a request came with. */
  sessionOf(request: FastifyRequest): string | undefined {
    return request.cookies[this.#nameFor(request, sessionCookie)];
  }

  /** The note by which a browser is known from an earlier sign-in. */
  deviceOf(request: FastifyRequest): string | undefined {
    return request.cookies[this.#nameFor(request, deviceCookie)];
  }

  /** Gives a session to the browser, until it is closed. */
  setSession(request: FastifyRequest, reply: FastifyReply, secret: string): void {
    this.#set(request, reply, { name: sessionCookie, value: secret });
  }

  /** Takes the session away. */
  clearSession(request: FastifyRequest, reply: FastifyReply): void {
    this.#set(request, reply, { name: sessionCookie, value: '', maxAge: 0 });
  }

  /** Gives the browser a note to be known by. */
  setDevice(request: FastifyRequest, reply: FastifyReply, note: string): void {
    this.#set(request, reply, { name: deviceCookie, value: note, maxAge: knownMilliseconds / 1000 });
  }

  #nameFor(request: FastifyRequest, name: string): string {
    return this.#origin.isSecure(request) ? hostPrefix + name : name;
  }

  #set(
    request: FastifyRequest,
    reply: FastifyReply,
    { name, value, maxAge }: { name: string; value: string; maxAge?: number },
  ): void {
    reply.setCookie(this.#nameFor(request, name), value, {
      path: '/',
      httpOnly: true,
      sameSite: 'lax',
      secure: this.#origin.isSecure(request),
      ...(maxAge !== undefined && { maxAge }),
    });
  }
}
