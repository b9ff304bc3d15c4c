import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { OrganizationRight, SystemRight } from '../../../contract/management/rights.ts';
import {
  type InsideOrganization,
  type PermittedPlace,
  type PermittedSystem,
  signedIn,
} from '../../access/authorization.ts';
import type { Principal } from '../../access/principal.ts';
import { requireRecentSignIn } from '../../access/recent-sign-in.ts';
import type { KeyServiceCore } from '../../key-service-core.ts';
import { judgeAroundBody } from '../judge-around-body.ts';

/**
 * Who may call a route: anybody (signing in and the like), everybody who is signed in, those with any role in the organization
 * `:org` of its path or on one of its DMSs, or those with a right on the organization or the DMS `:dms`.
 */
export type AccessRule =
  | 'anybody'
  | 'signed-in'
  | 'inside'
  | { readonly organization: OrganizationRight }
  | { readonly system: SystemRight };

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Required for each route of the management API. */
    access?: AccessRule;
    /** For what a borrowed browser must not be able to do. */
    recentSignIn?: true;
  }
  interface FastifyRequest {
    /** The organization or DMS that the route's rule is about; null where it is about none. */
    place: PermittedPlace | null;
    /** The organization that the caller is inside of; null under another rule than `inside`. */
    inside: InsideOrganization | null;
  }
}

/**
 * Holds every route to its rule before anything else of the request is looked at, its body included, and again when that has
 * come. Deny by default (security practice 12): a route without a rule keeps the service from starting. Needs `request.principal`.
 */
export function enforceAccessRules(app: FastifyInstance, core: KeyServiceCore): void {
  app.decorateRequest('place', null);
  app.decorateRequest('inside', null);
  app.addHook('onRoute', ({ method, url, config }) => {
    if (config?.access === undefined) throw new Error(`${method} ${url} has no access rule: add config.access to it`);
  });
  judgeAroundBody(app, async (request) => {
    await enforce(ruleOf(request), request, core);
    if (request.routeOptions.config.recentSignIn) requireRecentSignIn(principalOf(request), core.environment);
  });
}

async function enforce(rule: AccessRule, request: FastifyRequest, { authorization }: KeyServiceCore): Promise<void> {
  if (rule === 'anybody') return;
  const principal = principalOf(request);
  if (rule === 'signed-in') return;
  const { org = '', dms = '' } = request.params as Readonly<Record<string, string>>;
  if (rule === 'inside') {
    request.inside = await authorization.insideOrganization(principal, org);
  } else if ('organization' in rule) {
    request.place = await authorization.onOrganization(principal, org, rule.organization);
  } else {
    request.place = await authorization.onSystem(principal, org, dms, rule.system);
  }
}

/** The rule of the route that a request is for. */
export function ruleOf(request: FastifyRequest): AccessRule {
  const rule = request.routeOptions.config.access;
  if (rule === undefined) throw new Error('the route has no access rule');
  return rule;
}

/** Who calls. @throws KeyServiceError `unauthenticated` for nobody */
export function principalOf(request: FastifyRequest): Principal {
  return signedIn(request.principal ?? undefined);
}

/** The organization or DMS behind a rule about one; `systemId` is null for an organization. */
export function placeOf(request: FastifyRequest): PermittedPlace {
  if (request.place === null) throw new Error('the access rule of the route is about no place');
  return request.place;
}

/** The DMS behind a rule about one. */
export function systemOf(request: FastifyRequest): PermittedSystem {
  const place = placeOf(request);
  if (place.systemId === null) throw new Error('the access rule of the route is about no DMS');
  return place;
}

/** The organization behind the rule `inside`. */
export function insideOf(request: FastifyRequest): InsideOrganization {
  if (request.inside === null) throw new Error('the access rule of the route is not about being inside');
  return request.inside;
}
