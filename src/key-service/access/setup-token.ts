import { timingSafeEqual } from 'node:crypto';
import type { Setup } from '../../contract/management/session.ts';
import type { Environment } from '../environment.ts';
import { KeyServiceError } from '../key-service-error.ts';
import type { FirstOwner } from './first-owner.ts';
import { networkOf } from './network.ts';
import { secretDigest } from './secret-digest.ts';
import type { SignInLimits } from './sign-in-limits.ts';

const tokenBytes = 24;

/**
 * The one-time token with which a new service is taken into possession over the network: whoever started the service sees it, and
 * nobody else. It lives in memory, so each start has another one, and dies when there is somebody who can sign in.
 */
export class SetupToken {
  readonly #firstOwner: FirstOwner;
  readonly #limits: SignInLimits;
  readonly #environment: Environment;
  #digest: Buffer | undefined;

  constructor(firstOwner: FirstOwner, limits: SignInLimits, environment: Environment) {
    this.#firstOwner = firstOwner;
    this.#limits = limits;
    this.#environment = environment;
  }

  /** Makes the token, unless there is somebody already. @returns it, for the eyes of the operator only */
  async issue(): Promise<string | undefined> {
    if (!(await this.#firstOwner.isMissing())) return undefined;
    const token = Buffer.from(this.#environment.randomBytes(tokenBytes)).toString('base64url');
    this.#digest = secretDigest(token);
    return token;
  }

  /** Whether the token can be used. */
  async isOpen(): Promise<boolean> {
    if (this.#digest !== undefined && !(await this.#firstOwner.isMissing())) this.#digest = undefined;
    return this.#digest !== undefined;
  }

  /**
   * Makes the first Owner for whoever has the token.
   * @throws KeyServiceError `forbidden` for another token, `conflict` when there is somebody already, `invalid`, `too-many`
   */
  async use(given: Setup, address: string): Promise<void> {
    if (!(await this.isOpen())) {
      throw new KeyServiceError('conflict', 'The service is not waiting to be set up', 'Sign in.');
    }
    const isRight = await this.#limits.attempt({ network: networkOf(address), account: 'set-up' }, async () => {
      return this.#fits(given.token) || undefined;
    });
    if (isRight !== true) throw wrongToken();
    await this.#firstOwner.create(given);
  }

  #fits(token: string): boolean {
    return this.#digest !== undefined && timingSafeEqual(secretDigest(token.trim()), this.#digest);
  }
}

function wrongToken(): KeyServiceError {
  return new KeyServiceError(
    'forbidden',
    'This is not the set-up token of the service as it runs now',
    'Take the one that the service printed on stderr when it last started.',
  );
}
