import type { OrganizationRight, SystemRight } from '../../contract/management/rights.ts';
import type { Role } from '../../contract/management/role.ts';
import { KeyServiceError } from '../key-service-error.ts';
import type { Database } from '../store/schema.ts';
import type { Principal } from './principal.ts';
import { type OrganizationRoles, roleAllowsOnOrganization, roleAllowsOnSystem, roleOnSystem } from './rights.ts';

/** The organization or DMS that a permitted request works on, and the role that permits it. */
export interface PermittedOrganization {
  readonly organizationId: string;
  readonly systemId: null;
  readonly role: Role;
}

export interface PermittedSystem {
  readonly organizationId: string;
  readonly systemId: string;
  readonly role: Role;
}

/** An organization that somebody has a role in, or on one of its DMSs; then `role`, the one on itself, may be null. */
export interface InsideOrganization {
  readonly organizationId: string;
  readonly role: Role | null;
}

export type PermittedPlace = PermittedOrganization | PermittedSystem;

/**
 * The one place where it is decided who may do what (design 5, access): nobody gets `unauthenticated`, an outsider `not-found`
 * exactly as for something that does not exist, a member without the right `forbidden`.
 */
export class Authorization {
  readonly #db: Database;
  readonly #roles: OrganizationRoles;

  /** @param roles the lowest role that has each right on an organization */
  constructor(db: Database, roles: OrganizationRoles) {
    this.#db = db;
    this.#roles = roles;
  }

  /** @throws KeyServiceError `unauthenticated`, `not-found`, `forbidden` */
  async onOrganization(
    principal: Principal | undefined,
    organizationId: string,
    right: OrganizationRight,
  ): Promise<PermittedOrganization> {
    const known = signedIn(principal);
    const id = organizationId.toLowerCase();
    const role = await this.organizationRole(known, id);
    if (role === undefined) {
      // Whoever works on one of its DMSs only knows that the organization is there, and no more of it.
      if (await this.#hasSystemWithin(known, id)) throw forbidden();
      throw nothingHere('organization');
    }
    if (!roleAllowsOnOrganization(role, right, this.#roles)) throw forbidden();
    return { organizationId: id, systemId: null, role };
  }

  /**
   * For what everybody with a role on an organization or on one of its DMSs may see of it.
   * @throws KeyServiceError `not-found`
   */
  async insideOrganization(principal: Principal, organizationId: string): Promise<InsideOrganization> {
    const id = organizationId.toLowerCase();
    const role = await this.organizationRole(principal, id);
    if (role !== undefined) return { organizationId: id, role };
    if (await this.#hasSystemWithin(principal, id)) return { organizationId: id, role: null };
    throw nothingHere('organization');
  }

  /** @throws KeyServiceError `unauthenticated`, `not-found`, `forbidden` */
  async onSystem(
    principal: Principal | undefined,
    organizationId: string,
    systemId: string,
    right: SystemRight,
  ): Promise<PermittedSystem> {
    const known = signedIn(principal);
    const place = { organizationId: organizationId.toLowerCase(), systemId: systemId.toLowerCase() };
    const role = await this.systemRole(known, place);
    if (role === undefined) throw nothingHere('DMS');
    if (!roleAllowsOnSystem(role, right)) throw forbidden();
    return { ...place, role };
  }

  /** The role on an organization; undefined for outsiders, and when there is no such organization. */
  async organizationRole(principal: Principal, organizationId: string): Promise<Role | undefined> {
    if (principal.type === 'token') return principal.organizationId === organizationId ? principal.role : undefined;
    const row = await this.#db
      .selectFrom('roles')
      .select('role')
      .where('user_id', '=', principal.id)
      .where('scope_id', '=', organizationId)
      .executeTakeFirst();
    return row?.role;
  }

  /**
   * The role on a DMS: the one held there, or that of an Owner or Admin of its organization, whichever is higher; a token holds
   * its role on all DMSs of its organization. One query, whether there is such a DMS or not.
   */
  async systemRole(
    principal: Principal,
    place: { readonly organizationId: string; readonly systemId: string },
  ): Promise<Role | undefined> {
    const system = this.#db
      .selectFrom('systems')
      .where('systems.id', '=', place.systemId)
      .where('systems.organization_id', '=', place.organizationId);
    if (principal.type === 'token') {
      const isThere = (await system.select('systems.id').executeTakeFirst()) !== undefined;
      return isThere ? await this.organizationRole(principal, place.organizationId) : undefined;
    }
    const held = await system
      .innerJoin('roles', (join) =>
        join.on((on) => on('scope_id', 'in', [place.organizationId, place.systemId])).on('user_id', '=', principal.id),
      )
      .select(['role', 'scope_id'])
      .execute();
    const roleOn = (scope: string) => held.find((row) => row.scope_id === scope)?.role;
    return roleOnSystem(roleOn(place.organizationId), roleOn(place.systemId));
  }

  async #hasSystemWithin(principal: Principal, organizationId: string): Promise<boolean> {
    if (principal.type === 'token') return false;
    const row = await this.#db
      .selectFrom('roles')
      .select('scope_id')
      .where('user_id', '=', principal.id)
      .where('organization_id', '=', organizationId)
      .executeTakeFirst();
    return row !== undefined;
  }
}

/**
 * Asks a permitted request for one more right on its place.
 * @throws KeyServiceError `forbidden`
 */
export function requireRight({ systemId, role }: PermittedPlace, right: OrganizationRight & SystemRight): void {
  const isAllowed = systemId === null ? roleAllowsOnOrganization(role, right) : roleAllowsOnSystem(role, right);
  if (!isAllowed) throw forbidden();
}

/** @throws KeyServiceError `unauthenticated` for nobody */
export function signedIn(principal: Principal | undefined): Principal {
  if (principal !== undefined) return principal;
  throw new KeyServiceError(
    'unauthenticated',
    'Nobody is signed in',
    'Sign in, or send a token in the Authorization header.',
  );
}

/** What somebody gets who asks for something that is not there, or that is not theirs to see. */
export function nothingHere(what: string): KeyServiceError {
  return new KeyServiceError(
    'not-found',
    `There is no such ${what}`,
    'Check the address; it may also be one that you are not a member of.',
  );
}

/** What a member gets whose role does not include what was asked for. */
export function forbidden(): KeyServiceError {
  return new KeyServiceError('forbidden', 'Your role does not allow this', 'Ask an Owner or Admin for a higher role.');
}
