import type { Database } from '../store/schema.ts';
import { keyDigest } from './digest.ts';
import type { Peppers } from './pepper-ring.ts';

interface NewDigest {
  readonly digest: Uint8Array;
  readonly pepperId: string;
}

/**
 * Brings the digests of used values under the current pepper (security practice 9). Only when a key is used is it there to make
 * a new digest of. Digests, never keys, are collected in memory and written in batches, off the path of the requests; what a
 * crash loses comes with the next use.
 */
export class PepperUpgrade {
  readonly #db: Database;
  readonly #peppers: Peppers;
  #pending = new Map<string, NewDigest>();

  constructor(db: Database, peppers: Peppers) {
    this.#db = db;
    this.#peppers = peppers;
  }

  /** Notes that a value, whose digest is under an older pepper, was used with this key. */
  note(valueId: string, key: string): void {
    const { id, key: pepper } = this.#peppers.current;
    if (this.#pending.get(valueId)?.pepperId === id) return;
    this.#pending.set(valueId, { digest: keyDigest(pepper, key), pepperId: id });
  }

  /** Writes what was noted since the last time. When that fails, it is still noted. */
  async flush(): Promise<void> {
    if (this.#pending.size === 0) return;
    const batch = this.#pending;
    this.#pending = new Map();
    try {
      await this.#db.transaction().execute(async (transaction) => {
        // By ID, so that services that do this at the same moment do not wait for each other crosswise.
        for (const [id, { digest, pepperId }] of [...batch].sort(byId)) {
          await transaction
            .updateTable('key_values')
            .set({ digest, pepper_id: pepperId })
            .where('id', '=', id)
            .where('pepper_id', '!=', pepperId)
            .execute();
        }
      });
    } catch (error) {
      this.#pending = new Map([...batch, ...this.#pending]);
      throw error;
    }
  }
}

function byId([one]: [string, NewDigest], [other]: [string, NewDigest]): number {
  return one < other ? -1 : 1;
}
