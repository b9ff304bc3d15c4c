import { withinTime } from '../time-limit.ts';
import { type ConnectorSettings, kindOf } from './connector-kinds.ts';
import { diskProblem } from './file-system.ts';

/** Whether a DMS can be reached, and why not. */
export interface Reachable {
  readonly reachable: boolean;
  readonly reason: string | null;
}

/** Checks at the same time: each that hangs holds one of the few threads that Node has for disks. */
const maxChecks = 2;

/** How long somebody waits for an answer, in milliseconds. */
const checkMilliseconds = 2_000;

const noAnswer = 'It did not answer in time.';

/** Asks DMSs whether they can be reached now. A disk that hangs keeps nobody waiting, and is asked only once at a time. */
export class Reachability {
  readonly #checks = new Map<string, Promise<string | undefined>>();
  readonly #milliseconds: number;
  readonly #problemOf: (settings: ConnectorSettings) => Promise<string | undefined>;

  constructor(
    milliseconds = checkMilliseconds,
    problemOf = (settings: ConnectorSettings) => kindOf(settings).problem(settings),
  ) {
    this.#milliseconds = milliseconds;
    this.#problemOf = problemOf;
  }

  async of(settings: ConnectorSettings): Promise<Reachable> {
    const giveUp = new AbortController();
    const reason = await withinTime(this.#milliseconds, this.#check(settings, giveUp.signal), () => noAnswer);
    giveUp.abort();
    return { reachable: reason === undefined, reason: reason ?? null };
  }

  async #check(settings: ConnectorSettings, gaveUp: AbortSignal): Promise<string | undefined> {
    const key = JSON.stringify(settings);
    while (!this.#checks.has(key) && this.#checks.size >= maxChecks) await Promise.race(this.#checks.values());
    if (gaveUp.aborted) return undefined;
    let check = this.#checks.get(key);
    if (check === undefined) {
      check = this.#problemOf(settings)
        .catch((error: unknown) => `It cannot be checked (${diskProblem(error) ?? 'unknown error'}).`)
        .finally(() => this.#checks.delete(key));
      this.#checks.set(key, check);
    }
    return await check;
  }
}
