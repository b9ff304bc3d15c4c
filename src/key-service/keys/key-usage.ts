import { sql } from 'kysely';
import type { Caller } from '../../contract/headers.ts';
import type { Environment } from '../environment.ts';
import type { Database } from '../store/schema.ts';

interface Use {
  count: number;
  at: number;
  route: string;
  caller: Caller;
}

/**
 * Who used which value, last and how often. Uses are collected in memory, one entry per value, and written in batches, so
 * that authenticating never waits for a write; a crash loses at most what came since the last batch.
 */
export class KeyUsage {
  readonly #db: Database;
  readonly #environment: Environment;
  #pending = new Map<string, Use>();

  constructor(db: Database, environment: Environment) {
    this.#db = db;
    this.#environment = environment;
  }

  /** Notes one authenticated call. */
  record(valueId: string, route: string, caller: Caller): void {
    const count = (this.#pending.get(valueId)?.count ?? 0) + 1;
    this.#pending.set(valueId, { count, at: this.#environment.now(), route, caller });
  }

  /** Writes what was noted since the last time. When that fails, it is noted again. */
  async flush(): Promise<void> {
    if (this.#pending.size === 0) return;
    const batch = this.#pending;
    this.#pending = new Map();
    try {
      await this.#write(batch);
    } catch (error) {
      for (const [valueId, use] of batch) {
        const newer = this.#pending.get(valueId);
        this.#pending.set(valueId, newer ? { ...newer, count: newer.count + use.count } : use);
      }
      throw error;
    }
  }

  async #write(batch: ReadonlyMap<string, Use>): Promise<void> {
    await this.#db.transaction().execute(async (transaction) => {
      for (const [valueId, use] of batch) {
        const last = {
          last_used_at: use.at,
          last_route: use.route,
        };
        await transaction
          .insertInto('key_usage')
          .values({ value_id: valueId, count: use.count, ...last })
          .onConflict((conflict) =>
            conflict.column('value_id').doUpdateSet({ count: sql`key_usage.count + ${use.count}`, ...last }),
          )
          .execute();
      }
    });
  }
}
