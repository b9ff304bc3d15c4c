import type { FastifyInstance, FastifyRequest } from 'fastify';
import { PageQuery } from '../../../contract/management/list.ts';
import { NewSystem, System, SystemChange, SystemList } from '../../../contract/management/organizations.ts';
import { managementPaths } from '../../../contract/management/paths.ts';
import { reaches } from '../../../contract/management/role.ts';
import { initiatorOf } from '../../access/principal.ts';
import type { KeyServiceCore } from '../../key-service-core.ts';
import type { SystemActor } from '../../organizations/systems.ts';
import { insideOf, placeOf, principalOf, systemOf } from './access-rule.ts';

/**
 * The DMSs of an organization.
 * @param context `allowedFolders` are those in or below which DMSs may be connected from here
 */
export function systemRoutes(
  app: FastifyInstance,
  { systems, systemList, authorization }: KeyServiceCore,
  { allowedFolders }: { readonly allowedFolders: readonly string[] },
): void {
  const actorOf = (request: FastifyRequest): SystemActor => ({
    initiator: initiatorOf(principalOf(request)),
    allowedFolders,
  });

  app.get<{ Querystring: PageQuery }>(
    managementPaths.systems,
    { config: { access: 'inside' }, schema: { querystring: PageQuery, response: { 200: SystemList } } },
    async (request) => await systemList.list({ ...insideOf(request), principal: principalOf(request) }, request.query),
  );
  app.post<{ Body: NewSystem }>(
    managementPaths.systems,
    {
      config: { access: { organization: 'connect systems' } },
      schema: { body: NewSystem, response: { 201: System } },
    },
    async (request, reply) => {
      const { organizationId, role } = placeOf(request);
      const principal = principalOf(request);
      // A Member has no role on DMSs of others, but becomes Owner of their own; who is more holds that role on all of them.
      const ownerId = principal.type === 'user' && !reaches(role, 'admin') ? principal.id : undefined;
      const { id } = await systems.create(organizationId, request.body, actorOf(request), ownerId);
      reply.code(201);
      const permitted = await authorization.onSystem(principal, organizationId, id, 'view system');
      return await systemList.get(permitted);
    },
  );
  app.get(
    managementPaths.system,
    { config: { access: { system: 'view system' } }, schema: { response: { 200: System } } },
    async (request) => await systemList.get(systemOf(request)),
  );
  app.patch<{ Body: SystemChange }>(
    managementPaths.system,
    {
      config: { access: { system: 'change system' } },
      schema: { body: SystemChange, response: { 200: System } },
    },
    async (request) => {
      const place = systemOf(request);
      await systems.change(place.systemId, request.body, actorOf(request));
      return await systemList.get(place);
    },
  );
}
