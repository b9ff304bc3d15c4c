import { Type } from 'typebox';
import type { Page, PageQuery } from '../../contract/management/list.ts';
import { type Role, reaches } from '../../contract/management/role.ts';
import type { AddedUser, NewUser, User, UserChange } from '../../contract/management/users.ts';
import type { Audited } from '../audit/audited.ts';
import { type Environment, timestamp } from '../environment.ts';
import { KeyServiceError } from '../key-service-error.ts';
import { pageOf, pageRequest } from '../page.ts';
import { lookAgain } from '../store/expected-version.ts';
import { lockRow } from '../store/lock.ts';
import type { Database, Queries } from '../store/schema.ts';
import type { Account, Accounts } from './accounts.ts';
import { type Actor, lockPlaceFor, requireNoEnd } from './actor.ts';
import { forbidden } from './authorization.ts';
import { giveRole, heldRole, type RolePlace, requireAnotherOwner, scopeOf, takeRole } from './roles.ts';
import { userEntry } from './user-entry.ts';

/** Lists go by address. */
const Position = Type.Tuple([Type.String()]);

/**
 * Who holds which role on an organization or a DMS. Nobody gives, changes or takes a role above their own, and an organization
 * keeps an Owner. An account lives as long as it holds a role anywhere.
 */
export class Users {
  readonly #db: Database;
  readonly #audited: Audited;
  readonly #accounts: Accounts;
  readonly #environment: Environment;

  constructor(db: Database, audited: Audited, accounts: Accounts, environment: Environment) {
    this.#db = db;
    this.#audited = audited;
    this.#accounts = accounts;
    this.#environment = environment;
  }

  /**
   * Those with a role on a place, by address; on a DMS also the Owners and Admins of its organization. Of two roles the higher
   * one counts.
   * @throws KeyServiceError `invalid` for a page that is none
   */
  async list(place: RolePlace, query: PageQuery): Promise<Page<User>> {
    const page = pageRequest(query, Position);
    const rows = await this.#db
      .selectFrom('users')
      .innerJoin('roles', 'roles.user_id', 'users.id')
      .selectAll('users')
      .select(['roles.role', 'roles.scope_id'])
      .where(({ eb, or, and }) =>
        or([
          eb('roles.scope_id', '=', scopeOf(place)),
          and([eb('roles.scope_id', '=', place.organizationId), eb('roles.role', 'in', ['owner', 'admin'])]),
        ]),
      )
      .$if(page.after !== undefined, (query) => query.where('users.email', '>', page.after?.[0] ?? ''))
      .orderBy('users.email')
      // Nobody has more than two of these rows.
      .limit(2 * (page.size + 1))
      .execute();
    const users = [...Map.groupBy(rows, ({ id }) => id).values()].map((held) => held.reduce(higherOf));
    return pageOf(
      users,
      page,
      ({ email }) => [email],
      (row) => userView(row, row.role, row.scope_id !== scopeOf(place)),
    );
  }

  /**
   * Gives somebody a role who has none there. Whoever the service does not know yet gets an account, for which name and password
   * are needed; a known account stays as it is. When nobody of the organization has had to do with that account before, the answer
   * says so: who made it may know its password, and the adder is to ask the person.
   * @throws KeyServiceError `invalid`, `forbidden` for a role above the actor's or a token that ends, `conflict` for somebody who has a role there,
   * `not-found` for a place that is not there
   */
  async add(place: RolePlace, given: NewUser, actor: Actor): Promise<AddedUser> {
    if (!reaches(actor.role, given.role)) throw forbidden();
    const known = await this.#accounts.find(given.email);
    const prepared = known ?? (await this.#accounts.prepare(withNameAndPassword(given)));
    return await this.#audited.change(async (transaction) => {
      await lockPlaceFor(transaction, place, actor, this.#environment.now());
      await requireNoEnd(transaction, actor);
      if (known === undefined) await insertUnlessThere(transaction, prepared);
      const account = await this.#lockedAccount(transaction, prepared.email);
      const held = await heldRole(transaction, place, account.id);
      if (held !== undefined) throw hasRoleAlready(account, held);
      const { role } = given;
      const isNew = account.id === prepared.id && known === undefined;
      const existed = !isNew && !(await hasRole(transaction, account.id, place.organizationId));
      const revocation = await giveRole(transaction, place, { userId: account.id, role, now: this.#environment.now() });
      return {
        result: { ...userView(account, role, false), existed },
        entry: userEntry('user.created', place, account, actor, { role, account: isNew ? 'new' : 'known' }),
        revocations: [revocation],
      };
    });
  }

  /**
   * Gives somebody another role.
   * @throws KeyServiceError `not-found` for somebody without a role there, `forbidden` when the old or the new role is above the
   * actor's, `conflict` for the last Owner of an organization, and when the former role is not the one that the actor has seen
   */
  async change(place: RolePlace, userId: string, { role, formerRole }: UserChange, actor: Actor): Promise<User> {
    return await this.#audited.change(async (transaction) => {
      const { account, held } = await this.#lockedUser(transaction, place, userId, actor);
      if (!reaches(actor.role, held) || !reaches(actor.role, role)) throw forbidden();
      const result = userView(account, role, false);
      if (held === role) return { result, entry: [] };
      if (formerRole !== undefined && formerRole !== held) throw hasAnotherRole(account, held);
      if (!reaches(held, role)) await requireNoEnd(transaction, actor);
      if (held === 'owner') await requireAnotherOwner(transaction, place, account.id);
      const revocation = await giveRole(transaction, place, { userId: account.id, role, now: this.#environment.now() });
      return {
        result,
        entry: userEntry('user.changed', place, account, actor, { role, formerRole: held }),
        revocations: [revocation],
      };
    });
  }

  /**
   * Takes somebody's role away, and with their last one the account and its sessions.
   * @throws KeyServiceError `not-found` for somebody without a role there, `forbidden` when the role is above the actor's, `conflict`
   * for the last Owner of an organization
   */
  async remove(place: RolePlace, userId: string, actor: Actor): Promise<void> {
    await this.#audited.change(async (transaction) => {
      const { account, held } = await this.#lockedUser(transaction, place, userId, actor);
      if (!reaches(actor.role, held)) throw forbidden();
      if (held === 'owner') await requireAnotherOwner(transaction, place, account.id);
      const revocation = await takeRole(transaction, place, account.id);
      const isLast = !(await hasRole(transaction, account.id));
      if (isLast) await transaction.deleteFrom('users').where('id', '=', account.id).execute();
      const details = { formerRole: held, account: isLast ? 'removed' : 'kept' };
      return {
        result: undefined,
        entry: userEntry('user.removed', place, account, actor, details),
        revocations: [revocation],
      };
    });
  }

  /** An account that stays as it is until the transaction ends. */
  async #lockedAccount(transaction: Queries, email: string): Promise<Account> {
    const found = await this.#accounts.find(email, transaction);
    if (found !== undefined) await lockRow(transaction, 'users', found.id);
    const account = found && (await this.#accounts.find(email, transaction));
    if (account !== undefined) return account;
    throw new KeyServiceError('conflict', 'The account was removed just now', 'Add it again, with name and password.');
  }

  async #lockedUser(
    transaction: Queries,
    place: RolePlace,
    userId: string,
    actor: Actor,
  ): Promise<{ account: Account; held: Role }> {
    await lockPlaceFor(transaction, place, actor, this.#environment.now());
    const id = userId.toLowerCase();
    await lockRow(transaction, 'users', id);
    const account = await transaction.selectFrom('users').selectAll().where('id', '=', id).executeTakeFirst();
    const held = account && (await heldRole(transaction, place, id));
    if (account !== undefined && held !== undefined) return { account, held };
    throw new KeyServiceError(
      'not-found',
      'There is no such user here',
      'Take the ID from the list of users; a role that comes from the organization is changed there.',
    );
  }
}

function withNameAndPassword({ email, name, password }: NewUser): { email: string; name: string; password: string } {
  if (name !== undefined && password !== undefined) return { email, name, password };
  throw new KeyServiceError(
    'invalid',
    'The service does not know this e-mail address yet, and name or password is missing',
    'Give both for a new account.',
  );
}

async function insertUnlessThere(transaction: Queries, account: Account): Promise<void> {
  await transaction
    .insertInto('users')
    .values(account)
    .onConflict((conflict) => conflict.column('email').doNothing())
    .execute();
}

/** Whether somebody has a role anywhere, or in an organization and its DMSs. */
async function hasRole(transaction: Queries, userId: string, organizationId?: string): Promise<boolean> {
  const row = await transaction
    .selectFrom('roles')
    .select('role')
    .where('user_id', '=', userId)
    .$if(organizationId !== undefined, (roles) => roles.where('organization_id', '=', organizationId ?? ''))
    .executeTakeFirst();
  return row !== undefined;
}

function hasRoleAlready({ email }: Account, role: Role): KeyServiceError {
  return new KeyServiceError('conflict', `${email} is ${role} here already`, 'Change the role instead.');
}

function hasAnotherRole({ email }: Account, role: Role): KeyServiceError {
  return new KeyServiceError(
    'conflict',
    `Somebody else changed the role of ${email} meanwhile: it is ${role} now`,
    lookAgain,
    { facts: { role } },
  );
}

function higherOf<Row extends { readonly role: Role }>(one: Row, other: Row): Row {
  return reaches(one.role, other.role) ? one : other;
}

function userView(account: Account, role: Role, inherited: boolean): User {
  const { id, email, name, created_at, last_seen_at } = account;
  const lastSeenAt = last_seen_at === null ? null : timestamp(last_seen_at);
  return { id, email, name, role, inherited, createdAt: timestamp(created_at), lastSeenAt };
}
