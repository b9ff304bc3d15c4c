/** What the service said instead of doing what was asked. */
export class Refusal extends Error {
  readonly status: number;
  /** The service's name for the reason: `conflict`, `gate`, `sign-in-again`, … */
  readonly code: string;
  readonly facts: Readonly<Record<string, unknown>>;

  constructor(status: number, problem: Readonly<Record<string, unknown>>) {
    super(typeof problem.detail === 'string' ? problem.detail : `The service answered ${status}.`);
    this.name = 'Refusal';
    this.status = status;
    this.code = typeof problem.code === 'string' ? problem.code : '';
    this.facts = problem;
  }
}

/** The service could not be asked at all. */
export class Unreachable extends Error {
  /** @param isChange whether something was to be changed: then nobody knows whether it was */
  constructor(cause: unknown, isChange: boolean) {
    super(
      isChange
        ? 'The key service did not answer. What you wanted may have been done all the same: check the connection, and look before you try again.'
        : 'The key service cannot be reached. Check the connection, then try again.',
      { cause },
    );
    this.name = 'Unreachable';
  }
}

/** Refusals that say something about the moment: too slow, too often. */
const passing: readonly number[] = [408, 429];

/** Whether asking again would be answered the same; what may pass, like a lost connection, is not final. */
export function isFinal(error: unknown): boolean {
  return error instanceof Refusal && error.status < 500 && !passing.includes(error.status);
}

/** Whether an error is the given refusal. */
export function isRefusal(error: unknown, code: string): boolean {
  return error instanceof Refusal && error.code === code;
}
