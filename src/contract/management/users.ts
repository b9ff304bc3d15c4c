import { type Static, Type } from 'typebox';
import { Guid, Name, Timestamp } from '../formats.ts';
import { ListOf } from './list.ts';
import { roles } from './role.ts';
import { Email, NewPassword } from './session.ts';

/** Somebody with a role on an organization or a DMS. */
export const User = Type.Object({
  id: Guid,
  email: Type.String(),
  name: Type.String(),
  role: Type.Enum(roles),
  /** True where the role on a DMS comes from the organization. */
  inherited: Type.Boolean(),
  createdAt: Timestamp,
  lastSeenAt: Type.Union([Timestamp, Type.Null()]),
});
export type User = Static<typeof User>;
export const UserList = ListOf(User);

/** Somebody who was just given a role. */
export const AddedUser = Type.Object({
  ...User.properties,
  /**
   * True when the account was there before and had no role in this organization: somebody else made it and may know its password.
   */
  existed: Type.Boolean(),
});
export type AddedUser = Static<typeof AddedUser>;

/** Gives somebody a role; name and password are needed when the service does not know the address yet, and not used otherwise. */
export const NewUser = Type.Object(
  { email: Email, role: Type.Enum(roles), name: Type.Optional(Name), password: Type.Optional(NewPassword) },
  { additionalProperties: false },
);
export type NewUser = Static<typeof NewUser>;

/** Gives somebody another role. */
export const UserChange = Type.Object(
  {
    role: Type.Enum(roles),
    /** The role that the caller has seen, so that nobody overwrites unseen what another gave meanwhile. */
    formerRole: Type.Optional(Type.Enum(roles, { description: 'refused with 409 when it is another by now' })),
  },
  { additionalProperties: false },
);
export type UserChange = Static<typeof UserChange>;

/** An API token for automation; it holds a role on its organization and all of its DMSs. */
export const Token = Type.Object({
  id: Guid,
  name: Type.String(),
  role: Type.Enum(roles),
  masked: Type.String(),
  state: Type.Union([Type.Literal('active'), Type.Literal('expired'), Type.Literal('revoked')]),
  createdAt: Timestamp,
  createdBy: Type.String(),
  expiresAt: Type.Union([Timestamp, Type.Null()]),
  lastUsedAt: Type.Union([Timestamp, Type.Null()]),
});
export type Token = Static<typeof Token>;
export const TokenList = ListOf(Token);

export const NewToken = Type.Object(
  { name: Name, role: Type.Enum(roles), expiresAt: Type.Optional(Timestamp) },
  { additionalProperties: false },
);
export type NewToken = Static<typeof NewToken>;

/** A new token; its value is shown this once. */
export const CreatedToken = Type.Object({ ...Token.properties, token: Type.String() });
export type CreatedToken = Static<typeof CreatedToken>;

/** Which token a DELETE of the collection means. */
export const TokenToRevoke = Type.Object({ id: Guid }, { additionalProperties: false });
export type TokenToRevoke = Static<typeof TokenToRevoke>;
