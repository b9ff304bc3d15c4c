import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { InstallError } from '../dms/connector.ts';
import { KeyServiceError } from '../key-service-error.ts';
import { cancelled, failed, isForPeople, succeeded, timedOut } from './deployment-ending.ts';
import { Cancelled, DeploymentHold, LeaseLost } from './deployment-hold.ts';
import type { ClaimedDeployment, DeploymentQueue } from './deployment-queue.ts';
import { type InstallationParts, installDeployment } from './installation.ts';

export interface WorkerParts extends InstallationParts {
  readonly queue: DeploymentQueue;
  /** DMSs where an installation hangs that was given up; the same for all workers of a process. */
  readonly hanging: Set<string>;
  readonly onError: (error: unknown, message: string) => void;
  /** Told of deployments that failed when there is more to it than what people are told. */
  readonly onFailure: (error: unknown, deploymentId: string) => void;
}

export interface WorkerTimes {
  /** How often a lease is renewed, in milliseconds. */
  readonly renewal: number;
  /** How often the queue is looked at without being woken, in milliseconds. */
  readonly idle: number;
  /** How long one installation may take before it ends as `Timeout`, in milliseconds. */
  readonly limit: number;
  /** How much longer it may take to come to its end once it was told to, before it is given up, in milliseconds. */
  readonly patience: number;
}

/** What became of an installation: no error when the package is in place; `hangs` when it has not even come to an end. */
interface Outcome {
  readonly error?: unknown;
  readonly hangs: boolean;
}

/** Carries out deployments, one after another, until it is stopped. Run several for several DMSs at the same time. */
export class DeploymentWorker {
  readonly #owner: string;
  readonly #parts: WorkerParts;
  readonly #times: WorkerTimes;
  readonly #stopping = new AbortController();
  #alarm = new AbortController();
  #hold: DeploymentHold | undefined;
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

  /** Tells that somebody asked for the end of a deployment. */
  wakeFor(deploymentId: string): void {
    if (this.#hold?.deploymentId === deploymentId) this.#hold.check();
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
    const hold = new DeploymentHold(deployment.id, this.#owner, this.#parts);
    this.#hold = hold;
    hold.keep(this.#times.renewal);
    const limit = AbortSignal.timeout(this.#times.limit);
    const signal = AbortSignal.any([this.#stopping.signal, hold.signal, limit]);
    try {
      await this.#conclude(hold, await this.#outcome(deployment, hold, signal), limit);
    } finally {
      await hold.letGo();
      this.#hold = undefined;
    }
  }

  /** Waits for an installation, but not for ever when it was told to end. */
  async #outcome(deployment: ClaimedDeployment, hold: DeploymentHold, signal: AbortSignal): Promise<Outcome> {
    const { hanging } = this.#parts;
    if (hanging.has(deployment.systemId)) return { error: dmsHangs(), hangs: false };
    const settled = new AbortController();
    const installed = installDeployment(deployment, hold, this.#parts, signal).then(
      () => ({ hangs: false }),
      (error: unknown) => ({ error, hangs: false }),
    );
    const givenUp = this.#patience(signal, settled.signal).then(() => ({ error: signal.reason, hangs: true }));
    givenUp.catch(() => undefined);
    const outcome = await Promise.race([installed, givenUp]);
    settled.abort();
    if (outcome.hangs) {
      hanging.add(deployment.systemId);
      void installed.then(() => hanging.delete(deployment.systemId));
    }
    return outcome;
  }

  /** Until an installation was told to end and did not in good time. */
  async #patience(signal: AbortSignal, settled: AbortSignal): Promise<void> {
    if (!signal.aborted) await once(signal, 'abort', { signal: settled });
    await wait(this.#times.patience, undefined, { signal: settled });
  }

  async #conclude(hold: DeploymentHold, { error, hangs }: Outcome, limit: AbortSignal): Promise<void> {
    // An installation whose end cannot be recorded is no failed one: it stays with the queue and is done again.
    if (error === undefined) await hold.end(succeeded);
    else if (error instanceof LeaseLost) return;
    else if (error instanceof Cancelled) await hold.end((by) => cancelled(by, hangs));
    else if (isPassing(error)) await this.#giveBack(hold, error);
    else if (limit.aborted && error === limit.reason) await hold.end(() => timedOut(this.#times.limit, hangs));
    else if (!(error instanceof Stopped)) await this.#fail(hold, error);
    // What hangs is not given back: somebody must first undo it.
    else if (!hangs) await hold.release();
  }

  async #giveBack(hold: DeploymentHold, error: unknown): Promise<void> {
    this.#parts.onError(error, 'a deployment goes back to the queue');
    await hold.release();
    await this.#sleep();
  }

  async #fail(hold: DeploymentHold, error: unknown): Promise<void> {
    if (hasMoreToTell(error)) this.#parts.onFailure(error, hold.deploymentId);
    await hold.end(() => failed(error));
  }
}

/** Whether something failed because the database could not be reached for a while: that is not the fault of package or DMS. */
function isPassing(error: unknown): boolean {
  return error instanceof KeyServiceError && error.code === 'store-busy';
}

function hasMoreToTell(error: unknown): boolean {
  return !isForPeople(error) || error.cause !== undefined;
}

function dmsHangs(): InstallError {
  return new InstallError(
    'The DMS does not answer: an earlier installation still hangs there',
    'Check its disk and the way to it, then retry the deployment. Nothing was installed.',
  );
}

class Stopped extends Error {}
