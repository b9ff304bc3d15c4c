/** Exit codes of the command line and of the action's process alike (design 4). */
export const exitCodes = {
  ok: 0,
  unexpected: 1,
  inputs: 3,
  packaging: 4,
  upload: 5,
  deployNotStarted: 6,
  deployFailed: 7,
  keysRejected: 8,
} as const;
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** Why a job ended badly: what happened and where, what to do next, and the exit code that says which kind it is. */
export class JobFailure extends Error {
  override readonly name = 'JobFailure';
  readonly exitCode: ExitCode;
  readonly next: string;

  constructor(exitCode: ExitCode, message: string, next: string) {
    super(message);
    this.exitCode = exitCode;
    this.next = next;
  }
}
