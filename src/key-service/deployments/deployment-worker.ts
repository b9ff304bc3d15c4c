import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { DeploymentState } from '../../contract/deployment-state.ts';
import type { Artifacts } from '../artifacts/artifacts.ts';
import type { Connector } from '../dms/connector.ts';
import type { ClaimedDeployment, DeploymentQueue } from './deployment-queue.ts';
import type { NewEvent } from './deployments.ts';

/** A deployment that took this many processes with it is ended, so that it cannot take the next one, too. */
const maxAttempts = 3;

export interface WorkerParts {
  readonly queue: DeploymentQueue;
  readonly artifacts: Artifacts;
  readonly connectorOf: (systemId: string) => Promise<Connector>;
  /** Where packages lie while they are installed. */
  readonly workFolder: string;
  readonly onError: (error: unknown, message: string) => void;
}

export interface WorkerTimes {
  /** How often a lease is renewed, in milliseconds. */
  readonly renewal: number;
  /** How often the queue is looked at without being woken, in milliseconds. */
  readonly idle: number;
  /** How long one installation may take before it ends as `Timeout`, in milliseconds. */
  readonly limit: number;
}

/** Carries out deployments, one after another, until it is stopped. Run several for several DMSs at the same time. */
export class DeploymentWorker {
  readonly #owner: string;
  readonly #parts: WorkerParts;
  readonly #times: WorkerTimes;
  readonly #stopping = new AbortController();
  #alarm = new AbortController();
  #running: Promise<void> | undefined;

  /** @param owner unique among all workers of all processes */
  constructor(owner: string, parts: WorkerParts, times: WorkerTimes) {
    this.#owner = owner;
    this.#parts = parts;
    this.#times = times;
  }

  start(): void {
    this.#running ??= this.#run().finally(() => {
      this.#running = undefined;
    });
  }

  /** Whether it works on the queue: from its start until it has stopped, for whatever reason. */
  get isRunning(): boolean {
    return this.#running !== undefined;
  }

  /** Tells that there is something in the queue. */
  wake(): void {
    this.#alarm.abort();
  }

  /** Takes nothing new; what is not yet in place is given back, what is being put in place is finished. */
  async stop(): Promise<void> {
    this.#stopping.abort(new Stopped());
    this.wake();
    await this.#running;
  }

  async #run(): Promise<void> {
    while (!this.#stopping.signal.aborted) {
      // A new alarm before looking: what is put in the queue while looking is not slept over.
      this.#alarm = new AbortController();
      try {
        const claimed = await this.#parts.queue.claim(this.#owner);
        if (claimed) await this.#carryOut(claimed);
        else await this.#sleep();
      } catch (error) {
        this.#parts.onError(error, 'the deployment queue cannot be worked on for now');
        await this.#sleep();
      }
    }
  }

  async #sleep(): Promise<void> {
    await wait(this.#times.idle, undefined, { signal: this.#alarm.signal }).catch(() => undefined);
  }

  async #carryOut(deployment: ClaimedDeployment): Promise<void> {
    const lost = new AbortController();
    const renewal = setInterval(() => {
      this.#parts.queue.renew(deployment.id, this.#owner).then(
        (held) => held || lost.abort(new LeaseLost()),
        (error) => this.#parts.onError(error, 'a lease could not be renewed'),
      );
    }, this.#times.renewal);
    const limit = AbortSignal.timeout(this.#times.limit);
    const signal = AbortSignal.any([this.#stopping.signal, lost.signal, limit]);
    try {
      const failure = await this.#install(deployment, signal).catch((error: unknown) => ({ error }));
      // An installation whose end cannot be recorded is no failed one: it stays with the queue and is done again.
      if (failure === undefined) await this.#end(deployment, 'Succeeded', { kind: 'Succeeded', metadata: {} });
      else await this.#endWithout(deployment, failure.error, limit);
    } finally {
      clearInterval(renewal);
    }
  }

  async #endWithout(deployment: ClaimedDeployment, error: unknown, limit: AbortSignal): Promise<void> {
    if (error instanceof LeaseLost) return;
    if (error instanceof Stopped) await this.#parts.queue.release(deployment.id, this.#owner);
    else if (limit.aborted && error === limit.reason) await this.#end(deployment, 'Timeout', this.#timeoutEvent());
    else await this.#end(deployment, 'Error', { kind: 'Failed', metadata: describe(error) });
  }

  async #install(deployment: ClaimedDeployment, signal: AbortSignal): Promise<void> {
    const packageFile = join(this.#parts.workFolder, `${deployment.id}.dmapp`);
    const confirmTurn = async () => {
      if (!(await this.#parts.queue.renew(deployment.id, this.#owner))) throw new LeaseLost();
    };
    try {
      const connector = await this.#parts.connectorOf(deployment.systemId);
      if (deployment.attempt > maxAttempts) {
        await connector.recover({ deploymentId: deployment.id, confirmTurn });
        throw new Error(`the service stopped ${maxAttempts} times while it installed this package`);
      }
      await this.#parts.artifacts.copyTo(deployment.artifactId, packageFile);
      await connector.install({
        deploymentId: deployment.id,
        confirmTurn,
        packageFile,
        signal,
        report: async (event) => {
          const held = await this.#parts.queue.report(deployment.id, this.#owner, {
            context: connector.name,
            ...event,
          });
          if (!held) throw new LeaseLost();
        },
      });
    } finally {
      await rm(packageFile, { force: true });
    }
  }

  async #end(deployment: ClaimedDeployment, state: DeploymentState, event: Omit<NewEvent, 'context'>): Promise<void> {
    await this.#parts.queue.report(deployment.id, this.#owner, { context: 'Key service', ...event }, state);
  }

  #timeoutEvent(): Omit<NewEvent, 'context'> {
    const seconds = Math.round(this.#times.limit / 1000);
    return {
      kind: 'TimedOut',
      metadata: { Message: `The installation took longer than ${seconds} s and was undone.` },
    };
  }
}

/** What people are told about a failure: the message, and what to do when the error knows it. Never a stack. */
function describe(error: unknown): Record<string, string> {
  const { message, next } = error as { message?: unknown; next?: unknown };
  return {
    Message: typeof message === 'string' ? message : 'The installation failed.',
    ...(typeof next === 'string' && { Next: next }),
  };
}

class Stopped extends Error {}

class LeaseLost extends Error {}
