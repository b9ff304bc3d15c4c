import { isIP } from 'node:net';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Session, SignIn } from '../../../contract/management/session.ts';
import { forbidden } from '../../access/authorization.ts';
import { initiatorOf, type Principal, type UserPrincipal } from '../../access/principal.ts';
import { recentUntil } from '../../access/recent-sign-in.ts';
import { type BegunSession, csrfTokenOf } from '../../access/sessions.ts';
import { timestamp } from '../../environment.ts';
import type { KeyServiceCore } from '../../key-service-core.ts';
import { principalOf } from './access-rule.ts';
import type { Browsers, PresentedSession } from './principal-hook.ts';
import type { SessionCookies } from './session-cookies.ts';

/**
 * Signs somebody in and gives their browser its cookies. A session that it had before ends: signing in again is how one becomes a
 * recent one.
 * @throws KeyServiceError as `SignIns.signIn`
 */
export async function signInBrowser(
  core: KeyServiceCore,
  { origin, cookies }: Browsers,
  { request, reply, given }: { request: FastifyRequest; reply: FastifyReply; given: SignIn },
): Promise<Session> {
  origin.requireSafeWay(request);
  const signedIn = await core.signIns.signIn({
    email: given.email,
    password: given.password,
    address: addressOf(request),
    deviceNote: cookies.deviceOf(request),
    session: request.session,
  });
  const answer = beginInBrowser(cookies, { request, reply, begun: signedIn });
  cookies.setDevice(request, reply, signedIn.deviceNote);
  return answer;
}

/** Gives a session that has just begun to the browser, in place of the one that it may have had. */
export function beginInBrowser(
  cookies: SessionCookies,
  { request, reply, begun }: { request: FastifyRequest; reply: FastifyReply; begun: BegunSession },
): Session {
  cookies.setSession(request, reply, begun.sessionSecret);
  return signedInAnswer(begun.user, begun.sessionSecret);
}

/** Where a request comes from. A proxy that is trusted may still pass on any text, and local sockets have no address. */
export function addressOf({ ip }: FastifyRequest): string {
  return isIP(ip) === 0 ? 'unknown' : ip;
}

/** Who calls, and what a browser has to know of its session. */
export function sessionAnswer(request: FastifyRequest): Session {
  const principal = principalOf(request);
  if (request.session !== null) return signedInAnswer(request.session.user, request.session.secret);
  const nothing = { user: null, csrfToken: null, signedInAt: null, recentUntil: null };
  return { principal: initiatorOf(principal), ...nothing };
}

/** The session behind a request of one's own. @throws KeyServiceError `forbidden` for a token, which has none */
export function ownSession(request: FastifyRequest): PresentedSession {
  if (request.session !== null) return request.session;
  throw forbidden();
}

function signedInAnswer(user: UserPrincipal, sessionSecret: string): Session {
  return {
    principal: initiatorOf(user satisfies Principal),
    user: { id: user.id, email: user.email, name: user.name },
    csrfToken: csrfTokenOf(sessionSecret),
    signedInAt: timestamp(user.signedInAt),
    recentUntil: timestamp(recentUntil(user.signedInAt)),
  };
}
