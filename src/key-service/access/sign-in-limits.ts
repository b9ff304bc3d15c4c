import type { Environment } from '../environment.ts';
import { KeyServiceError } from '../key-service-error.ts';
import { type BucketSize, TokenBuckets } from './token-buckets.ts';

/** Wrong passwords for one account from one network. */
const accountInNetwork: BucketSize = { capacity: 5, refill: 30_000 };
/** Wrong passwords from one network, whatever the account. */
const network: BucketSize = { capacity: 20, refill: 6_000 };
/** Wrong passwords of somebody whom strangers must not be able to hold up. */
const holder: BucketSize = { capacity: 10, refill: 30_000 };

/** Whose failures are counted together. */
export type Attempter =
  /** A browser that its account is known in, or the session of one. */
  | { readonly holder: string }
  /** Anybody else. */
  | { readonly network: string; readonly account: string };

/**
 * How often a wrong password may be tried. Nothing is counted for an account alone, so that nobody can lock another one out:
 * strangers are counted by their network, and a browser that was signed in before for itself, in whatever network it is.
 */
export class SignInLimits {
  readonly #accountsInNetworks: TokenBuckets;
  readonly #networks: TokenBuckets;
  readonly #holders: TokenBuckets;

  constructor(environment: Environment) {
    this.#accountsInNetworks = new TokenBuckets(accountInNetwork, environment);
    this.#networks = new TokenBuckets(network, environment);
    this.#holders = new TokenBuckets(holder, environment);
  }

  /**
   * Makes an attempt when there may be one now. It counts from its beginning, so that attempts at the same moment are no way
   * around; when it does not end in a failure, it does not count after all.
   * @param act resolves to undefined for a failure
   * @throws KeyServiceError `too-many`, with `retryAfter` in seconds; and what `act` throws
   */
  async attempt<Result>(who: Attempter, act: () => Promise<Result | undefined>): Promise<Result | undefined> {
    const taken = this.#take(this.#bucketsOf(who));
    let isFailure = false;
    try {
      const result = await act();
      isFailure = result === undefined;
      return result;
    } finally {
      if (!isFailure) for (const [buckets, name] of taken) buckets.giveBack(name);
    }
  }

  #bucketsOf(who: Attempter): readonly Bucket[] {
    if ('holder' in who) return [[this.#holders, who.holder]];
    // The narrower one first: who is stopped there takes nothing from their neighbours.
    return [
      [this.#accountsInNetworks, `${who.network} ${who.account}`],
      [this.#networks, who.network],
    ];
  }

  #take(wanted: readonly Bucket[]): readonly Bucket[] {
    const taken: Bucket[] = [];
    for (const bucket of wanted) {
      const wait = bucket[0].take(bucket[1]);
      if (wait > 0) {
        for (const [buckets, name] of taken) buckets.giveBack(name);
        throw tooMany(Math.ceil(wait / 1000));
      }
      taken.push(bucket);
    }
    return taken;
  }
}

type Bucket = readonly [TokenBuckets, name: string];

function tooMany(seconds: number): KeyServiceError {
  return new KeyServiceError(
    'too-many',
    'There were too many wrong passwords',
    `Try again in ${seconds} s; a browser in which you signed in before need not wait for what others do.`,
    { facts: { retryAfter: seconds } },
  );
}
