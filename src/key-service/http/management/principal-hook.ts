import { timingSafeEqual } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { csrfHeader, unattendedHeader } from '../../../contract/management/paths.ts';
import type { Principal } from '../../access/principal.ts';
import { secretDigest } from '../../access/secret-digest.ts';
import { csrfTokenOf, type Session } from '../../access/sessions.ts';
import type { KeyServiceCore } from '../../key-service-core.ts';
import { KeyServiceError } from '../../key-service-error.ts';
import { judgeAroundBody } from '../judge-around-body.ts';
import { ruleOf } from './access-rule.ts';
import type { BrowserOrigin } from './browser-origin.ts';
import type { SessionCookies } from './session-cookies.ts';

/** The session that a request came with, and the secret by which it did. */
export interface PresentedSession extends Session {
  readonly secret: string;
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Who calls the management API; null for nobody. Set before any of its routes runs. */
    principal: Principal | null;
    /** The session of a browser; null for tokens and nobody. */
    session: PresentedSession | null;
  }
}

export interface Browsers {
  readonly origin: BrowserOrigin;
  readonly cookies: SessionCookies;
}

/**
 * Finds out who calls: a token in the Authorization header, or else the session of a cookie; with a token, cookies are not looked
 * at, whether it works or not. Changes that a browser asks for must come from our own pages, and those in the name of a session
 * must bring its CSRF token. Nobody works here over a network in the clear.
 */
export function identifyCallers(app: FastifyInstance, core: KeyServiceCore, browsers: Browsers): void {
  app.decorateRequest('principal', null);
  app.decorateRequest('session', null);
  judgeAroundBody(app, async (request) => {
    await identify(request, core, browsers);
    if (request.principal !== null) browsers.origin.requireSafeWay(request);
  });
}

async function identify(request: FastifyRequest, core: KeyServiceCore, { origin, cookies }: Browsers): Promise<void> {
  const token = bearerOf(request);
  if (token !== undefined) {
    request.principal = (await core.tokens.use(token)) ?? null;
    return;
  }
  request.session = await presentedSession(request, core, cookies);
  request.principal = request.session?.user ?? null;
  if (isChange(request)) requireOwnPage(request, origin);
}

/** The token of a request, empty when it only says that there is one; undefined when it comes in another way. */
function bearerOf({ headers }: FastifyRequest): string | undefined {
  const [isBearer, token = ''] = /^Bearer(?: +(.*))?$/i.exec(headers.authorization ?? '') ?? [];
  return isBearer === undefined ? undefined : token;
}

async function presentedSession(
  request: FastifyRequest,
  { sessions }: KeyServiceCore,
  cookies: SessionCookies,
): Promise<PresentedSession | null> {
  const secret = cookies.sessionOf(request);
  // A change is somebody's, whatever it says.
  const unattended = !isChange(request) && request.headers[unattendedHeader.toLowerCase()] !== undefined;
  const session = secret === undefined ? undefined : await sessions.use(secret, { unattended });
  return secret === undefined || session === undefined ? null : { ...session, secret };
}

function isChange({ method }: FastifyRequest): boolean {
  return method !== 'GET' && method !== 'HEAD';
}

function requireOwnPage(request: FastifyRequest, origin: BrowserOrigin): void {
  const isOpenToAll = ruleOf(request) === 'anybody';
  // Nobody is told to sign in, wherever they come from.
  if (isOpenToAll || request.session !== null) origin.require(request);
  // Who signs in proves more than that: with a password.
  if (!isOpenToAll && request.session !== null) requireCsrfToken(request, request.session.secret);
}

/** @throws KeyServiceError `csrf` */
function requireCsrfToken(request: FastifyRequest, sessionSecret: string): void {
  const given = request.headers[csrfHeader.toLowerCase()];
  // Digests are of one length, and tell nothing of how much was right.
  const isRight = timingSafeEqual(secretDigest(String(given)), secretDigest(csrfTokenOf(sessionSecret)));
  if (isRight) return;
  throw new KeyServiceError(
    'csrf',
    `The header ${csrfHeader} is missing, or not that of your session`,
    'Take csrfToken from GET session, and send it with every change; reload the page when you use the web app.',
  );
}
