import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

const memoryReporter = fileURLToPath(new URL('memory-reporter.ts', import.meta.url));

/** A Node process to run. It sees this environment and nothing else of ours. */
export interface Command {
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** The exit code that is right; default 0. */
  readonly exitCode?: number;
  readonly signal: AbortSignal;
}

export interface Run {
  /** From the start of the process to its end. */
  readonly milliseconds: number;
  readonly stdout: string;
}

export interface MemoryRun extends Run {
  /** Largest resident memory of the process, in bytes. */
  readonly peakBytes: number;
}

/**
 * Runs a process from start to exit, its output read through pipes as a runner does.
 * @throws Error when it ends in another way than expected; the signal's reason when aborted
 */
export async function timed(command: Command): Promise<Run> {
  return await run(command, []);
}

/**
 * The same, and has the process report its peak memory as it ends. The reporter takes a little time and memory itself, so
 * compare such runs only with each other.
 */
export async function withPeakMemory(command: Command): Promise<MemoryRun> {
  const { milliseconds, stdout, report } = await run(command, ['--import', memoryReporter]);
  return { milliseconds, stdout, peakBytes: Number(report) };
}

async function run(
  { args, env = {}, exitCode = 0, signal }: Command,
  nodeOptions: readonly string[],
): Promise<Run & { report: string }> {
  const start = performance.now();
  const child = spawn(process.execPath, [...nodeOptions, ...args], {
    env: { PATH: process.env.PATH, ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
    signal,
  });
  const output = Promise.all(child.stdio.slice(1).map((stream) => text(stream as Readable)));
  const [code, cause] = await once(child, 'exit');
  const milliseconds = performance.now() - start;
  const [stdout = '', stderr = '', report = ''] = await output;
  signal.throwIfAborted();
  if (code !== exitCode) {
    const shown = `${stdout}${stderr}`.replace(/^::add-mask::.*\n/gm, '');
    throw new Error(`node ${args.join(' ')} ended with ${code ?? cause}, not ${exitCode}:\n${shown}`);
  }
  return { milliseconds, stdout, report };
}

/**
 * Runs contenders in turns (A B A B …), so that a drift of the machine's speed meets all of them alike. One round before
 * the counted ones warms up the disk caches.
 */
export async function inTurns<Name extends string, Result>(
  rounds: number,
  contenders: Readonly<Record<Name, () => Promise<Result>>>,
): Promise<Record<Name, Result[]>> {
  const names = Object.keys(contenders) as Name[];
  const results = Object.fromEntries(names.map((name) => [name, [] as Result[]])) as Record<Name, Result[]>;
  for (let round = 0; round <= rounds; round++) {
    for (const name of names) {
      const result = await contenders[name]();
      if (round > 0) results[name].push(result);
    }
  }
  return results;
}
