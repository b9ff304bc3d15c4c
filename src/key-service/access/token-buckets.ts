import type { Environment } from '../environment.ts';

/** How many tokens a bucket holds, and how long it takes until another one is in it, in milliseconds. */
export interface BucketSize {
  readonly capacity: number;
  readonly refill: number;
}

/** When a bucket will be full again if nobody takes from it; a bucket that is not kept is full. */
type FullAt = number;

/** Most buckets that are kept; beyond that, those that were not used for the longest time are taken for full. */
const maxBuckets = 20_000;

/**
 * One bucket of tokens for each name: whoever does something takes a token, and waits while there is none. Kept in memory, of
 * bounded size.
 */
export class TokenBuckets {
  readonly #size: BucketSize;
  readonly #environment: Environment;
  readonly #buckets = new Map<string, FullAt>();

  constructor(size: BucketSize, environment: Environment) {
    this.#size = size;
    this.#environment = environment;
  }

  /** Takes a token. @returns 0, or when there is none, how many milliseconds it takes until there is one */
  take(name: string): number {
    const now = this.#environment.now();
    const emptyFor = this.#size.capacity * this.#size.refill;
    // No bucket is emptier than empty; one that seems to be was used before the clock was set back.
    const before = Math.min(this.#buckets.get(name) ?? 0, now + emptyFor);
    const fullAt = Math.max(before, now) + this.#size.refill;
    const wait = fullAt - now - emptyFor;
    if (wait > 0) {
      this.#keep(name, before);
      return wait;
    }
    this.#keep(name, fullAt);
    return 0;
  }

  /** Puts a token back that was taken for something that does not count after all. */
  giveBack(name: string): void {
    const fullAt = this.#buckets.get(name);
    if (fullAt === undefined) return;
    if (fullAt - this.#size.refill <= this.#environment.now()) this.#buckets.delete(name);
    else this.#keep(name, fullAt - this.#size.refill);
  }

  /** How many buckets are kept. */
  get count(): number {
    return this.#buckets.size;
  }

  /** A map keeps the order in which its entries were set: the first is the one that was not used for the longest time. */
  #keep(name: string, fullAt: number): void {
    this.#buckets.delete(name);
    this.#buckets.set(name, fullAt);
    for (const [oldest, itsFullAt] of this.#buckets) {
      if (this.#buckets.size <= maxBuckets && itsFullAt > this.#environment.now()) break;
      this.#buckets.delete(oldest);
    }
  }
}
