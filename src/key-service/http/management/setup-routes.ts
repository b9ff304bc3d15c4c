import type { FastifyInstance } from 'fastify';
import { managementPaths } from '../../../contract/management/paths.ts';
import { Session, Setup, SetupState } from '../../../contract/management/session.ts';
import type { KeyServiceCore } from '../../key-service-core.ts';
import { addressOf, signInBrowser } from './browser-session.ts';
import type { Browsers } from './principal-hook.ts';

/** The first Owner of a new service, behind the token that it printed when it started. */
export function setupRoutes(app: FastifyInstance, core: KeyServiceCore, browsers: Browsers): void {
  app.get(
    managementPaths.setup,
    { config: { access: 'anybody' }, schema: { response: { 200: SetupState } } },
    async (): Promise<SetupState> => ({ open: await core.setupToken.isOpen() }),
  );
  app.post<{ Body: Setup }>(
    managementPaths.setup,
    { config: { access: 'anybody' }, schema: { body: Setup, response: { 201: Session } } },
    async (request, reply) => {
      browsers.origin.requireSafeWay(request);
      await core.setupToken.use(request.body, addressOf(request));
      reply.code(201);
      return await signInBrowser(core, browsers, { request, reply, given: request.body });
    },
  );
}
