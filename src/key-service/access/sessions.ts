import { createHmac } from 'node:crypto';
import type { Environment } from '../environment.ts';
import type { Database, Queries } from '../store/schema.ts';
import type { UserPrincipal } from './principal.ts';
import { secretDigest } from './secret-digest.ts';

/** How long a session lives without a request, and at most, in milliseconds (security practice 11; the second is our choice). */
export const sessionIdleMilliseconds = 30 * 60_000;
const longestMilliseconds = 12 * 60 * 60_000;

/** How exactly it is written down when a session was last used, in milliseconds. */
const seenMilliseconds = 60_000;

/** How far the clocks of processes on one store may be apart, in milliseconds. */
const clockMilliseconds = 60_000;

const secretBytes = 32;
const secretPattern = /^[\w-]{43}$/;

/** A session that is going on. */
export interface Session {
  /** What the database knows it by. */
  readonly digest: Uint8Array;
  readonly user: UserPrincipal;
}

/** A session that begins; nobody but the browser keeps its secret. */
export interface BegunSession {
  readonly sessionSecret: string;
  readonly user: UserPrincipal;
}

/** Sessions of people who signed in; their roles are no part of it and are looked up with every request. */
export class Sessions {
  readonly #db: Database;
  readonly #environment: Environment;

  constructor(db: Database, environment: Environment) {
    this.#db = db;
    this.#environment = environment;
  }

  /** Begins a session for somebody who has just proved who they are. */
  async begin(
    queries: Queries,
    { id, email, name }: Omit<UserPrincipal, 'type' | 'signedInAt'>,
  ): Promise<BegunSession> {
    const sessionSecret = Buffer.from(this.#environment.randomBytes(secretBytes)).toString('base64url');
    const now = this.#environment.now();
    await queries
      .insertInto('sessions')
      .values({ digest: secretDigest(sessionSecret), user_id: id, created_at: now, last_seen_at: now })
      .execute();
    await queries.updateTable('users').set({ last_seen_at: now }).where('id', '=', id).execute();
    return { sessionSecret, user: { type: 'user', id, email, name, signedInAt: now } };
  }

  /**
   * The session behind a secret, which is used by that; undefined when there is none or it is over.
   * @param unattended whether nobody is there: the session is not kept alive by it
   */
  async use(secret: string, { unattended = false } = {}): Promise<Session | undefined> {
    if (!secretPattern.test(secret)) return undefined;
    const digest = secretDigest(secret);
    const row = await this.#db
      .selectFrom('sessions as session')
      .innerJoin('users as user', 'user.id', 'session.user_id')
      .select(['user.id', 'user.email', 'user.name', 'session.created_at', 'session.last_seen_at'])
      .where('session.digest', '=', digest)
      .executeTakeFirst();
    const now = this.#environment.now();
    if (row === undefined || isOver(row, now)) return undefined;
    if (!unattended && now - row.last_seen_at >= seenMilliseconds) await this.#see(digest, row.id, now);
    const { id, email, name, created_at: signedInAt } = row;
    return { digest, user: { type: 'user', id, email, name, signedInAt } };
  }

  /** Ends one session. */
  async end(queries: Queries, digest: Uint8Array): Promise<void> {
    await queries.deleteFrom('sessions').where('digest', '=', digest).execute();
  }

  /** Ends all sessions of a user. */
  async endAllOf(queries: Queries, userId: string): Promise<void> {
    await queries.deleteFrom('sessions').where('user_id', '=', userId).execute();
  }

  /** Removes sessions that are over. */
  async removeExpired(): Promise<void> {
    const now = this.#environment.now();
    await this.#db
      .deleteFrom('sessions')
      .where(({ or, eb }) =>
        or([
          eb('last_seen_at', '<=', now - sessionIdleMilliseconds),
          eb('last_seen_at', '>', now + clockMilliseconds),
          eb('created_at', '<=', now - longestMilliseconds),
        ]),
      )
      .execute();
  }

  async #see(digest: Uint8Array, userId: string, now: number): Promise<void> {
    await this.#db.updateTable('sessions').set({ last_seen_at: now }).where('digest', '=', digest).execute();
    await this.#db.updateTable('users').set({ last_seen_at: now }).where('id', '=', userId).execute();
  }
}

/** Also over is what was last used in the future: the clock was set back, and nobody knows how long ago that was. */
function isOver({ created_at, last_seen_at }: { created_at: number; last_seen_at: number }, now: number): boolean {
  if (last_seen_at > now + clockMilliseconds) return true;
  return now - last_seen_at >= sessionIdleMilliseconds || now - created_at >= longestMilliseconds;
}

/**
 * The CSRF token of a session: it follows from the secret, which no script can read, and is stored nowhere (security practice 11).
 */
export function csrfTokenOf(sessionSecret: string): string {
  return createHmac('sha256', sessionSecret).update('csrf').digest('base64url');
}
