import type { FastifyInstance } from 'fastify';
import { PageQuery } from '../../../contract/management/list.ts';
import { managementPaths } from '../../../contract/management/paths.ts';
import { CreatedToken, NewToken, TokenList, TokenToRevoke } from '../../../contract/management/users.ts';
import type { KeyServiceCore } from '../../key-service-core.ts';
import { type AccessRule, placeOf } from './access-rule.ts';
import { actorOf } from './user-routes.ts';

const access: AccessRule = { organization: 'manage tokens' };

/** API tokens of an organization. */
export function tokenRoutes(app: FastifyInstance, { tokens }: KeyServiceCore): void {
  app.get<{ Querystring: PageQuery }>(
    managementPaths.tokens,
    { config: { access }, schema: { querystring: PageQuery, response: { 200: TokenList } } },
    async (request) => await tokens.list(placeOf(request).organizationId, request.query),
  );
  app.post<{ Body: NewToken }>(
    managementPaths.tokens,
    { config: { access, recentSignIn: true }, schema: { body: NewToken, response: { 201: CreatedToken } } },
    async (request, reply) => {
      reply.code(201);
      return await tokens.create(placeOf(request).organizationId, request.body, actorOf(request));
    },
  );
  app.delete<{ Body: TokenToRevoke }>(
    managementPaths.tokens,
    { config: { access }, schema: { body: TokenToRevoke } },
    async (request, reply) => {
      await tokens.revoke(placeOf(request).organizationId, request.body.id, actorOf(request));
      return reply.code(204).send();
    },
  );
}
