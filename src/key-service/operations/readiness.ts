import { inTime } from './in-time.ts';

/** Whether one thing that the service needs is there. */
export type ReadinessCheck = () => boolean | Promise<boolean>;

/** What `/readyz` tells: nothing that a stranger could use. */
export interface ReadinessReport {
  readonly ready: boolean;
  readonly checks: Readonly<Record<string, 'ok' | 'failing'>>;
}

export interface ReadinessTimes {
  /** How long one check may take, in milliseconds. */
  readonly limit: number;
  /** How long a result is good for, in milliseconds, so that asking often costs nothing. */
  readonly goodFor: number;
}

const defaultTimes: ReadinessTimes = { limit: 2_000, goodFor: 1_000 };

/**
 * Whether the service should be sent requests. It may be asked often and by anybody: it checks rarely, always answers in
 * time, and never begins a check again that still hangs.
 */
export class Readiness {
  readonly #checks: readonly (readonly [name: string, check: LimitedCheck])[];
  readonly #ending: AbortSignal | undefined;

  /** @param ending aborted when the service is asked to end: from then on it is not ready, whatever the checks say */
  constructor(
    checks: Readonly<Record<string, ReadinessCheck>>,
    ending?: AbortSignal,
    times: ReadinessTimes = defaultTimes,
  ) {
    this.#checks = Object.entries(checks).map(([name, check]) => [name, new LimitedCheck(check, times)]);
    this.#ending = ending;
  }

  async report(): Promise<ReadinessReport> {
    const results = await Promise.all(this.#checks.map(async ([name, check]) => [name, await check.passes()] as const));
    const all = [...results, ['serving', this.#ending?.aborted !== true] as const];
    return {
      ready: all.every(([, passes]) => passes),
      checks: Object.fromEntries(all.map(([name, passes]) => [name, passes ? 'ok' : 'failing'])),
    };
  }
}

/** A check that fails when it throws and when it takes too long. */
class LimitedCheck {
  readonly #check: ReadinessCheck;
  readonly #times: ReadinessTimes;
  #result: Promise<boolean> | undefined;

  constructor(check: ReadinessCheck, times: ReadinessTimes) {
    this.#check = check;
    this.#times = times;
  }

  /** The result of the check that is under way, or was lately. */
  async passes(): Promise<boolean> {
    this.#result ??= this.#run();
    return (await inTime(this.#result, this.#times.limit)) ?? false;
  }

  async #run(): Promise<boolean> {
    try {
      return await this.#check();
    } finally {
      setTimeout(() => {
        this.#result = undefined;
      }, this.#times.goodFor).unref();
    }
  }
}
