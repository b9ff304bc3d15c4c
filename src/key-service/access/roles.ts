import type { Role } from '../../contract/management/role.ts';
import type { Revocation } from '../audit/revocation.ts';
import { KeyServiceError } from '../key-service-error.ts';
import { lockRow } from '../store/lock.ts';
import type { Queries } from '../store/schema.ts';

/** Where a role is held: on an organization, or on one DMS of it. */
export interface RolePlace {
  readonly organizationId: string;
  readonly systemId: string | null;
}

/** Under which ID the roles of a place are kept. */
export function scopeOf({ organizationId, systemId }: RolePlace): string {
  return systemId ?? organizationId;
}

/**
 * Gives somebody a role on a place, or another one than they had, in the transaction of whatever makes that so: whoever creates an
 * organization or connects a DMS is its Owner. Lock the organization before when it may be its last Owner's.
 * @returns what no restored copy of the database may take back
 */
export async function giveRole(
  transaction: Queries,
  place: RolePlace,
  { userId, role, now }: { readonly userId: string; readonly role: Role; readonly now: number },
): Promise<Revocation> {
  await transaction
    .insertInto('roles')
    .values({
      user_id: userId,
      organization_id: place.organizationId,
      system_id: place.systemId,
      scope_id: scopeOf(place),
      role,
      created_at: now,
    })
    .onConflict((conflict) => conflict.columns(['user_id', 'scope_id']).doUpdateSet({ role }))
    .execute();
  return { kind: 'role', userId, scopeId: scopeOf(place), role };
}

/** Takes the role on a place away. @returns what no restored copy of the database may give back */
export async function takeRole(transaction: Queries, place: RolePlace, userId: string): Promise<Revocation> {
  await transaction.deleteFrom('roles').where('user_id', '=', userId).where('scope_id', '=', scopeOf(place)).execute();
  return { kind: 'role', userId, scopeId: scopeOf(place), role: null };
}

/** The role that somebody holds on a place itself; undefined for none. */
export async function heldRole(queries: Queries, place: RolePlace, userId: string): Promise<Role | undefined> {
  const row = await queries
    .selectFrom('roles')
    .select('role')
    .where('user_id', '=', userId)
    .where('scope_id', '=', scopeOf(place))
    .executeTakeFirst();
  return row?.role;
}

/**
 * Keeps the roles of a place as they are until the transaction ends, but for what it does itself.
 * @throws KeyServiceError `not-found` when there is no such place
 */
export async function lockPlace(transaction: Queries, { organizationId, systemId }: RolePlace): Promise<void> {
  await lockRow(transaction, 'organizations', organizationId);
  const organizations = transaction.selectFrom('organizations').where('organizations.id', '=', organizationId);
  const found =
    systemId === null
      ? await organizations.select('organizations.id').executeTakeFirst()
      : await organizations
          .innerJoin('systems', 'systems.organization_id', 'organizations.id')
          .select('systems.id')
          .where('systems.id', '=', systemId)
          .executeTakeFirst();
  if (found !== undefined) return;
  const what = systemId === null ? `organization ${organizationId}` : `DMS ${systemId} in this organization`;
  throw new KeyServiceError('not-found', `There is no ${what}`, 'Check the ID.');
}

/**
 * Keeps an organization from losing its last Owner (security practice 12). A DMS needs none of its own: the Owners of its
 * organization are Owners of it. The place is locked.
 * @throws KeyServiceError `conflict`
 */
export async function requireAnotherOwner(transaction: Queries, place: RolePlace, userId: string): Promise<void> {
  if (place.systemId !== null) return;
  const another = await transaction
    .selectFrom('roles')
    .select('user_id')
    .where('scope_id', '=', scopeOf(place))
    .where('role', '=', 'owner')
    .where('user_id', '!=', userId)
    .executeTakeFirst();
  if (another !== undefined) return;
  throw new KeyServiceError(
    'conflict',
    'This is the last Owner of the organization',
    'Make somebody else an Owner first.',
  );
}
