import { expressionBuilder, sql } from 'kysely';
import type { Audited } from '../audit/audited.ts';
import { type ConnectorSettings, connectorSettings } from '../dms/connector-kinds.ts';
import type { Environment } from '../environment.ts';
import { lockRow } from '../store/lock.ts';
import type { Database, Queries, Tables } from '../store/schema.ts';
import { type Ending, endDeployment } from './deployment-ending.ts';
import { auditedDeployments } from './deployment-entry.ts';
import { appendEvent, type NewEvent, serviceEvent } from './deployment-event.ts';

/** A deployment that a worker holds; it keeps it by renewing the lease. */
export interface ClaimedDeployment {
  readonly id: string;
  readonly systemId: string;
  readonly artifactId: string;
  /** 1 when it was never taken up before. */
  readonly attempt: number;
  /** The way to the DMS as it was when the deployment was first taken up: what was begun there is ended there. */
  readonly settings: ConnectorSettings;
  /** Whether somebody asked for its end. */
  readonly isCancelled: boolean;
}

/** How a deployment stands to the worker that took it: `cancelled` is still held, but wanted no more. */
export type Standing = 'held' | 'cancelled' | 'lost';

/**
 * How far the clocks of services may be apart, in milliseconds. A lease that lasts longer than one can by then was given before a
 * clock was set back, and its holder may be gone for good.
 */
const clockMilliseconds = 60_000;

/**
 * The deployments table as a queue. A worker takes the first waiting deployment of a DMS under a lease; while it is held or
 * waits for its turn again, no later one of the same DMS is taken, so each DMS sees its deployments one at a time, in order.
 */
export class DeploymentQueue {
  readonly #db: Database;
  readonly #audited: Audited;
  readonly #environment: Environment;
  readonly #leaseMilliseconds: number;

  constructor(
    { db, audited, environment }: { db: Database; audited: Audited; environment: Environment },
    leaseMilliseconds: number,
  ) {
    this.#db = db;
    this.#audited = audited;
    this.#environment = environment;
    this.#leaseMilliseconds = leaseMilliseconds;
  }

  /** Takes the next deployment that nobody holds, also one whose holder stopped renewing. */
  async claim(owner: string): Promise<ClaimedDeployment | undefined> {
    for (;;) {
      const id = await this.#next();
      if (id === undefined) return undefined;
      const claimed = await this.#take(id, owner);
      if (claimed !== undefined) return claimed;
      // Somebody else was faster.
    }
  }

  /** Prolongs a lease. When it is lost, the holder must stop. */
  async renew(id: string, owner: string): Promise<Standing> {
    const row = await this.#db
      .updateTable('deployments')
      .set({ lease_until: this.#leaseEnd() })
      .where('id', '=', id)
      .where('state', '=', 'Pending')
      .where('lease_owner', '=', owner)
      .returning('cancelled_by')
      .executeTakeFirst();
    return standingOf(row);
  }

  /**
   * Gives a deployment back; it keeps its place, and the attempt does not count.
   * @param hasLeftovers whether an earlier attempt may have left something on the DMS: then whoever takes it goes there the same way
   */
  async release(id: string, owner: string, hasLeftovers = false): Promise<void> {
    await this.#db
      .updateTable('deployments')
      .set((value) => ({
        lease_owner: null,
        lease_until: null,
        ...(!hasLeftovers && { connector: null, connector_settings: null }),
        attempts: value('attempts', '-', 1),
      }))
      .where('id', '=', id)
      .where('state', '=', 'Pending')
      .where('lease_owner', '=', owner)
      .execute();
  }

  /** Adds an event to a deployment that is held and wanted; to any other, nothing. */
  async report(id: string, owner: string, event: NewEvent): Promise<Standing> {
    return await this.#db.transaction().execute(async (transaction) => {
      const standing = standingOf(await this.#held(transaction, id, owner));
      if (standing === 'held') await appendEvent(transaction, this.#environment, id, event);
      return standing;
    });
  }

  /**
   * Ends a deployment while the lease lasts.
   * @param endingFor the ending, by who asked for one, if somebody did
   * @returns false when the lease is lost
   */
  async end(id: string, owner: string, endingFor: (cancelledBy: string | null) => Ending): Promise<boolean> {
    return await this.#audited.change(async (transaction) => {
      const held = await this.#held(transaction, id, owner);
      if (held === undefined) return { result: false, entry: [] };
      const ending = endingFor(held.cancelled_by);
      return { result: true, entry: await endDeployment(transaction, this.#environment, held, ending) };
    });
  }

  async #held(transaction: Queries, id: string, owner: string) {
    await lockRow(transaction, 'deployments', id);
    return await auditedDeployments(transaction)
      .select('deployments.cancelled_by')
      .where('deployments.id', '=', id)
      .where('deployments.state', '=', 'Pending')
      .where('deployments.lease_owner', '=', owner)
      .executeTakeFirst();
  }

  /**
   * The first of those that wait, each the first of its DMS. It stays that until somebody takes or ends it: positions only grow,
   * and what has ended does not come back.
   */
  async #next(): Promise<string | undefined> {
    const waiting = sql.lit<'Pending'>('Pending');
    const row = await this.#db
      .selectFrom('deployments as candidate')
      .select('id')
      .where('state', '=', waiting)
      .where(this.#isFree())
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom('deployments as earlier')
              .select('earlier.id')
              .where('earlier.state', '=', waiting)
              .whereRef('earlier.system_id', '=', 'candidate.system_id')
              .whereRef('earlier.position', '<', 'candidate.position'),
          ),
        ),
      )
      .orderBy('requested_at')
      .orderBy('position')
      .limit(1)
      .executeTakeFirst();
    return row?.id;
  }

  /** Takes a deployment unless it was taken or ended in the meantime. */
  async #take(id: string, owner: string): Promise<ClaimedDeployment | undefined> {
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
        .returning(['system_id', 'artifact_id', 'attempts', 'cancelled_by', 'connector', 'connector_settings'])
        .executeTakeFirst();
      if (taken === undefined) return undefined;
      const { attempts: attempt, connector, connector_settings } = taken;
      await appendEvent(
        transaction,
        this.#environment,
        id,
        serviceEvent(attempt === 1 ? 'Started' : 'Resumed', { Attempt: String(attempt) }),
      );
      const columns =
        connector === null || connector_settings === null
          ? await keptConnector(transaction, id, taken.system_id)
          : { connector, connector_settings };
      return {
        id,
        systemId: taken.system_id,
        artifactId: taken.artifact_id,
        attempt,
        settings: connectorSettings(columns),
        isCancelled: taken.cancelled_by !== null,
      };
    });
  }

  #isFree() {
    const where = expressionBuilder<Tables, 'deployments'>();
    const now = this.#environment.now();
    return where.or([
      where('lease_until', 'is', null),
      where('lease_until', '<=', now),
      where('lease_until', '>', now + this.#leaseMilliseconds + clockMilliseconds),
    ]);
  }

  #leaseEnd(): number {
    return this.#environment.now() + this.#leaseMilliseconds;
  }
}

/** The way to a DMS now, kept with the deployment that takes it. */
async function keptConnector(transaction: Queries, id: string, systemId: string) {
  const columns = await transaction
    .selectFrom('systems')
    .select(['connector', 'connector_settings'])
    .where('id', '=', systemId)
    .executeTakeFirstOrThrow();
  await transaction.updateTable('deployments').set(columns).where('id', '=', id).execute();
  return columns;
}

function standingOf(row: { readonly cancelled_by: string | null } | undefined): Standing {
  if (row === undefined) return 'lost';
  return row.cancelled_by === null ? 'held' : 'cancelled';
}
