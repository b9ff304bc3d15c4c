import { reaches } from '../../contract/management/role.ts';
import { hashOfNothing } from '../access/password-hash.ts';
import { serviceInitiator } from '../access/principal.ts';
import type { Environment } from '../environment.ts';
import { lockRow } from '../store/lock.ts';
import type { Queries, Tables } from '../store/schema.ts';
import type { LoggedRevocation } from './revocation-log.ts';

type Of<Kind extends LoggedRevocation['kind']> = Extract<LoggedRevocation, { kind: Kind }>;

type KeySetRow = Tables['key_sets'];

/** Organizations in which something changed. */
type Changed = readonly string[];
const nothing: Changed = [];

/** Ends one thing again in a database that does not know of it; what is not there, or ended already, stays as it is. */
export async function endAgain(
  transaction: Queries,
  entry: LoggedRevocation,
  environment: Environment,
): Promise<Changed> {
  switch (entry.kind) {
    case 'value-ended':
      return await endValue(transaction, entry, environment.now());
    case 'set-revoked':
      return await revokeSet(transaction, entry, environment.now());
    case 'set-state':
    case 'set-expiry':
    case 'set-permissions':
      return await narrowSet(transaction, entry, environment.now());
    case 'token-revoked':
      return await revokeToken(transaction, entry, environment.now());
    case 'role':
      return await lowerRole(transaction, entry);
    case 'password':
      return await forgetPassword(transaction, entry, environment);
    case 'log-opened':
      return nothing;
  }
}

async function endValue(transaction: Queries, entry: Of<'value-ended'>, now: number): Promise<Changed> {
  const values = transaction.selectFrom('key_values').where('id', '=', entry.valueId);
  const owner = await values.select('set_id').executeTakeFirst();
  const set = owner && (await lockedSet(transaction, owner.set_id));
  const value = set && (await values.select(['state', 'valid_until']).executeTakeFirst());
  if (value === undefined || value.state === 'revoked') return nothing;
  const validUntil = value.state === 'current' ? entry.validUntil : earlierEnd(value.valid_until, entry.validUntil);
  if (value.state === 'replaced' && validUntil === value.valid_until) return nothing;
  await transaction
    .updateTable('key_values')
    .set({ state: 'replaced', valid_until: validUntil, sealed: null, ended_at: now })
    .where('id', '=', entry.valueId)
    .execute();
  return await changeSet(transaction, set, {}, now);
}

async function revokeSet(transaction: Queries, entry: Of<'set-revoked'>, now: number): Promise<Changed> {
  const set = await lockedSet(transaction, entry.setId);
  if (set === undefined || set.state === 'revoked') return nothing;
  await transaction
    .updateTable('key_values')
    .set({ state: 'revoked', sealed: null, valid_until: null, ended_at: now })
    .where('set_id', '=', set.id)
    .where('state', '!=', 'revoked')
    .execute();
  return await changeSet(transaction, set, { state: 'revoked', wrapped_data_key: null, revoked_at: now }, now);
}

async function narrowSet(
  transaction: Queries,
  entry: Of<'set-state' | 'set-expiry' | 'set-permissions'>,
  now: number,
): Promise<Changed> {
  const set = await lockedSet(transaction, entry.setId);
  if (set === undefined || set.state === 'revoked') return nothing;
  const narrowed = narrowedBy(entry, set);
  return narrowed === undefined ? nothing : await changeSet(transaction, set, narrowed, now);
}

/** What of a set has to change for it to allow no more than an entry does. */
function narrowedBy(
  entry: Of<'set-state' | 'set-expiry' | 'set-permissions'>,
  set: KeySetRow,
): Partial<KeySetRow> | undefined {
  if (entry.kind === 'set-state') {
    return entry.state === 'disabled' && set.state === 'active' ? { state: 'disabled' } : undefined;
  }
  if (entry.kind === 'set-expiry') {
    const isEarlier = entry.expiresAt !== null && (set.expires_at === null || entry.expiresAt < set.expires_at);
    return isEarlier ? { expires_at: entry.expiresAt } : undefined;
  }
  const held = JSON.parse(set.permissions) as string[];
  const left = held.filter((permission) => entry.permissions.includes(permission));
  return left.length < held.length ? { permissions: JSON.stringify(left) } : undefined;
}

async function revokeToken(transaction: Queries, entry: Of<'token-revoked'>, now: number): Promise<Changed> {
  const token = await transaction
    .updateTable('tokens')
    .set({ revoked_at: now })
    .where('id', '=', entry.tokenId)
    .where('revoked_at', 'is', null)
    .returning('organization_id')
    .executeTakeFirst();
  return token === undefined ? nothing : [token.organization_id];
}

async function lowerRole(transaction: Queries, entry: Of<'role'>): Promise<Changed> {
  await lockRow(transaction, 'users', entry.userId);
  const held = await transaction
    .selectFrom('roles')
    .select(['role', 'organization_id'])
    .where('user_id', '=', entry.userId)
    .where('scope_id', '=', entry.scopeId)
    .executeTakeFirst();
  if (held === undefined || (entry.role !== null && reaches(entry.role, held.role))) return nothing;
  const { userId, scopeId, role } = entry;
  if (role === null) {
    await transaction.deleteFrom('roles').where('user_id', '=', userId).where('scope_id', '=', scopeId).execute();
    await removeWithoutRole(transaction, userId);
  } else {
    const roles = transaction.updateTable('roles').where('user_id', '=', userId).where('scope_id', '=', scopeId);
    await roles.set({ role }).execute();
  }
  return [held.organization_id];
}

/** An account goes with its last role, as it did when that was taken away: otherwise its old password would be back. */
async function removeWithoutRole(transaction: Queries, userId: string): Promise<void> {
  await transaction
    .deleteFrom('users')
    .where('id', '=', userId)
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('roles').select('scope_id').where('user_id', '=', userId))),
    )
    .execute();
}

/** Which password came later is not known any more, so none works until a new one is set. */
async function forgetPassword(transaction: Queries, entry: Of<'password'>, environment: Environment): Promise<Changed> {
  const { numUpdatedRows } = await transaction
    .updateTable('users')
    .set({ password_hash: hashOfNothing(environment), password_changed_at: entry.changedAt })
    .where('id', '=', entry.userId)
    .where('password_changed_at', '<', entry.changedAt)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) return nothing;
  const roles = await transaction
    .selectFrom('roles')
    .select('organization_id')
    .distinct()
    .where('user_id', '=', entry.userId)
    .execute();
  return roles.map(({ organization_id }) => organization_id);
}

async function lockedSet(transaction: Queries, id: string): Promise<KeySetRow | undefined> {
  await lockRow(transaction, 'key_sets', id);
  return await transaction.selectFrom('key_sets').selectAll().where('id', '=', id).executeTakeFirst();
}

async function changeSet(
  transaction: Queries,
  set: KeySetRow | undefined,
  change: Partial<KeySetRow>,
  now: number,
): Promise<Changed> {
  if (set === undefined) return nothing;
  const by = { version: set.version + 1, changed_at: now, changed_by: serviceInitiator.name };
  await transaction
    .updateTable('key_sets')
    .set({ ...change, ...by })
    .where('id', '=', set.id)
    .execute();
  return [set.organization_id];
}

/** The end of a grace that comes first; null is no grace at all. */
function earlierEnd(one: number | null, other: number | null): number | null {
  return one === null || other === null ? null : Math.min(one, other);
}
