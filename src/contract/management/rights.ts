import type { Role } from './role.ts';

/*
 * What can be done, and the lowest role that may do it (dataminer-services spec 1.3; of its conflicts we take the page about the
 * matter itself: keys need Admin). What is not listed cannot be done.
 */

/** With an organization. */
export const rolesForOrganizationRights = {
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
} as const satisfies { readonly [right in string]: Role };
export type OrganizationRight = keyof typeof rolesForOrganizationRights;
export const organizationRights = Object.keys(rolesForOrganizationRights) as OrganizationRight[];

/** Roles that the key sets of an organization may be left to; a Member never manages keys. */
export const organizationKeysRoles = ['admin', 'owner'] as const;
export type OrganizationKeysRole = (typeof organizationKeysRoles)[number];

/** With a DMS. */
export const rolesForSystemRights = {
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
} as const satisfies { readonly [right in string]: Role };
export type SystemRight = keyof typeof rolesForSystemRights;
export const systemRights = Object.keys(rolesForSystemRights) as SystemRight[];
