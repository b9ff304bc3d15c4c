import type { Role } from '../../../../src/contract/management/role.ts';

/** Roles as they are shown. */
export const roleNames: { readonly [role in Role]: string } = { owner: 'Owner', admin: 'Admin', member: 'Member' };
