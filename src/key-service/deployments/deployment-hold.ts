import type { Ending } from './deployment-ending.ts';
import type { NewEvent } from './deployment-event.ts';
import type { DeploymentQueue, Standing } from './deployment-queue.ts';

/** Somebody else has been given the deployment, or it has ended: whoever held it must stop. */
export class LeaseLost extends Error {}

/** Somebody asked for the end of the deployment: whoever holds it undoes what was begun, and ends it. */
export class Cancelled extends Error {}

/** A worker's hold on one deployment: it is kept by renewing it, and tells as soon as it is seen that it should be let go. */
export class DeploymentHold {
  readonly deploymentId: string;
  /** Whether an earlier attempt may have left something on the DMS that has not been undone yet. */
  mayHaveLeftovers = false;
  readonly #owner: string;
  readonly #queue: DeploymentQueue;
  readonly #onError: (error: unknown, message: string) => void;
  readonly #over = new AbortController();
  #renewal: NodeJS.Timeout | undefined;
  /** What is being looked at: done when all of it is. */
  #looks: Promise<unknown> = Promise.resolve();

  constructor(
    deploymentId: string,
    owner: string,
    parts: { readonly queue: DeploymentQueue; readonly onError: (error: unknown, message: string) => void },
  ) {
    this.deploymentId = deploymentId;
    this.#owner = owner;
    this.#queue = parts.queue;
    this.#onError = parts.onError;
  }

  /** Fires with {@link LeaseLost} or {@link Cancelled}. */
  get signal(): AbortSignal {
    return this.#over.signal;
  }

  /** Renews the lease from now on, every so many milliseconds. */
  keep(milliseconds: number): void {
    this.#renewal = setInterval(() => this.check(), milliseconds);
  }

  /** Renews no more; resolves when nothing of it uses the store any more. */
  async letGo(): Promise<void> {
    clearInterval(this.#renewal);
    await this.#looks;
  }

  /** Looks now how the deployment stands; what goes wrong with that is tried again with the next renewal. */
  check(): void {
    const look = this.confirmWanted().catch((error) => {
      if (error instanceof LeaseLost || error instanceof Cancelled) this.#over.abort(error);
      else this.#onError(error, 'a lease could not be renewed');
    });
    this.#looks = Promise.all([this.#looks, look]);
  }

  /** @throws LeaseLost */
  async confirm(): Promise<void> {
    requireHeld(await this.#queue.renew(this.deploymentId, this.#owner));
  }

  /** @throws LeaseLost, Cancelled */
  async confirmWanted(): Promise<void> {
    requireWanted(await this.#queue.renew(this.deploymentId, this.#owner));
  }

  /** @throws LeaseLost, Cancelled */
  async report(event: NewEvent): Promise<void> {
    requireWanted(await this.#queue.report(this.deploymentId, this.#owner, event));
  }

  async release(): Promise<void> {
    await this.#queue.release(this.deploymentId, this.#owner, this.mayHaveLeftovers);
  }

  async end(endingFor: (cancelledBy: string | null) => Ending): Promise<void> {
    await this.#queue.end(this.deploymentId, this.#owner, endingFor);
  }
}

function requireHeld(standing: Standing): void {
  if (standing === 'lost') throw new LeaseLost('the deployment belongs to somebody else by now');
}

function requireWanted(standing: Standing): void {
  requireHeld(standing);
  if (standing === 'cancelled') throw new Cancelled('the deployment was cancelled');
}
