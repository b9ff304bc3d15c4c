import { networkOf } from '../access/network.ts';
import { type BucketSize, TokenBuckets } from '../access/token-buckets.ts';
import type { Environment } from '../environment.ts';

/** Unknown keys that one network may try at once, and the time until it may try another one (design 5, "Failed attempts"). */
export const defaultAttempts: BucketSize = { capacity: 10, refill: 6_000 };

/** Attempts of one generation. Two of them are remembered; what is older counts again. */
const generationSize = 10_000;

/** Bytes of a digest that tell attempts apart: two of a million alike are as good as impossible. */
const tellingBytes = 12;

/**
 * Limits guessing (security practice 7). Only keys that are unknown count, each once for a network that sends it again and again:
 * a pipeline with a mistyped key guesses nothing. Keys that are or were known do not come here, so whoever shares an address
 * with a guesser is not held up. Kept in memory, of bounded size; each process counts for itself.
 */
export class FailedAttempts {
  readonly #buckets: TokenBuckets;
  #recent = new Set<string>();
  #older: ReadonlySet<string> = new Set();

  constructor(environment: Environment, size: BucketSize = defaultAttempts) {
    this.#buckets = new TokenBuckets(size, environment);
  }

  /**
   * Counts an unknown key.
   * @param address from where it came @param digest of the key
   * @returns 0, or when there were too many others, how many milliseconds it takes until one more is looked at
   */
  count(address: string, digest: Uint8Array): number {
    return this.countFrom(networkOf(address), digest);
  }

  /** The same for the network of an address. */
  countFrom(network: string, digest: Uint8Array): number {
    const attempt = `${network} ${Buffer.from(digest.subarray(0, tellingBytes)).toString('base64')}`;
    if (this.#recent.has(attempt)) return 0;
    const wait = this.#older.has(attempt) ? 0 : this.#buckets.take(network);
    if (wait === 0) this.#remember(attempt);
    return wait;
  }

  /** Takes as long however much is remembered: nobody can fill the memory to slow down the answers to unknown keys alone. */
  #remember(attempt: string): void {
    if (this.#recent.size >= generationSize) {
      this.#older = this.#recent;
      this.#recent = new Set();
    }
    this.#recent.add(attempt);
  }
}
