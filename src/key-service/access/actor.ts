import type { Initiator } from '../../contract/management/initiator.ts';
import { type Role, reaches } from '../../contract/management/role.ts';
import { KeyServiceError } from '../key-service-error.ts';
import type { Queries, Tables } from '../store/schema.ts';
import { roleOnSystem } from './rights.ts';
import { heldRole, lockPlace, type RolePlace } from './roles.ts';
import { tokenState } from './token-state.ts';

/** Who changes something about users or tokens, with the role that they hold on the place where it is; the operator is an Owner. */
export interface Actor {
  readonly initiator: Initiator;
  readonly role: Role;
}

/**
 * Keeps the roles of a place as they are until the transaction ends, as `lockPlace` does, for somebody whose request was permitted
 * before: what was taken from them since then counts already.
 * @param now in milliseconds since 1970
 * @throws KeyServiceError `not-found` when there is no such place, `forbidden` for somebody who holds less than that role by now
 */
export async function lockPlaceFor(
  transaction: Queries,
  place: RolePlace,
  { initiator, role }: Actor,
  now: number,
): Promise<void> {
  await lockPlace(transaction, place);
  const held = await roleNow(transaction, place, initiator, now);
  if (held !== undefined && reaches(held, role)) return;
  throw new KeyServiceError(
    'forbidden',
    'The role that allows this was taken away just now',
    'Nothing was changed. Ask an Owner or Admin for a higher role.',
  );
}

/**
 * A role is for good: a token that ends may not give any, since whoever got it would outlive the token.
 * @throws KeyServiceError `forbidden`
 */
export async function requireNoEnd(transaction: Queries, { initiator }: Actor): Promise<void> {
  const token = initiator.type === 'token' ? await tokenRow(transaction, initiator) : undefined;
  if (token === undefined || token.expires_at === null) return;
  throw new KeyServiceError(
    'forbidden',
    'A token that ends gives nobody a role, which would outlive it',
    'Sign in and give the role yourself, or use a token without an end.',
  );
}

/** The row of the token that asks; its place is locked, and by that the row. */
export async function tokenRow(transaction: Queries, { id }: Initiator): Promise<Tables['tokens'] | undefined> {
  return await transaction
    .selectFrom('tokens')
    .selectAll()
    .where('id', '=', id ?? '')
    .executeTakeFirst();
}

/** The role that somebody holds by now on a place that is locked. */
async function roleNow(
  transaction: Queries,
  place: RolePlace,
  initiator: Initiator,
  now: number,
): Promise<Role | undefined> {
  if (initiator.type === 'operator' || initiator.type === 'system') return 'owner';
  if (initiator.type === 'token') {
    const token = await tokenRow(transaction, initiator);
    const isHere = token?.organization_id === place.organizationId && tokenState(token, now) === 'active';
    return isHere ? token.role : undefined;
  }
  const userId = initiator.id ?? '';
  const onOrganization = await heldRole(transaction, { ...place, systemId: null }, userId);
  if (place.systemId === null) return onOrganization;
  return roleOnSystem(onOrganization, await heldRole(transaction, place, userId));
}
