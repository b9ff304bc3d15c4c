import type { Initiator } from '../../contract/management/initiator.ts';
import type { Role } from '../../contract/management/role.ts';

/** Who changes something about users or tokens, with the role that they hold on the place where it is; the operator is an Owner. */
export interface Actor {
  readonly initiator: Initiator;
  readonly role: Role;
}
