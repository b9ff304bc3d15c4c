import { join } from 'node:path';
import { type Environment, timestamp } from '../environment.ts';
import { KeyServiceError } from '../key-service-error.ts';
import type { Peppers } from '../secrets/pepper-ring.ts';
import type { ServiceSecret } from '../secrets/service-secret.ts';
import { lockMatter } from '../store/lock.ts';
import type { Database, Queries } from '../store/schema.ts';
import { LogKeys } from './log-keys.ts';
import { writingLogs } from './log-writing.ts';
import type { Revocation } from './revocation.ts';
import { SealedLog, SealedLogDamage } from './sealed-log.ts';

/** A line of the log. The first one only says that there is a log, so that its loss shows from then on. */
export type LoggedRevocation = { readonly id: string; readonly at: string } & (
  | Revocation
  | { readonly kind: 'log-opened' }
);

/** Does to the database what it does not know yet. */
export type Replay = (entries: readonly LoggedRevocation[]) => Promise<void>;

/** Lines that are written, or looked up, at a time. */
const batchSize = 500;

/**
 * What ended for good, kept outside the database as well, so that restoring an older copy of it revives nothing (rotation spec,
 * failure table). Revocations are stored with the change itself; the log follows before the change is answered.
 */
export class RevocationLog {
  readonly #db: Database;
  readonly #peppers: Peppers;
  readonly #environment: Environment;
  readonly #file: SealedLog<LoggedRevocation>;

  constructor(db: Database, dataFolder: string, peppers: Peppers, environment: Environment) {
    this.#db = db;
    this.#peppers = peppers;
    this.#environment = environment;
    const keys = new LogKeys(peppers, 'revocation log');
    this.#file = new SealedLog(join(dataFolder, 'revocations.log'), keys, { keepsLines: true });
  }

  /** Notes revocations in the transaction that makes them. Call it last: on PostgreSQL others wait until it ends. */
  async note(
    transaction: Queries,
    revocations: readonly (Revocation | { readonly kind: 'log-opened' })[],
  ): Promise<void> {
    if (revocations.length === 0) return;
    const now = this.#environment.now();
    const noted = revocations.map((revocation) => ({
      id: this.#environment.newId(),
      at: timestamp(now),
      ...revocation,
    }));
    await this.#insert(transaction, noted, null);
  }

  /**
   * Adds to the log what was noted since; when this resolves it is on disk.
   * @throws KeyServiceError `audit` when it cannot be written, also because this process does not know the pepper any more
   */
  async flush(): Promise<void> {
    try {
      while (await this.#flushBatch());
    } catch (error) {
      throw notWritten(error);
    }
  }

  /**
   * Brings log and database together when a process starts: what the log has and the database does not know, because an older
   * copy of it was restored, is replayed; what was noted and not yet logged, because its process crashed, is logged.
   * @throws KeyServiceError `audit` when the log is missing, damaged, or shorter than the database knows it
   */
  async catchUp(replay: Replay): Promise<void> {
    const last = await this.#lastLoggedId();
    const lines = await this.#linesAfter(last);
    await this.#replay(lines, replay);
    if (last === undefined && lines.length === 0) await this.#open();
    await this.flush();
  }

  /** Ends again what another copy of the database had noted, and did not log; {@link catchUp} logs it. */
  async takeOver(entries: readonly LoggedRevocation[], replay: Replay): Promise<void> {
    await this.#replay(entries, replay, null);
  }

  /**
   * Begins a new log, since the old one is lost: an operator's decision. What can still be read of the old one is replayed, the
   * rest is moved aside, and the new one begins with all that the database itself knows.
   */
  async startAnew(replay: Replay): Promise<void> {
    await this.#replay(await this.#readableLines(), replay);
    await this.#db.transaction().execute(async (transaction) => {
      await lockMatter(transaction, 'sealed logs');
      await transaction.updateTable('revocations').set({ logged_at: null }).execute();
      await this.#file.moveAside(`lost-${this.#environment.newId()}`);
    });
    await this.#open();
    await this.flush();
  }

  /** Reads what was added to the log, so that who holds its lock need not. @throws as {@link catchUp} does */
  async readOn(): Promise<void> {
    try {
      for await (const _ of this.#file.readOn());
    } catch (error) {
      throw this.#locked(error);
    }
  }

  /** Seals the log with one pepper throughout, so that others can be forgotten. @throws as {@link catchUp} does */
  async sealAnew(transaction: Queries, pepper: ServiceSecret): Promise<void> {
    await lockMatter(transaction, 'sealed logs');
    await this.#file.sealAnew(pepper).catch((error) => {
      throw this.#locked(error);
    });
  }

  /** @returns whether there may be more */
  async #flushBatch(): Promise<boolean> {
    const unlogged = await this.#unlogged(this.#db).limit(1).executeTakeFirst();
    if (unlogged === undefined) return false;
    return await writingLogs(this.#db, this.#peppers, async (transaction, pepper) => {
      const rows = await this.#unlogged(transaction).limit(batchSize).execute();
      if (rows.length === 0) return false;
      const entries = rows.map(({ entry }) => JSON.parse(entry) as LoggedRevocation);
      await this.#file.append(entries, pepper);
      const ids = rows.map(({ id }) => id);
      const logged = { logged_at: this.#environment.now() };
      await transaction.updateTable('revocations').set(logged).where('id', 'in', ids).execute();
      return rows.length === batchSize;
    });
  }

  #unlogged(db: Queries) {
    return db.selectFrom('revocations').select(['id', 'entry']).where('logged_at', 'is', null).orderBy('position');
  }

  async #open(): Promise<void> {
    await this.#db.transaction().execute(async (transaction) => {
      await this.note(transaction, [{ kind: 'log-opened' }]);
    });
  }

  async #insert(transaction: Queries, entries: readonly LoggedRevocation[], loggedAt: number | null): Promise<void> {
    // The numbers are in the order of the changes, and the lines of the log in that of the numbers.
    await lockMatter(transaction, 'sealed logs');
    const { last } = await transaction
      .selectFrom('revocations')
      .select(({ fn }) => fn.max('position').as('last'))
      .executeTakeFirstOrThrow();
    const rows = entries.map((entry, index) => ({
      id: entry.id,
      position: (last ?? 0) + 1 + index,
      created_at: Date.parse(entry.at),
      entry: JSON.stringify(entry),
      logged_at: loggedAt,
    }));
    await transaction
      .insertInto('revocations')
      .values(rows)
      .onConflict((conflict) => conflict.column('id').doUpdateSet({ logged_at: loggedAt }))
      .execute();
  }

  async #lastLoggedId(): Promise<string | undefined> {
    const row = await this.#db
      .selectFrom('revocations')
      .select('id')
      .where('logged_at', 'is not', null)
      .orderBy('position', 'desc')
      .limit(1)
      .executeTakeFirst();
    return row?.id;
  }

  /** What the log has after the line that the database knows as the last one; all of it when it knows none. */
  async #linesAfter(last: string | undefined): Promise<readonly LoggedRevocation[]> {
    const lines: LoggedRevocation[] = [];
    let isAfter = last === undefined;
    try {
      for await (const entry of this.#file.readOn()) {
        if (isAfter) lines.push(entry);
        else isAfter = entry.id === last;
      }
    } catch (error) {
      throw this.#locked(error);
    }
    if (isAfter) return lines;
    const what = this.#file.lines === 0 ? 'it is missing' : 'it lacks what the database wrote to it last';
    throw this.#locked(new SealedLogDamage(this.#file.path, what));
  }

  /** What comes before the damage. */
  async #readableLines(): Promise<readonly LoggedRevocation[]> {
    const lines: LoggedRevocation[] = [];
    try {
      for await (const entry of this.#file.readOn()) lines.push(entry);
    } catch (error) {
      if (!(error instanceof SealedLogDamage)) throw error;
    }
    return lines;
  }

  /** @param loggedAt null for what the log lacks */
  async #replay(
    lines: readonly LoggedRevocation[],
    replay: Replay,
    loggedAt: number | null = this.#environment.now(),
  ): Promise<void> {
    const unknown: LoggedRevocation[] = [];
    for (let start = 0; start < lines.length; start += batchSize) {
      const batch = lines.slice(start, start + batchSize);
      const ids = batch.map(({ id }) => id);
      const rows = await this.#db.selectFrom('revocations').select('id').where('id', 'in', ids).execute();
      const known = new Set(rows.map(({ id }) => id));
      unknown.push(...batch.filter(({ id }) => !known.has(id)));
    }
    if (unknown.length > 0) await replay(unknown);
    // Only now: when the replay fails, the next start has to find them unknown.
    for (let start = 0; start < lines.length; start += batchSize) {
      const batch = lines.slice(start, start + batchSize);
      await this.#db.transaction().execute((transaction) => this.#insert(transaction, batch, loggedAt));
    }
  }

  #locked(error: unknown): KeyServiceError {
    return new KeyServiceError(
      'audit',
      `The revocation log cannot be relied on, and without it keys that were ended could work again: ${(error as Error).message}`,
      'Put the log back as it was last; it stays in the data folder when a backup of the database is restored. If it is lost, ' +
        'see "admin accept-revocation-log-loss".',
      { cause: error },
    );
  }
}

/** Always `audit`, whatever the cause: callers are told by it that the change counts, lest they make it again. */
function notWritten(cause: unknown): KeyServiceError {
  const remedy =
    cause instanceof KeyServiceError
      ? `${cause.message}. ${cause.next}`
      : 'Make room on the disk of the data folder, or put the log back as it was; if the pepper was replaced, start this ' +
        'process again.';
  return new KeyServiceError(
    'audit',
    'The change is made and counts, but the revocation log cannot be written',
    `${remedy} What it lacks is added with the next change.`,
    { cause },
  );
}
