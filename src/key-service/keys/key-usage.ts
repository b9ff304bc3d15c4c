import type { Caller } from '../../contract/headers.ts';
import type { Environment } from '../environment.ts';
import type { Database } from '../store/schema.ts';
import { addUse, type ValueUse } from './caller-use.ts';
import { UsageRows } from './usage-rows.ts';

/** Stores what was done with values. */
export type UsageWriter = (uses: readonly ValueUse[]) => Promise<void>;

/** Values that are written at a time. */
const batchValues = 1_000;

/** Values that may wait to be written: in a burst, more are used each second than are written. */
const maxWaiting = 100_000;

/**
 * Who used which value, last and how often. Uses are collected in memory, one entry per value and caller, and written in
 * batches, so that authenticating never waits for a write. What was not written is lost when the service is killed.
 */
export class KeyUsage {
  readonly #environment: Environment;
  readonly #writeHere: UsageWriter;
  /** The value that has waited longest is the first one. */
  readonly #waiting = new Map<string, ValueUse>();
  #writing: Promise<void> = Promise.resolve();

  constructor(db: Database, environment: Environment) {
    this.#environment = environment;
    const rows = new UsageRows(db);
    this.#writeHere = (uses) => rows.write(uses);
  }

  /** Notes one authenticated call. @param address from where it came, as far as that is known */
  record(valueId: string, route: string, caller: Caller, address: string | null = null): void {
    const at = this.#environment.now();
    const { repository = '', workflow = '', runId = null, runAttempt = null } = caller;
    const use = { repository, workflow, count: 1, firstAt: at, at, route, runId, runAttempt, address };
    const waiting = this.#waiting.get(valueId);
    if (waiting === undefined) this.#waiting.set(valueId, { valueId, callers: [use] });
    else addUse(waiting.callers, use);
  }

  /**
   * Writes one batch, what has waited longest; more only when too much waits. A use of a key that is used seldom costs the database
   * a page of its own: were all written at once, a burst of uses of many keys would be slowed down by its own statistics.
   */
  async writeSome(write: UsageWriter): Promise<void> {
    await this.#inTurn(async () => {
      do await this.#write([...this.#waiting.keys().take(batchValues)], write);
      while (this.#waiting.size > maxWaiting);
    });
  }

  /** Writes what was noted before of these values, by default of all. What cannot be written is still noted. */
  async flush(valueIds?: readonly string[]): Promise<void> {
    await this.#inTurn(async () => {
      const ids = valueIds ?? [...this.#waiting.keys()];
      for (let first = 0; first < ids.length; first += batchValues) {
        await this.#write(ids.slice(first, first + batchValues), this.#writeHere);
      }
    });
  }

  /** One after the other, so that nothing is still under way elsewhere when a call has resolved. */
  async #inTurn(action: () => Promise<void>): Promise<void> {
    this.#writing = this.#writing.catch(() => undefined).then(action);
    await this.#writing;
  }

  async #write(valueIds: readonly string[], write: UsageWriter): Promise<void> {
    const uses = valueIds.map((id) => this.#waiting.get(id)).filter((use) => use !== undefined);
    if (uses.length === 0) return;
    // By ID, so that services that do this at the same moment do not wait for each other crosswise.
    uses.sort((one, other) => (one.valueId < other.valueId ? -1 : 1));
    for (const { valueId } of uses) this.#waiting.delete(valueId);
    try {
      await write(uses);
    } catch (error) {
      for (const use of uses) this.#noteAgain(use);
      throw error;
    }
  }

  #noteAgain(older: ValueUse): void {
    const newer = this.#waiting.get(older.valueId);
    for (const use of newer?.callers ?? []) addUse(older.callers, use);
    this.#waiting.set(older.valueId, older);
  }
}
