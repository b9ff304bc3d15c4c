import type { Environment } from '../environment.ts';
import { hashOfNothing, hashPassword, isPassword } from './password-hash.ts';
import { Turnstile } from './turnstile.ts';

/**
 * Hashes that are computed at the same time: each takes 19 MiB, and a processor for some 50 ms, which checking keys then does not
 * have. Strangers get one of these, and as many may wait as are served in a second.
 */
const width = { known: 2, strangers: 1, newcomers: 1 };
const room = 20;

/**
 * Hashing passwords without being worn out by it: a few at a time, and those whom we know from before never behind strangers, nor
 * behind one of them who asks again and again.
 */
export class PasswordChecks {
  readonly #environment: Environment;
  readonly #known = new Turnstile(width.known, room);
  readonly #strangers = new Turnstile(width.strangers, room);
  /** Takes one place of the known ones at most, however many accounts somebody makes. */
  readonly #newcomers = new Turnstile(width.newcomers, room);
  readonly #nothing: string;

  constructor(environment: Environment) {
    this.#environment = environment;
    this.#nothing = hashOfNothing(environment);
  }

  /**
   * Whether a password is the one behind a hash; without a hash, no, after the same work.
   * @param knownId the account, when it comes from somebody whom strangers must not keep waiting
   * @throws KeyServiceError `too-many` when too many wait already
   */
  async check(password: string, hash: string | undefined, knownId?: string): Promise<boolean> {
    const turnstile = knownId === undefined ? this.#strangers : this.#known;
    const isRight = await turnstile.pass(() => isPassword(password, hash ?? this.#nothing), knownId);
    return isRight && hash !== undefined;
  }

  /** Hashes the password of an account for storage. @throws KeyServiceError `too-many` when too many wait already */
  async hash(password: string, accountId: string): Promise<string> {
    return await this.#known.pass(() => hashPassword(password, this.#environment), accountId);
  }

  /** The same, of a password that is set for somebody else. @throws KeyServiceError `too-many` */
  async hashForOther(password: string): Promise<string> {
    return await this.#newcomers.pass(() => this.#known.pass(() => hashPassword(password, this.#environment)));
  }
}
