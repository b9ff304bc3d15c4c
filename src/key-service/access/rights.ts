import {
  type OrganizationKeysRole,
  type OrganizationRight,
  organizationRights,
  rolesForOrganizationRights,
  rolesForSystemRights,
  type SystemRight,
  systemRights,
} from '../../contract/management/rights.ts';
import { type Role, reaches } from '../../contract/management/role.ts';

/** The lowest role that has each right on an organization. */
export type OrganizationRoles = Readonly<Record<OrganizationRight, Role>>;

/**
 * The roles that rights on an organization need where an operator has chosen something else for its keys (dataminer-services spec
 * 1.3, conflict: of the sources, one asks for an Admin, others for an Owner).
 * @param keys the lowest role that manages the organization's own key sets
 */
export function organizationRoles(
  keys: OrganizationKeysRole = rolesForOrganizationRights['manage keys'],
): OrganizationRoles {
  return { ...rolesForOrganizationRights, 'manage keys': keys };
}

/** Whether a role on an organization includes a right. */
export function roleAllowsOnOrganization(
  role: Role,
  right: OrganizationRight,
  roles: OrganizationRoles = rolesForOrganizationRights,
): boolean {
  return reaches(role, roles[right]);
}

/** Whether a role on a DMS includes a right. */
export function roleAllowsOnSystem(role: Role, right: SystemRight): boolean {
  return reaches(role, rolesForSystemRights[right]);
}

/** Everything that a role on an organization includes; nothing without one. */
export function rightsOnOrganization(role: Role | null, roles: OrganizationRoles): OrganizationRight[] {
  return organizationRights.filter((right) => role !== null && roleAllowsOnOrganization(role, right, roles));
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
