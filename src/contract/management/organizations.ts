import { type Static, Type } from 'typebox';
import { Guid, Name, Timestamp } from '../formats.ts';
import { ListOf } from './list.ts';
import { organizationRights, systemRights } from './rights.ts';
import { roles } from './role.ts';

const MyRole = Type.Union([Type.Enum(roles), Type.Null()], {
  description: 'role of the caller; null when only on something within',
});
const Version = Type.Integer({ minimum: 1 });

/** How long the service keeps what it does not need for ever, in days; its operator chooses. */
export const Retention = Type.Object({
  packageDays: Type.Integer({ description: 'packages, since they were uploaded or last deployed' }),
  callerDays: Type.Integer({ description: 'who used a key, since their last call' }),
});
export type Retention = Static<typeof Retention>;

export const Organization = Type.Object({
  id: Guid,
  name: Type.String(),
  role: MyRole,
  rights: Type.Array(Type.Enum(organizationRights), { description: 'what the caller may do' }),
  version: Version,
  createdAt: Timestamp,
  retention: Retention,
});
export type Organization = Static<typeof Organization>;
export const OrganizationList = ListOf(Organization);

export const NewOrganization = Type.Object({ name: Name }, { additionalProperties: false });
export type NewOrganization = Static<typeof NewOrganization>;
export const OrganizationChange = Type.Object(
  { name: Type.Optional(Name), version: Type.Optional(Version) },
  { additionalProperties: false },
);
export type OrganizationChange = Static<typeof OrganizationChange>;

/** How the service reaches a DMS. */
export const Connector = Type.Object({
  type: Type.Literal('folder'),
  folder: Type.String({ minLength: 1, maxLength: 1000 }),
});
export type Connector = Static<typeof Connector>;

export const System = Type.Object({
  id: Guid,
  organizationId: Guid,
  name: Type.String(),
  role: MyRole,
  rights: Type.Array(Type.Enum(systemRights), { description: 'what the caller may do' }),
  /** Shown to those who may change it; null for others. */
  connector: Type.Union([Connector, Type.Null()]),
  /** Whether the connector can reach the DMS now, and why not. */
  status: Type.Object({ reachable: Type.Boolean(), reason: Type.Union([Type.String(), Type.Null()]) }),
  version: Version,
  createdAt: Timestamp,
});
export type System = Static<typeof System>;
export const SystemList = ListOf(System);

export const NewSystem = Type.Object({ name: Name, connector: Connector }, { additionalProperties: false });
export type NewSystem = Static<typeof NewSystem>;
export const SystemChange = Type.Object(
  { name: Type.Optional(Name), connector: Type.Optional(Connector), version: Type.Optional(Version) },
  { additionalProperties: false },
);
export type SystemChange = Static<typeof SystemChange>;
