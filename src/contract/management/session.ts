import { type Static, Type } from 'typebox';
import { Guid, Name, Timestamp } from '../formats.ts';
import { maxPasswordLength, minPasswordLength } from '../limits.ts';
import { Initiator } from './initiator.ts';

/** Longest e-mail address of an account. */
export const maxEmailLength = 254;
export const Email = Type.String({ minLength: 3, maxLength: maxEmailLength, pattern: '^[^@\\s]+@[^@\\s]+$' });

export const NewPassword = Type.String({ minLength: minPasswordLength, maxLength: maxPasswordLength });
/** Characters that a keyboard composes of several arrive as several. */
const GivenPassword = Type.String({ minLength: 1, maxLength: 4 * maxPasswordLength });

/** Body of signing in. */
export const SignIn = Type.Object({ email: Email, password: GivenPassword }, { additionalProperties: false });
export type SignIn = Static<typeof SignIn>;

/** Who am I? */
export const Session = Type.Object({
  principal: Initiator,
  /** The signed-in user; null for an API token. */
  user: Type.Union([Type.Object({ id: Guid, email: Type.String(), name: Type.String() }), Type.Null()]),
  /** To be sent back in `X-CSRF-Token` with every change; null for an API token, which needs none. */
  csrfToken: Type.Union([Type.String(), Type.Null()]),
  signedInAt: Type.Union([Timestamp, Type.Null()]),
  /** Until then reveal, regenerate and revoke work without signing in again; null for an API token. */
  recentUntil: Type.Union([Timestamp, Type.Null()]),
});
export type Session = Static<typeof Session>;

export const ChangePassword = Type.Object(
  { current: GivenPassword, password: NewPassword },
  { additionalProperties: false },
);
export type ChangePassword = Static<typeof ChangePassword>;

/** Whether the service still waits for its first Owner. */
export const SetupState = Type.Object({ open: Type.Boolean() });
export type SetupState = Static<typeof SetupState>;

/** The first Owner and organization, behind the one-time token that the service prints when it starts without any. */
export const Setup = Type.Object(
  {
    token: Type.String({ minLength: 1, maxLength: 200 }),
    organization: Name,
    email: Email,
    name: Name,
    password: NewPassword,
  },
  { additionalProperties: false },
);
export type Setup = Static<typeof Setup>;
