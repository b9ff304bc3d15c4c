import type { FastifyInstance } from 'fastify';
import { managementPaths } from '../../../contract/management/paths.ts';
import { ChangePassword, Session, SignIn } from '../../../contract/management/session.ts';
import type { KeyServiceCore } from '../../key-service-core.ts';
import { addressOf, beginInBrowser, ownSession, sessionAnswer, signInBrowser } from './browser-session.ts';
import type { Browsers } from './principal-hook.ts';

/** Signing in and out, who one is, and one's own password. */
export function sessionRoutes(app: FastifyInstance, core: KeyServiceCore, browsers: Browsers): void {
  app.post<{ Body: SignIn }>(
    managementPaths.session,
    { config: { access: 'anybody' }, schema: { body: SignIn, response: { 200: Session } } },
    async (request, reply) => await signInBrowser(core, browsers, { request, reply, given: request.body }),
  );
  app.get(
    managementPaths.session,
    { config: { access: 'signed-in' }, schema: { response: { 200: Session } } },
    async (request) => sessionAnswer(request),
  );
  app.delete(managementPaths.session, { config: { access: 'signed-in' } }, async (request, reply) => {
    await core.signIns.signOut(ownSession(request));
    browsers.cookies.clearSession(request, reply);
    return reply.code(204).send();
  });
  app.post<{ Body: ChangePassword }>(
    managementPaths.password,
    { config: { access: 'signed-in' }, schema: { body: ChangePassword, response: { 200: Session } } },
    async (request, reply) => {
      const begun = await core.accounts.changePassword(ownSession(request), request.body, addressOf(request));
      return beginInBrowser(browsers.cookies, { request, reply, begun });
    },
  );
}
