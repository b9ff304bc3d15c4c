import { expressionBuilder } from 'kysely';
import type { DeploymentState } from '../../contract/deployment-state.ts';
import type { Environment } from '../environment.ts';
import { lockRow } from '../store/lock.ts';
import type { Database, Tables } from '../store/schema.ts';
import { appendEvent, type NewEvent } from './deployments.ts';

/** A deployment that a worker holds; it keeps it by renewing the lease. */
export interface ClaimedDeployment {
  readonly id: string;
  readonly systemId: string;
  readonly artifactId: string;
  /** 1 when it was never taken up before. */
  readonly attempt: number;
}

/**
 * The deployments table as a queue. A worker takes the first waiting deployment of a DMS under a lease; while it is held or
 * waits for its turn again, no later one of the same DMS is taken, so each DMS sees its deployments one at a time, in order.
 */
export class DeploymentQueue {
  readonly #db: Database;
  readonly #environment: Environment;
  readonly #leaseMilliseconds: number;

  constructor(db: Database, environment: Environment, leaseMilliseconds: number) {
    this.#db = db;
    this.#environment = environment;
    this.#leaseMilliseconds = leaseMilliseconds;
  }

  /** Takes the next deployment that nobody holds, also one whose holder stopped renewing. */
  async claim(owner: string): Promise<ClaimedDeployment | undefined> {
    for (;;) {
      const next = await this.#next();
      if (next === undefined) return undefined;
      const attempt = await this.#take(next.id, owner);
      if (attempt !== undefined) {
        return { id: next.id, systemId: next.system_id, artifactId: next.artifact_id, attempt };
      }
      // Somebody else was faster.
    }
  }

  /** Prolongs a lease; false when it is lost, and then the holder must stop. */
  async renew(id: string, owner: string): Promise<boolean> {
    const result = await this.#db
      .updateTable('deployments')
      .set({ lease_until: this.#leaseEnd() })
      .where('id', '=', id)
      .where('state', '=', 'Pending')
      .where('lease_owner', '=', owner)
      .executeTakeFirst();
    return result.numUpdatedRows > 0n;
  }

  /** Gives a deployment back unfinished; it keeps its place, and the attempt does not count. */
  async release(id: string, owner: string): Promise<void> {
    await this.#db
      .updateTable('deployments')
      .set((value) => ({ lease_owner: null, lease_until: null, attempts: value('attempts', '-', 1) }))
      .where('id', '=', id)
      .where('state', '=', 'Pending')
      .where('lease_owner', '=', owner)
      .execute();
  }

  /** Adds an event while the lease lasts; with a final state, the deployment ends. False when the lease is lost. */
  async report(id: string, owner: string, event: NewEvent, state?: DeploymentState): Promise<boolean> {
    return await this.#db.transaction().execute(async (transaction) => {
      await lockRow(transaction, 'deployments', id);
      const held = await transaction
        .selectFrom('deployments')
        .select('id')
        .where('id', '=', id)
        .where('state', '=', 'Pending')
        .where('lease_owner', '=', owner)
        .executeTakeFirst();
      if (held === undefined) return false;
      await appendEvent(transaction, this.#environment, id, event, state);
      return true;
    });
  }

  /**
   * The first of those that wait, each the first of its DMS. It stays that until somebody takes or ends it: positions only grow,
   * and what has ended does not come back.
   */
  async #next() {
    return await this.#db
      .selectFrom('deployments as candidate')
      .select(['id', 'system_id', 'artifact_id'])
      .where('state', '=', 'Pending')
      .where(this.#isFree())
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom('deployments as earlier')
              .select('earlier.id')
              .where('earlier.state', '=', 'Pending')
              .whereRef('earlier.system_id', '=', 'candidate.system_id')
              .whereRef('earlier.position', '<', 'candidate.position'),
          ),
        ),
      )
      .orderBy('requested_at')
      .orderBy('position')
      .limit(1)
      .executeTakeFirst();
  }

  /** Takes a deployment unless it was taken or ended in the meantime. @returns which attempt it is */
  async #take(id: string, owner: string): Promise<number | undefined> {
    return await this.#db.transaction().execute(async (transaction) => {
      const taken = await transaction
        .updateTable('deployments')
        .set((value) => ({
          attempts: value('attempts', '+', 1),
          lease_owner: owner,
          lease_until: this.#leaseEnd(),
        }))
        .where('id', '=', id)
        .where('state', '=', 'Pending')
        .where(this.#isFree())
        .returning('attempts')
        .executeTakeFirst();
      if (taken === undefined) return undefined;
      await appendEvent(transaction, this.#environment, id, {
        context: 'Key service',
        kind: taken.attempts === 1 ? 'Started' : 'Resumed',
        metadata: { Attempt: String(taken.attempts) },
      });
      return taken.attempts;
    });
  }

  #isFree() {
    const where = expressionBuilder<Tables, 'deployments'>();
    return where.or([where('lease_until', 'is', null), where('lease_until', '<=', this.#environment.now())]);
  }

  #leaseEnd(): number {
    return this.#environment.now() + this.#leaseMilliseconds;
  }
}
