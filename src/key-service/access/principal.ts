import type { Initiator } from '../../contract/management/initiator.ts';
import type { Role } from '../../contract/management/role.ts';

/** Who calls the management API: somebody signed in, or a token. Nobody is `undefined`. */
export type Principal = UserPrincipal | TokenPrincipal;

export interface UserPrincipal {
  readonly type: 'user';
  readonly id: string;
  readonly email: string;
  readonly name: string;
  /** When the user signed in, in milliseconds since 1970. */
  readonly signedInAt: number;
}

export interface TokenPrincipal {
  readonly type: 'token';
  readonly id: string;
  readonly name: string;
  readonly organizationId: string;
  readonly role: Role;
}

/** A principal as records name it. */
export function initiatorOf(principal: Principal): Initiator {
  return { type: principal.type, id: principal.id, name: principal.type === 'user' ? principal.email : principal.name };
}

/** Who did something, in a text that stands alone: people name tokens as they like, and not one may pass for a person. */
export function signatureOf({ type, name }: Pick<Initiator, 'type' | 'name'>): string {
  return type === 'token' ? `${name} (token)` : name;
}

/** The service itself, for what it does without being asked. */
export const serviceInitiator: Initiator = { type: 'system', id: null, name: 'key service' };
