import type { Database } from '../store/schema.ts';
import { keyDigest } from './digest.ts';
import type { Peppers } from './pepper-ring.ts';
import { heldSecretId } from './secret-ids.ts';

interface NewDigest {
  readonly digest: Uint8Array;
  readonly pepperId: string;
}

/**
 * Brings the digests of used values under the current pepper (security practice 9). Only when a key is used is it there to make
 * a new digest of. Digests, never keys, are collected in memory and written off the path of the requests; what a crash loses comes
 * with the next use.
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
      for (const [id, digest] of batch) await this.#write(id, digest);
    } catch (error) {
      this.#pending = new Map([...batch, ...this.#pending]);
      throw error;
    }
  }

  /** One value at a time: who holds several waits crosswise with those who change a key set. */
  async #write(id: string, { digest, pepperId }: NewDigest): Promise<void> {
    await this.#db.transaction().execute(async (transaction) => {
      // A service that has started since may have made a newer pepper the current one.
      if ((await heldSecretId(transaction, 'pepper', 'share')) !== pepperId) return;
      await transaction
        .updateTable('key_values')
        .set({ digest, pepper_id: pepperId })
        .where('id', '=', id)
        .where('pepper_id', '!=', pepperId)
        .execute();
    });
  }
}
