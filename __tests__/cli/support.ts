import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

const main = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url));

export interface Run {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the command line in a process of its own. */
export async function run(...args: string[]): Promise<Run> {
  const child = spawn(process.execPath, [main, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
  return { exitCode: child.exitCode, stdout, stderr };
}

/** Runs a command with `--json` that must succeed, and reads what it prints. */
export async function runJson<Result = Record<string, string>>(...args: string[]): Promise<Result> {
  const { exitCode, stdout, stderr } = await run(...args, '--json');
  if (exitCode !== 0) throw new Error(`${args.join(' ')} ended with ${exitCode}: ${stderr}`);
  return JSON.parse(stdout) as Result;
}

export interface Served {
  readonly url: string;
  readonly pid: number;
  readonly process: ChildProcess;
  /** What it writes, and how it ended; settled once it has. */
  readonly ended: Promise<Run>;
}

const served: ChildProcess[] = [];

/** Starts `serve --json` and waits until it is ready. */
export async function serve(...args: string[]): Promise<Served> {
  const child = spawn(process.execPath, [main, 'serve', '--port', '0', '--json', ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  served.push(child);
  const stderr = text(child.stderr);
  const lines = createInterface(child.stdout);
  const written: string[] = [];
  lines.on('line', (line) => written.push(line));
  const ended = (async () => {
    const [exitCode] = (await once(child, 'close')) as [number | null];
    return { exitCode, stdout: written.join('\n'), stderr: await stderr };
  })();
  const first = await Promise.race([once(lines, 'line'), ended]);
  if (!Array.isArray(first)) throw new Error(`serve did not start: ${first.stderr}`);
  return { ...(JSON.parse(first[0] as string) as { url: string; pid: number }), process: child, ended };
}

afterAll(() => {
  for (const child of served.splice(0)) child.kill('SIGKILL');
});
