import type { FastifyInstance, FastifyRequest } from 'fastify';
import { PageQuery } from '../../../contract/management/list.ts';
import {
  NewOrganization,
  Organization,
  OrganizationChange,
  OrganizationList,
  type Retention,
} from '../../../contract/management/organizations.ts';
import { managementPaths } from '../../../contract/management/paths.ts';
import { nothingHere } from '../../access/authorization.ts';
import { initiatorOf } from '../../access/principal.ts';
import type { KeyServiceCore } from '../../key-service-core.ts';
import type { SeenOrganization } from '../../organizations/organizations.ts';
import { insideOf, placeOf, principalOf } from './access-rule.ts';

/** Organizations: everybody sees those where they have a role, on the organization or on a DMS in it. */
export function organizationRoutes(
  app: FastifyInstance,
  { organizations }: KeyServiceCore,
  { retention }: { readonly retention: Retention },
): void {
  const told = (organization: SeenOrganization): Organization => ({ ...organization, retention });
  const seen = async (request: FastifyRequest, id: string): Promise<Organization> => {
    const organization = await organizations.get(id, principalOf(request));
    if (organization === undefined) throw nothingHere('organization');
    return told(organization);
  };

  app.get<{ Querystring: PageQuery }>(
    managementPaths.organizations,
    { config: { access: 'signed-in' }, schema: { querystring: PageQuery, response: { 200: OrganizationList } } },
    async (request) => {
      const { items, next } = await organizations.list(principalOf(request), request.query);
      return { items: items.map(told), next };
    },
  );
  app.post<{ Body: NewOrganization }>(
    managementPaths.organizations,
    { config: { access: 'signed-in' }, schema: { body: NewOrganization, response: { 201: Organization } } },
    async (request, reply) => {
      const id = await organizations.createOwned(request.body.name, principalOf(request));
      reply.code(201);
      return await seen(request, id);
    },
  );
  app.get(
    managementPaths.organization,
    { config: { access: 'inside' }, schema: { response: { 200: Organization } } },
    async (request) => await seen(request, insideOf(request).organizationId),
  );
  app.patch<{ Body: OrganizationChange }>(
    managementPaths.organization,
    {
      config: { access: { organization: 'change organization' } },
      schema: { body: OrganizationChange, response: { 200: Organization } },
    },
    async (request) => {
      const { organizationId } = placeOf(request);
      await organizations.change(organizationId, request.body, initiatorOf(principalOf(request)));
      return await seen(request, organizationId);
    },
  );
}
