import { KeyServiceError } from '../key-service-error.ts';

/** Lets a few through at a time; of those who come meanwhile some wait, the others are sent away. */
export class Turnstile {
  readonly #width: number;
  readonly #room: number;
  readonly #waiting: (() => void)[] = [];
  #inside = 0;

  /** @param width how many at a time @param room how many may wait */
  constructor(width: number, room: number) {
    this.#width = width;
    this.#room = room;
  }

  /** Does something when its turn has come. @throws KeyServiceError `too-many` when too many wait already */
  async pass<Result>(act: () => Promise<Result>): Promise<Result> {
    if (this.#inside >= this.#width) await this.#turn();
    else this.#inside++;
    try {
      return await act();
    } finally {
      // Whoever is next takes the place over.
      const next = this.#waiting.shift();
      if (next === undefined) this.#inside--;
      else next();
    }
  }

  async #turn(): Promise<void> {
    if (this.#waiting.length >= this.#room) {
      throw new KeyServiceError('too-many', 'Too many people are signing in at the moment', 'Try again in a second.', {
        facts: { retryAfter: 1 },
      });
    }
    await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }
}
