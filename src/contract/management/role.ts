/** Roles on an organization or a DMS, the highest first (dataminer-services spec 1.3). */
export const roles = ['owner', 'admin', 'member'] as const;
export type Role = (typeof roles)[number];

/** Whether a role is at least another one. */
export function reaches(role: Role, needed: Role): boolean {
  return roles.indexOf(role) <= roles.indexOf(needed);
}
