import type { FastifyInstance, FastifyRequest } from 'fastify';
import { managementPaths } from '../../../contract/management/paths.ts';
import { Session } from '../../../contract/management/session.ts';
import { initiatorOf } from '../../access/principal.ts';
import { recentUntil } from '../../access/recent-sign-in.ts';
import { csrfTokenOf } from '../../access/sessions.ts';
import { timestamp } from '../../environment.ts';
import { principalOf } from './access-rule.ts';

/** Signing in and out, and who one is. */
export function sessionRoutes(app: FastifyInstance): void {
  app.get(
    managementPaths.session,
    { config: { access: 'signed-in' }, schema: { response: { 200: Session } } },
    async (request) => sessionAnswer(request),
  );
}

function sessionAnswer(request: FastifyRequest): Session {
  const principal = principalOf(request);
  const session = request.session;
  return {
    principal: initiatorOf(principal),
    user: session && { id: session.user.id, email: session.user.email, name: session.user.name },
    csrfToken: session && csrfTokenOf(session.secret),
    signedInAt: session && timestamp(session.user.signedInAt),
    recentUntil: session && timestamp(recentUntil(session.user.signedInAt)),
  };
}
