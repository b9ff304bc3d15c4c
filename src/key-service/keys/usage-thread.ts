import { once } from 'node:events';
import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { StoreLocation } from '../store/store.ts';
import type { ValueUse } from './caller-use.ts';

/** What the thread runs: beside this file, as TypeScript or compiled like this one. */
const program = new URL(`./usage-thread-program${extname(import.meta.url)}`, import.meta.url);

/** What the thread answers to uses: null when they are written, else why not. */
export type UsageAnswer = Error | null;

/**
 * Writes uses of keys on a thread and a connection of its own. The embedded database works on the thread that asks it to: were it
 * that of the requests, they would all wait for as long as it takes to write what happened in a second.
 */
export class UsageThread {
  readonly #location: StoreLocation;
  #worker: Worker | undefined;

  constructor(location: StoreLocation) {
    this.#location = location;
  }

  /** Writes uses, one call after the other. The thread begins with the first of them. @throws Error when they cannot be written */
  async write(uses: readonly ValueUse[]): Promise<void> {
    this.#worker ??= this.#begin();
    const answered = new AbortController();
    try {
      const answer = answerOf(this.#worker, answered.signal);
      this.#worker.postMessage(uses);
      const failure = await answer;
      if (failure !== null) throw failure;
    } finally {
      answered.abort();
    }
  }

  /** Ends the thread when it has written what it got. */
  async close(): Promise<void> {
    if (this.#worker === undefined) return;
    const exit = once(this.#worker, 'exit');
    this.#worker.postMessage(null);
    await exit;
  }

  #begin(): Worker {
    const worker = new Worker(program, { workerData: this.#location });
    const forget = () => {
      if (this.#worker === worker) this.#worker = undefined;
    };
    worker.once('error', forget);
    worker.once('exit', forget);
    return worker;
  }
}

/** What a thread says next. @param signal when it fires, nothing is listened for any more: a thread says a lot in its life */
async function answerOf(worker: Worker, signal: AbortSignal): Promise<UsageAnswer> {
  const exit = once(worker, 'exit', { signal }).then(() => [ended]);
  const [answer] = await Promise.race([once(worker, 'message', { signal }), exit]);
  return answer as UsageAnswer;
}

const ended = new Error('the thread that writes the usage of keys has ended');
