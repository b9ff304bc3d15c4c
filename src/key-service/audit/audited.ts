import { EventEmitter } from 'node:events';
import type { Transaction } from 'kysely';
import { KeyServiceError } from '../key-service-error.ts';
import type { Database, Tables } from '../store/schema.ts';
import type { AuditEntry } from './audit-record.ts';
import type { AuditTrail } from './audit-trail.ts';
import type { Revocation } from './revocation.ts';
import type { RevocationLog } from './revocation-log.ts';

/** What a change comes to, as whoever makes it says at its end. */
export interface AuditedChange<Result> {
  /** For the caller, once all of it is stored. */
  readonly result: Result;
  /** What happened; an empty list when the request changed nothing. */
  readonly entry: AuditEntry | readonly AuditEntry[];
  /** What no restored copy of the database may bring back. */
  readonly revocations?: readonly Revocation[];
}

/** The one way to change or reveal something: with its audit record, or not at all (security practices 5 and 10). */
export class Audited {
  /** Told what was recorded, once it is on disk. */
  readonly records = new EventEmitter<{ added: [AuditEntry] }>();
  readonly #db: Database;
  readonly #trail: AuditTrail;
  readonly #revocations: RevocationLog;

  constructor(db: Database, trail: AuditTrail, revocations: RevocationLog) {
    this.#db = db;
    this.#trail = trail;
    this.#revocations = revocations;
  }

  /**
   * Runs `work` in a transaction and stores what it changed together with the audit records and revocations that it returns.
   * When this resolves, all of it is on disk: only then may a value leave, as the answer or opened for it. `work` reads and
   * writes through its transaction alone.
   * @throws whatever `work` throws, after which nothing is changed; KeyServiceError `audit` when the records cannot be stored, and
   * also when the change is made but the revocation log cannot be written
   */
  async change<Result>(work: (transaction: Transaction<Tables>) => Promise<AuditedChange<Result>>): Promise<Result> {
    const { result, entry, revocations } = await this.#stored(work);
    for (const one of listOf(entry)) this.records.emit('added', one);
    if (revocations.length > 0) await this.#revocations.flush();
    return result;
  }

  async #stored<Result>(
    work: (transaction: Transaction<Tables>) => Promise<AuditedChange<Result>>,
  ): Promise<Required<AuditedChange<Result>>> {
    let isDone = false;
    try {
      return await this.#db.transaction().execute(async (transaction) => {
        const { result, entry, revocations = [] } = await work(transaction);
        isDone = true;
        for (const one of inLockingOrder(entry)) await this.#trail.append(transaction, one);
        await this.#revocations.note(transaction, revocations);
        return { result, entry, revocations };
      });
    } catch (error) {
      if (!isDone || error instanceof KeyServiceError) throw error;
      throw new KeyServiceError(
        'audit',
        'The audit trail could not be written, and what it does not hold is not done',
        'Try again later; the log of the service says what is wrong with its database.',
        { cause: error },
      );
    }
  }
}

/** Whoever writes to several chains at once takes them in the same order as everybody else, so that none waits for the other. */
function inLockingOrder(entry: AuditEntry | readonly AuditEntry[]): readonly AuditEntry[] {
  return listOf(entry).toSorted((one, other) => compare(one.organizationId, other.organizationId));
}

function listOf(entry: AuditEntry | readonly AuditEntry[]): readonly AuditEntry[] {
  return isList(entry) ? entry : [entry];
}

function isList(entry: AuditEntry | readonly AuditEntry[]): entry is readonly AuditEntry[] {
  return Array.isArray(entry);
}

function compare(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
