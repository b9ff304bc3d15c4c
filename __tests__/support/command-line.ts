import { Readable } from 'node:stream';
import { runCommandLine } from '../../src/cli/command-line.ts';
import type { Ended } from './processes.ts';

/*
 * Command lines in this process: they print and end as a process of their own would, in a tenth of the time. For commands that
 * come to an end by themselves, in tests that are not about processes; `processes.ts` has the same with processes.
 */

/** One at a time: they share what belongs to the process. */
let last: Promise<unknown> = Promise.resolve();

/** Runs one command line to its end. @param env all that it sees of the environment */
export async function runCli(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Ended> {
  return await inTurn(args, env, '');
}

/** Runs one command line with something on its stdin. */
export async function feedCli(input: string, args: readonly string[]): Promise<Ended> {
  return await inTurn(args, {}, input);
}

/** Runs a command with `--json`, which must succeed, and returns what it printed. */
export async function cliJson<Result>(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Result> {
  const { exitCode, stdout, stderr } = await runCli([...args, '--json'], env);
  if (exitCode !== 0) throw new Error(`${args.join(' ')} ended with ${exitCode}: ${stderr}`);
  return JSON.parse(stdout) as Result;
}

async function inTurn(args: readonly string[], env: Readonly<Record<string, string>>, input: string): Promise<Ended> {
  const ended = last.then(() => alone(args, env, input));
  last = ended.catch(() => undefined);
  return await ended;
}

async function alone(args: readonly string[], env: Readonly<Record<string, string>>, input: string): Promise<Ended> {
  const ownEnv = process.env;
  const stdin = Object.getOwnPropertyDescriptor(process, 'stdin') as PropertyDescriptor;
  const stdout = recorded(process.stdout);
  const stderr = recorded(process.stderr);
  process.env = { ...env };
  process.exitCode = undefined;
  Object.defineProperty(process, 'stdin', { configurable: true, value: Readable.from(input === '' ? [] : [input]) });
  try {
    const exitCode = await runCommandLine(['node', 'dataminer-deploy', ...args]);
    return { exitCode, stdout: stdout.text(), stderr: stderr.text() };
  } finally {
    stdout.restore();
    stderr.restore();
    process.env = ownEnv;
    process.exitCode = undefined;
    Object.defineProperty(process, 'stdin', stdin);
  }
}

/** Keeps what is written to a stream from now on, instead of writing it. */
function recorded(stream: NodeJS.WriteStream): { text(): string; restore(): void } {
  const { write } = stream;
  const written: string[] = [];
  stream.write = (chunk: Uint8Array | string) => {
    written.push(typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString());
    return true;
  };
  return {
    text: () => written.join(''),
    restore: () => {
      stream.write = write;
    },
  };
}
