import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { KeyServiceError } from '../key-service-error.ts';
import { type SecretSource, type Secrets, secretsIn } from './secret-source.ts';
import type { SecretName } from './service-secret.ts';

/** How long the command may take, in milliseconds. */
const defaultTimeout = 15_000;

/** How much it may print: room for hundreds of keys, in bytes. */
const maxOutputBytes = 64 * 1024;

const run = promisify(execFile);

/**
 * Secrets that a program prints, one in a line, the newest first: the command line of a vault or a key management service.
 * It is run without a shell. What it prints, on stdout or stderr, is never shown or logged.
 */
export class SecretCommand implements SecretSource {
  readonly name: SecretName;
  readonly title: string;
  readonly remedy: string;
  readonly #program: string;
  readonly #args: readonly string[];
  readonly #timeout: number;

  /**
   * @param variable where the command was given, for messages
   * @param line a JSON array of program and arguments, or both separated by blanks (then no argument can hold one)
   * @param timeout how long it may take, in milliseconds
   * @throws KeyServiceError `secrets` when it is neither
   */
  constructor(name: SecretName, variable: string, line: string, timeout = defaultTimeout) {
    [this.#program, ...this.#args] = commandFrom(variable, line);
    this.#timeout = timeout;
    this.name = name;
    // Not even the program's name: somebody may have put the secret itself there.
    this.title = `the output of the command in ${variable}`;
    this.remedy =
      'Have the command print the secret that belongs to this database, after the newer ones if there are any.';
  }

  async read(): Promise<Secrets> {
    return secretsIn(await this.#output(), this);
  }

  async #output(): Promise<string> {
    const running = run(this.#program, this.#args, {
      timeout: this.#timeout,
      killSignal: 'SIGKILL',
      maxBuffer: maxOutputBytes,
      windowsHide: true,
    });
    running.child.stdin?.end();
    try {
      return (await running).stdout;
    } catch (error) {
      // Neither message nor cause of the error: both hold what the command printed.
      throw new KeyServiceError(
        'secrets',
        `The ${this.name} cannot be read from ${this.title}: it ${howItFailed(error as CommandFailure, this.#timeout)}`,
        'Run the command by hand, as the account that runs the service, to see what it says.',
      );
    }
  }
}

interface CommandFailure {
  readonly code?: number | string | null;
  readonly killed?: boolean;
  readonly signal?: string | null;
}

function howItFailed({ code, killed, signal }: CommandFailure, timeout: number): string {
  if (code === 'ERR_CHILD_PROCESS_STDIO_MAXBUFFER') return `printed more than ${maxOutputBytes} bytes`;
  if (typeof code === 'string') return `could not be started (${code})`;
  if (killed) return `took longer than ${timeout / 1000} seconds`;
  return signal ? `was ended by ${signal}` : `ended with exit code ${code}`;
}

function commandFrom(variable: string, line: string): [string, ...string[]] {
  const parts = line.trimStart().startsWith('[') ? listIn(line) : line.trim().split(/\s+/);
  const [program, ...args] = parts ?? [];
  if (program) return [program, ...args];
  throw new KeyServiceError(
    'secrets',
    `${variable} is no command`,
    'Give program and arguments separated by blanks, or as a JSON array of strings.',
  );
}

function listIn(json: string): readonly string[] | undefined {
  try {
    const list: unknown = JSON.parse(json);
    return Array.isArray(list) && list.every((part) => typeof part === 'string') ? list : undefined;
  } catch {
    return undefined;
  }
}
