import {
  type OrganizationRight,
  organizationRights,
  type SystemRight,
  systemRights,
} from '../../contract/management/rights.ts';
import { type Role, roles } from '../../contract/management/role.ts';

/**
 * What can be done, and the lowest role that may do it (dataminer-services spec 1.3; of its conflicts we take the page about
 * the matter itself: keys need Admin). What is not listed cannot be done.
 */
const organizationRoles: { readonly [right in OrganizationRight]: Role } = {
  'view organization': 'member',
  'change organization': 'admin',
  'connect systems': 'member',
  'view users': 'member',
  leave: 'member',
  'manage users': 'admin',
  'manage owners': 'owner',
  'manage tokens': 'admin',
  'manage keys': 'admin',
  'break the gate': 'owner',
  'read audit': 'admin',
};

const systemRoles: { readonly [right in SystemRight]: Role } = {
  'view system': 'member',
  'change system': 'admin',
  'view users': 'member',
  leave: 'member',
  'manage users': 'admin',
  'manage owners': 'owner',
  'manage keys': 'admin',
  'break the gate': 'owner',
  'view deployments': 'member',
  'manage deployments': 'admin',
};

/** Whether a role on an organization includes a right. */
export function roleAllowsOnOrganization(role: Role, right: OrganizationRight): boolean {
  return reaches(role, organizationRoles[right]);
}

/** Whether a role on a DMS includes a right. */
export function roleAllowsOnSystem(role: Role, right: SystemRight): boolean {
  return reaches(role, systemRoles[right]);
}

/** Everything that a role on an organization includes; nothing without one. */
export function rightsOnOrganization(role: Role | null): OrganizationRight[] {
  return organizationRights.filter((right) => role !== null && roleAllowsOnOrganization(role, right));
}

/** Everything that a role on a DMS includes. */
export function rightsOnSystem(role: Role): SystemRight[] {
  return systemRights.filter((right) => roleAllowsOnSystem(role, right));
}

/** The role on a DMS: the one held there, or that of an Owner or Admin of its organization, whichever is higher. */
export function roleOnSystem(onOrganization: Role | null | undefined, held: Role | null | undefined): Role | undefined {
  const inherited = onOrganization && reaches(onOrganization, 'admin') ? onOrganization : undefined;
  if (inherited === undefined || held === null || held === undefined) return inherited ?? held ?? undefined;
  return reaches(held, inherited) ? held : inherited;
}

/** Whether a role is at least another one. */
export function reaches(role: Role, needed: Role): boolean {
  return roles.indexOf(role) <= roles.indexOf(needed);
}
