import type { Initiator } from '../../contract/management/initiator.ts';
import type { ChangePassword } from '../../contract/management/session.ts';
import { serviceChain } from '../audit/audit-record.ts';
import type { Audited, AuditedChange } from '../audit/audited.ts';
import type { Environment } from '../environment.ts';
import { KeyServiceError } from '../key-service-error.ts';
import { requireName } from '../name.ts';
import { lockRow } from '../store/lock.ts';
import type { Database, Queries, Tables } from '../store/schema.ts';
import { accountEmail, requireEmail } from './email.ts';
import { networkOf } from './network.ts';
import type { PasswordChecks } from './password-checks.ts';
import { requireNewPassword } from './password-rules.ts';
import { initiatorOf } from './principal.ts';
import type { RefusedSignIns } from './refused-sign-ins.ts';
import type { BegunSession, Session, Sessions } from './sessions.ts';
import type { SignInLimits } from './sign-in-limits.ts';

export type Account = Tables['users'];

/** What an account is made from. */
export interface NewAccount {
  readonly email: string;
  readonly name: string;
  readonly password: string;
}

export interface AccountParts {
  readonly audited: Audited;
  readonly sessions: Sessions;
  readonly passwords: PasswordChecks;
  readonly limits: SignInLimits;
  readonly refused: RefusedSignIns;
}

/** Local accounts: who can sign in, and with which password. What they may do is a matter of their roles. */
export class Accounts {
  readonly #db: Database;
  readonly #parts: AccountParts;
  readonly #environment: Environment;

  constructor(db: Database, parts: AccountParts, environment: Environment) {
    this.#db = db;
    this.#parts = parts;
    this.#environment = environment;
  }

  /** The account of an e-mail address, however it is written. */
  async find(email: string, queries: Queries = this.#db): Promise<Account | undefined> {
    return await queries.selectFrom('users').selectAll().where('email', '=', accountEmail(email)).executeTakeFirst();
  }

  /**
   * The row of a new account, its password hashed; it is not stored yet. Do this before a transaction, since it takes a while.
   * @throws KeyServiceError `invalid` for an address, name or password that is none, `too-many`
   */
  async prepare(given: NewAccount): Promise<Account> {
    const email = requireEmail(given.email);
    const name = requireName('name', given.name);
    requireNewPassword(given.password, email);
    const now = this.#environment.now();
    return {
      id: this.#environment.newId(),
      email,
      name,
      password_hash: await this.#parts.passwords.hashForOther(given.password),
      password_changed_at: now,
      created_at: now,
      last_seen_at: null,
    };
  }

  /**
   * Somebody's own change of their password. All of their sessions end, the one that asks as well, for whoever has its secret
   * besides them; a new one begins. It is counted as signing in is, lest a borrowed browser be used to guess.
   * @param address where they are, as far as the service can tell
   * @throws KeyServiceError `not-confirmed` when the current one is another, `invalid` for the new one, `too-many`
   */
  async changePassword({ user, digest }: Session, given: ChangePassword, address: string): Promise<BegunSession> {
    requireNewPassword(given.password, user.email);
    const { limits, passwords, sessions, refused } = this.#parts;
    const account = await this.find(user.email);
    // By session: who has stolen one must not be able to hold up its owner in another.
    const isRight = await limits.attempt({ holder: Buffer.from(digest).toString('hex') }, async () => {
      return (await passwords.check(given.current, account?.password_hash, user.id)) || undefined;
    });
    if (isRight !== true || account === undefined) {
      refused.note(user, networkOf(address));
      throw notTheCurrentOne();
    }
    const password = await passwords.hash(given.password, account.id);
    return await this.#parts.audited.change(async (transaction) => {
      await lockRow(transaction, 'users', account.id);
      // Another change may have been quicker.
      const row = await this.find(account.email, transaction);
      if (row?.password_hash !== account.password_hash) throw notTheCurrentOne();
      const change = await this.#setPassword(transaction, account, password, initiatorOf(user));
      return { ...change, result: await sessions.begin(transaction, account) };
    });
  }

  /**
   * Sets a password for somebody who lost theirs; all of their sessions end.
   * @throws KeyServiceError `not-found` when there is no such account, `invalid` for the password, `too-many`
   */
  async resetPassword(email: string, password: string, initiator: Initiator): Promise<Account> {
    requireNewPassword(password, accountEmail(email));
    const hash = await this.#parts.passwords.hashForOther(password);
    return await this.#parts.audited.change(async (transaction) => {
      const account = await this.find(email, transaction);
      if (account === undefined) throw noSuchAccount(email);
      await lockRow(transaction, 'users', account.id);
      const change = await this.#setPassword(transaction, account, hash, initiator);
      return { ...change, result: account };
    });
  }

  async #setPassword(
    transaction: Queries,
    { id, email }: Account,
    hash: string,
    initiator: Initiator,
  ): Promise<Omit<AuditedChange<unknown>, 'result'>> {
    const now = this.#environment.now();
    const change = { password_hash: hash, password_changed_at: now };
    await transaction.updateTable('users').set(change).where('id', '=', id).execute();
    await this.#parts.sessions.endAllOf(transaction, id);
    return {
      entry: {
        organizationId: serviceChain,
        operation: 'user.password-changed',
        subject: { type: 'user', id, name: email },
        initiator,
      },
      revocations: [{ kind: 'password', userId: id, changedAt: now }],
    };
  }
}

function notTheCurrentOne(): KeyServiceError {
  return new KeyServiceError(
    'not-confirmed',
    'The current password is another one',
    'Enter the password that you sign in with. Nothing was changed.',
  );
}

function noSuchAccount(email: string): KeyServiceError {
  return new KeyServiceError('not-found', `There is no account ${accountEmail(email)}`, 'Look it up with list-users.');
}
