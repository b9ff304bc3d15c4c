/** Roles on an organization or a DMS, the highest first (dataminer-services spec 1.3). */
export const roles = ['owner', 'admin', 'member'] as const;
export type Role = (typeof roles)[number];
