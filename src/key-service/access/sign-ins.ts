import { serviceChain } from '../audit/audit-record.ts';
import type { Audited } from '../audit/audited.ts';
import { KeyServiceError } from '../key-service-error.ts';
import { lockRow } from '../store/lock.ts';
import type { Database, Queries } from '../store/schema.ts';
import { accountEmail } from './email.ts';
import type { KnownDevices } from './known-devices.ts';
import { networkOf } from './network.ts';
import type { PasswordChecks } from './password-checks.ts';
import { isOutdated } from './password-hash.ts';
import { initiatorOf, type UserPrincipal } from './principal.ts';
import type { RefusedSignIns } from './refused-sign-ins.ts';
import type { Session, Sessions } from './sessions.ts';
import type { SignInLimits } from './sign-in-limits.ts';

/** Somebody who says who they are. */
export interface SignInAttempt {
  readonly email: string;
  readonly password: string;
  /** Where they are, as far as the service can tell. */
  readonly address: string;
  /** What their browser keeps from an earlier sign-in. */
  readonly deviceNote: string | undefined;
  /** The session that the browser had until now; it ends with the new one. */
  readonly session: Session | null;
}

/** What the browser gets. */
export interface SignedIn {
  readonly sessionSecret: string;
  readonly user: UserPrincipal;
  readonly deviceNote: string;
}

export interface SignInParts {
  readonly audited: Audited;
  readonly sessions: Sessions;
  readonly passwords: PasswordChecks;
  readonly devices: KnownDevices;
  readonly limits: SignInLimits;
  readonly refused: RefusedSignIns;
}

interface Account {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly password_hash: string;
}

/** Signing in with e-mail address and password, and out again (security practice 11). */
export class SignIns {
  readonly #db: Database;
  readonly #parts: SignInParts;

  constructor(db: Database, parts: SignInParts) {
    this.#db = db;
    this.#parts = parts;
  }

  /**
   * Begins a session. Answer and work are the same whether there is no such account or the password is another.
   * @throws KeyServiceError `unauthenticated` when address and password do not fit, `too-many` (with `retryAfter`, in seconds) after
   * too many failures, or when too many sign in at once
   */
  async signIn(attempt: SignInAttempt): Promise<SignedIn> {
    const { devices, limits, passwords, refused } = this.#parts;
    const email = accountEmail(attempt.email);
    const network = networkOf(attempt.address);
    const account = await this.#accountOf(email);
    const device = devices.recognize(attempt.deviceNote);
    const isKnown = device !== undefined && device.userId === account?.id;
    const who = isKnown ? { holder: device.id } : { network, account: email };
    const signedIn = await limits.attempt(who, async () => {
      const isRight = await passwords.check(attempt.password, account?.password_hash, isKnown ? account.id : undefined);
      return isRight && account !== undefined ? await this.#begin(account, attempt, isKnown) : undefined;
    });
    if (signedIn !== undefined) return signedIn;
    refused.note(account, network);
    throw new KeyServiceError(
      'unauthenticated',
      'E-mail address and password do not fit together',
      'Check both; an Admin of your organization, or the operator of the service, can help when the password is lost.',
    );
  }

  /** Ends a session. */
  async signOut({ digest, user }: Session): Promise<void> {
    await this.#parts.audited.change(async (transaction) => {
      await this.#parts.sessions.end(transaction, digest);
      return { result: undefined, entry: sessionEntry('session.ended', user) };
    });
  }

  async #accountOf(email: string): Promise<Account | undefined> {
    return await this.#db
      .selectFrom('users')
      .select(['id', 'email', 'name', 'password_hash'])
      .where('email', '=', email)
      .executeTakeFirst();
  }

  /** Resolves to undefined when the password was changed while it was checked. */
  async #begin(account: Account, attempt: SignInAttempt, isKnown: boolean): Promise<SignedIn | undefined> {
    const { audited, sessions, devices, passwords } = this.#parts;
    const newHash = isOutdated(account.password_hash)
      ? await passwords.hash(attempt.password, account.id)
      : account.password_hash;
    return await audited.change<SignedIn | undefined>(async (transaction) => {
      if (!(await hasStill(transaction, account))) return { result: undefined, entry: [] };
      await transaction.updateTable('users').set({ password_hash: newHash }).where('id', '=', account.id).execute();
      if (attempt.session !== null) await sessions.end(transaction, attempt.session.digest);
      const begun = await sessions.begin(transaction, account);
      const details = { address: attempt.address, browser: isKnown ? 'known' : 'new' };
      return {
        result: { ...begun, deviceNote: devices.noteFor(account.id) },
        entry: sessionEntry('session.created', begun.user, details),
      };
    });
  }
}

/** Keeps an account as it is, if its password is still the one that was checked. */
async function hasStill(transaction: Queries, { id, password_hash }: Account): Promise<boolean> {
  await lockRow(transaction, 'users', id);
  const row = await transaction.selectFrom('users').select('password_hash').where('id', '=', id).executeTakeFirst();
  return row?.password_hash === password_hash;
}

/** Sessions are of the service, not of an organization; their subject is whose they are. */
export function sessionEntry(
  operation: 'session.created' | 'session.ended',
  user: UserPrincipal,
  details: Readonly<Record<string, string>> = {},
) {
  return {
    organizationId: serviceChain,
    operation,
    subject: { type: 'user', id: user.id, name: user.email },
    initiator: initiatorOf(user),
    details,
  } as const;
}
