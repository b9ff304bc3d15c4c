import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { open } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { timed } from '../measure.ts';
import { memoryOf } from '../process-memory.ts';
import type { Load } from './load.ts';

const loadProgram = fileURLToPath(new URL('load.ts', import.meta.url));

/** What one round of load found out about a server; memory is what it held at its end, in bytes. */
export interface Round extends Load {
  readonly residentBytes: number;
}

/** How a server is started. It prints its URL as `serve --json` does. */
export interface ServerCommand {
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** File for what it writes to stderr. */
  readonly log: string;
  readonly path?: string;
}

/** A server in a process of its own, which goes on from round to round. */
export class MeasuredServer {
  readonly #process: ChildProcess;
  readonly #url: string;

  private constructor(process: ChildProcess, url: string) {
    this.#process = process;
    this.#url = url;
  }

  /** @throws Error when it ends before it is ready */
  static async start({ args, env = {}, log, path = '/' }: ServerCommand): Promise<MeasuredServer> {
    await using file = await open(log, 'w');
    const child = spawn(process.execPath, args, {
      env: { PATH: process.env.PATH, ...env },
      stdio: ['ignore', 'pipe', file.fd],
    });
    const ended = once(child, 'exit').then(() => {
      throw new Error(`node ${args.join(' ')} ended before it was ready; see ${log}`);
    });
    const [line] = await Promise.race([once(createInterface(child.stdout as Readable), 'line'), ended]);
    ended.catch(() => undefined);
    return new MeasuredServer(child, (JSON.parse(line as string) as { url: string }).url + path);
  }

  /** Puts load on it, from a process of its own. */
  async round(sets: number, seconds: number, connections: number, signal: AbortSignal): Promise<Round> {
    const numbers = [sets, seconds, connections].map(String);
    const { stdout } = await timed({ args: [loadProgram, this.#url, ...numbers], signal });
    const { residentBytes } = memoryOf(this.#process.pid as number);
    return { ...(JSON.parse(stdout) as Load), residentBytes };
  }

  async stop(): Promise<void> {
    if (this.#process.exitCode !== null) return;
    this.#process.kill('SIGTERM');
    await once(this.#process, 'exit');
  }
}
