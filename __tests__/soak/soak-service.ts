import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import type { StoreOptions } from '../../src/key-service/key-service-core.ts';
import { databaseUrlVariable } from '../../src/key-service/store/postgres-url.ts';
import { cliJson } from '../support/command-line.ts';
import { printed, type Running, startCli } from '../support/processes.ts';

/** A key service in a process of its own, which can be killed and started again on the same data. */
export class SoakService {
  readonly #flags: readonly string[];
  readonly #env: Record<string, string>;
  readonly #databaseUrl: string | undefined;
  #running: Running | undefined;
  #url = '';
  #log = '';

  constructor({ dataFolder, databaseUrl }: StoreOptions) {
    this.#flags = ['--data', dataFolder];
    this.#databaseUrl = databaseUrl;
    // A heap that does not suffice for much more than the service itself: what it does not let go of ends it.
    this.#env = {
      NODE_OPTIONS: '--max-old-space-size=128',
      ...(databaseUrl !== undefined && { [databaseUrlVariable]: databaseUrl }),
    };
  }

  get url(): string {
    return this.#url;
  }

  /** Everything that the processes so far have logged. */
  get log(): string {
    return this.#log + (this.#running?.stderr() ?? '');
  }

  /** Starts a process. It may be killed before it is ready. */
  begin(): void {
    this.#running = startCli(['serve', '--json', '--port', '0', '--log-level', 'warn', ...this.#flags], this.#env);
  }

  /** Resolves when the process that was begun serves. @throws Error with its log when it ends before */
  async ready(): Promise<void> {
    const { url } = JSON.parse(await printed(this.#started, '\n')) as { url: string };
    this.#url = url;
  }

  async start(): Promise<void> {
    this.begin();
    await this.ready();
  }

  /** Ends the process as a loss of power would. */
  async kill(): Promise<void> {
    await this.#end('SIGKILL');
    if (this.#databaseUrl !== undefined) await connectionsGone(this.#databaseUrl);
  }

  /** Ends the process gracefully. @returns its exit code */
  async stop(): Promise<number | null> {
    return await this.#end('SIGTERM');
  }

  /** Runs a command on the same store. */
  async cli<Result>(...args: string[]): Promise<Result> {
    return await cliJson<Result>([...args, ...this.#flags], this.#env);
  }

  /** Memory of the process, in bytes. */
  async residentBytes(): Promise<number> {
    const metrics = await (await fetch(`${this.#url}/metrics`)).text();
    return Number(/^process_resident_memory_bytes (\d+)/m.exec(metrics)?.[1]);
  }

  get #started(): Running {
    if (this.#running === undefined) throw new Error('the service was not started');
    return this.#running;
  }

  async #end(signal: 'SIGKILL' | 'SIGTERM'): Promise<number | null> {
    const running = this.#started;
    running.process.kill(signal);
    const { exitCode, stderr } = await running.ended;
    this.#log += stderr;
    this.#running = undefined;
    return exitCode;
  }
}

/** Waits until PostgreSQL has finished what a process that is dead had asked of it. */
async function connectionsGone(databaseUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    for (;;) {
      const { rowCount } = await client.query(
        "select 1 from pg_stat_activity where datname = current_database() and application_name = 'dataminer-deploy'",
      );
      if (rowCount === 0) return;
      await wait(10);
    }
  } finally {
    await client.end();
  }
}
