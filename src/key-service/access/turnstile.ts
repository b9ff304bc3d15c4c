import { KeyServiceError } from '../key-service-error.ts';

interface Waiting {
  readonly who: string | undefined;
  readonly enter: () => void;
}

/**
 * Lets a few through at a time; of those who come meanwhile some wait, the others are sent away. Who gives a name waits once at a
 * time, and so never takes the room of the others.
 */
export class Turnstile {
  readonly #width: number;
  readonly #room: number;
  readonly #waiting: Waiting[] = [];
  #inside = 0;

  /** @param width how many at a time @param room how many may wait */
  constructor(width: number, room: number) {
    this.#width = width;
    this.#room = room;
  }

  /**
   * Does something when its turn has come.
   * @param who for whom
   * @throws KeyServiceError `too-many` when too many wait already, or the same one does
   */
  async pass<Result>(act: () => Promise<Result>, who?: string): Promise<Result> {
    if (this.#inside >= this.#width) await this.#turn(who);
    else this.#inside++;
    try {
      return await act();
    } finally {
      // Whoever is next takes the place over.
      const next = this.#waiting.shift();
      if (next === undefined) this.#inside--;
      else next.enter();
    }
  }

  async #turn(who: string | undefined): Promise<void> {
    const waitsAlready = who !== undefined && this.#waiting.some((other) => other.who === who);
    if (waitsAlready || this.#waiting.length >= this.#room) {
      throw new KeyServiceError('too-many', 'Too many people are signing in at the moment', 'Try again in a second.', {
        facts: { retryAfter: 1 },
      });
    }
    await new Promise<void>((enter) => this.#waiting.push({ who, enter }));
  }
}
