import type { ExitCode } from './exit-code.ts';

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
