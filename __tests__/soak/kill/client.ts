import type { Seeded } from '../seeded.ts';
import { Caller, type Place } from './caller.ts';
import { changes } from './changes.ts';
import { Ledger } from './ledger.ts';

const weighted = changes.flatMap(([weight, change]) => Array.from({ length: weight }, () => change));

/** Somebody who makes one change after the other without a pause, and writes down what the service acknowledges. */
export class Client {
  readonly caller: Caller;
  readonly ledger: Ledger;
  readonly #chance: Seeded;
  #acknowledged = 0;

  constructor(place: Place, chance: Seeded) {
    this.caller = new Caller(place);
    this.ledger = new Ledger(place.systemName);
    this.#chance = chance;
  }

  /** How many changes were acknowledged so far. */
  get acknowledged(): number {
    return this.#acknowledged;
  }

  /** Works until it is stopped, or the service is gone. @throws Error when the service does what it never should */
  async work(url: string, stopped: AbortSignal): Promise<void> {
    this.caller.connect(url);
    const hands = { caller: this.caller, ledger: this.ledger, chance: this.#chance };
    while (!stopped.aborted && !this.caller.isLost) {
      if (await this.#chance.oneOf(weighted)(hands)) this.#acknowledged += 1;
    }
  }
}
