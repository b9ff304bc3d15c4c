import type { Caller } from '../../contract/headers.ts';
import type { Environment } from '../environment.ts';
import type { Database } from '../store/schema.ts';
import { type CallerUse, maxCallers, UsageRows, type ValueUse } from './usage-rows.ts';

/** Stores what was done with values. */
export type UsageWriter = (uses: readonly ValueUse[]) => Promise<void>;

type LastCall = Pick<CallerUse, 'at' | 'route' | 'address'>;

/** Values that are written at a time. */
const batchValues = 1_000;

/**
 * Who used which value, last and how often. Uses are collected in memory, one entry per value and caller, and written in
 * batches, so that authenticating never waits for a write. The service writes every second: that much is lost when it is killed.
 */
export class KeyUsage {
  readonly #environment: Environment;
  readonly #writeHere: UsageWriter;
  #pending = new Map<string, ValueUse>();
  #writing: Promise<void> = Promise.resolve();

  constructor(db: Database, environment: Environment) {
    this.#environment = environment;
    const rows = new UsageRows(db);
    this.#writeHere = (uses) => rows.write(uses);
  }

  /** Notes one authenticated call. @param address from where it came, as far as that is known */
  record(valueId: string, route: string, caller: Caller, address: string | null = null): void {
    const at = this.#environment.now();
    let use = this.#pending.get(valueId);
    if (use === undefined) {
      use = { valueId, count: 0, at, route, callers: [] };
      this.#pending.set(valueId, use);
    }
    use.count++;
    use.at = at;
    use.route = route;
    noteCaller(use.callers, caller, { at, route, address });
  }

  /**
   * Writes everything that was noted before. What cannot be written is still noted.
   * @param write where to; the database itself by default
   */
  async flush(write: UsageWriter = this.#writeHere): Promise<void> {
    // One after the other, so that nothing is still under way elsewhere when this resolves.
    const before = this.#writing.catch(() => undefined);
    this.#writing = before.then(() => this.#writeAll(write));
    await this.#writing;
  }

  async #writeAll(write: UsageWriter): Promise<void> {
    // By ID, so that services that do this at the same moment do not wait for each other crosswise.
    const uses = [...this.#pending.values()].sort((one, other) => (one.valueId < other.valueId ? -1 : 1));
    this.#pending = new Map();
    let written = 0;
    try {
      for (; written < uses.length; written += batchValues) await write(uses.slice(written, written + batchValues));
    } catch (error) {
      for (const use of uses.slice(written)) this.#noteAgain(use);
      throw error;
    }
  }

  #noteAgain(older: ValueUse): void {
    const newer = this.#pending.get(older.valueId);
    if (newer === undefined) {
      this.#pending.set(older.valueId, older);
      return;
    }
    newer.count += older.count;
    const others = older.callers.filter((use) => {
      const same = newer.callers.find((one) => one.repository === use.repository && one.workflow === use.workflow);
      if (same) Object.assign(same, { count: same.count + use.count, firstAt: use.firstAt });
      return same === undefined;
    });
    newer.callers = [...others, ...newer.callers].slice(-maxCallers);
  }
}

/** Notes who called last. Callers name themselves, so only so many are kept: those that called last. */
function noteCaller(callers: CallerUse[], caller: Caller, last: LastCall): void {
  const { repository = '', workflow = '', runId = null, runAttempt = null } = caller;
  const index = callers.findLastIndex((one) => one.repository === repository && one.workflow === workflow);
  const before = callers[index];
  const { count, firstAt } = before ?? { count: 0, firstAt: last.at };
  const use = { repository, workflow, count: count + 1, firstAt, runId, runAttempt, ...last };
  if (before) callers.splice(index, 1);
  callers.push(use);
  if (callers.length > maxCallers) callers.shift();
}
