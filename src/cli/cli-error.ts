/** An end of the command that is not a defect: what happened, what to do next, and the exit code (design 4). */
export class CliError extends Error {
  readonly exitCode: number;
  readonly next: string | undefined;

  constructor(message: string, options: { exitCode: number; next?: string | undefined; cause?: unknown }) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'CliError';
    this.exitCode = options.exitCode;
    this.next = options.next;
  }
}
