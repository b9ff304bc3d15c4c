import { type Static, Type } from 'typebox';

/** Roles on an organization or a DMS, the highest first (dataminer-services spec 1.3). */
export const roles = ['owner', 'admin', 'member'] as const;

export const Role = Type.Enum(roles);
export type Role = Static<typeof Role>;
