import type { FastifyInstance, FastifyRequest } from 'fastify';
import { PageQuery } from '../../../contract/management/list.ts';
import { managementPaths } from '../../../contract/management/paths.ts';
import type { OrganizationRight, SystemRight } from '../../../contract/management/rights.ts';
import { AddedUser, NewUser, User, UserChange, UserList } from '../../../contract/management/users.ts';
import type { Actor } from '../../access/actor.ts';
import { requireRight } from '../../access/authorization.ts';
import { initiatorOf } from '../../access/principal.ts';
import type { KeyServiceCore } from '../../key-service-core.ts';
import { type AccessRule, placeOf, principalOf } from './access-rule.ts';

interface UserPaths {
  readonly list: string;
  readonly user: string;
  readonly rule: (right: OrganizationRight & SystemRight) => AccessRule;
}

const onOrganization: UserPaths = {
  list: managementPaths.organizationUsers,
  user: managementPaths.organizationUser,
  rule: (right) => ({ organization: right }),
};

const onSystem: UserPaths = {
  list: managementPaths.systemUsers,
  user: managementPaths.systemUser,
  rule: (right) => ({ system: right }),
};

/** Who holds which role, on organizations and on DMSs. */
export function userRoutes(app: FastifyInstance, core: KeyServiceCore): void {
  for (const paths of [onOrganization, onSystem]) routesAt(paths, app, core);
}

function routesAt({ list, user, rule }: UserPaths, app: FastifyInstance, core: KeyServiceCore): void {
  const { users } = core;
  app.get<{ Querystring: PageQuery }>(
    list,
    { config: { access: rule('view users') }, schema: { querystring: PageQuery, response: { 200: UserList } } },
    async (request) => await users.list(placeOf(request), request.query),
  );
  app.post<{ Body: NewUser }>(
    list,
    {
      config: { access: rule('manage users'), recentSignIn: true },
      schema: { body: NewUser, response: { 201: AddedUser } },
    },
    async (request, reply) => {
      reply.code(201);
      return await users.add(placeOf(request), request.body, actorOf(request));
    },
  );
  app.patch<{ Params: { user: string }; Body: UserChange }>(
    user,
    {
      config: { access: rule('manage users'), recentSignIn: true },
      schema: { body: UserChange, response: { 200: User } },
    },
    async (request) => {
      return await users.change(placeOf(request), request.params.user, request.body, actorOf(request));
    },
  );
  app.delete<{ Params: { user: string } }>(user, { config: { access: rule('leave') } }, async (request, reply) => {
    const isSelf = request.params.user.toLowerCase() === request.session?.user.id;
    if (!isSelf) requireRight(placeOf(request), 'manage users');
    await users.remove(placeOf(request), request.params.user, actorOf(request));
    return reply.code(204).send();
  });
}

/** Who asks, with the role that permits it. */
export function actorOf(request: FastifyRequest): Actor {
  return { initiator: initiatorOf(principalOf(request)), role: placeOf(request).role };
}
