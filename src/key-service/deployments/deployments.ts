import type { DeploymentState } from '../../contract/deployment-state.ts';
import type { DeploymentInfo } from '../../contract/schemas.ts';
import { type Environment, timestamp } from '../environment.ts';
import type { AuthenticatedKey } from '../keys/key-verifier.ts';

import { comparable } from '../store/comparable-text.ts';
import { lockRow } from '../store/lock.ts';
import type { Database, Queries } from '../store/schema.ts';

/** What happened to a deployment, as its event chain tells it. */
export interface NewEvent {
  /** Which part of the service tells it. */
  readonly context: string;
  readonly kind: string;
  readonly metadata: Readonly<Record<string, string>>;
}

/** Deployments as their requesters see them; how they are carried out is the {@link DeploymentQueue}'s matter. */
export class Deployments {
  readonly #db: Database;
  readonly #environment: Environment;

  constructor(db: Database, environment: Environment) {
    this.#db = db;
    this.#environment = environment;
  }

  /**
   * Puts a package in the queue of a DMS.
   * @returns the deployment's ID, or undefined when the DMS has no such package
   */
  async request(artifactId: string, systemId: string, key: AuthenticatedKey): Promise<string | undefined> {
    return await this.#db.transaction().execute(async (transaction) => {
      await lockRow(transaction, 'systems', systemId);
      const artifact = await transaction
        .selectFrom('artifacts')
        .select(['name', 'version'])
        .where('id', '=', artifactId)
        .where('system_id', '=', systemId)
        .where('state', '=', 'complete')
        .executeTakeFirst();
      if (artifact === undefined) return undefined;
      const last = await transaction
        .selectFrom('deployments')
        .select((select) => select.fn.max('position').as('position'))
        .where('system_id', '=', systemId)
        .executeTakeFirst();
      const id = this.#environment.newId();
      const now = this.#environment.now();
      await transaction
        .insertInto('deployments')
        .values({
          id,
          system_id: systemId,
          position: (last?.position ?? 0) + 1,
          artifact_id: artifactId,
          state: 'Pending',
          package_name: artifact.name,
          package_version: artifact.version,
          comparable_text: comparable(`${artifact.name} ${artifact.version}`.slice(0, 200).toWellFormed()),
          requested_by_type: 'key',
          requested_by_id: key.setId,
          requested_by_name: `${key.label} (${key.slot})`,
          caller_repository: null,
          caller_workflow: null,
          caller_run_id: null,
          caller_run_attempt: null,
          retry_of: null,
          requested_at: now,
          modified_at: now,
          cancelled_by: null,
          attempts: 0,
          lease_owner: null,
          lease_until: null,
        })
        .execute();
      await appendEvent(transaction, this.#environment, id, {
        context: 'Key service',
        kind: 'Requested',
        metadata: { Package: artifact.name, Version: artifact.version, Key: `${key.label} (${key.slot})` },
      });
      return id;
    });
  }

  /** A deployment with its event chain, when there is one in this scope. */
  async info(
    id: string,
    scope: { systemId: string } | { organizationId: string },
  ): Promise<DeploymentInfo | undefined> {
    const deployment = await this.#db
      .selectFrom('deployments')
      .innerJoin('systems', 'systems.id', 'deployments.system_id')
      .selectAll('deployments')
      .select('systems.organization_id')
      .where('deployments.id', '=', id)
      .where((where) =>
        'systemId' in scope
          ? where('systems.id', '=', scope.systemId)
          : where('systems.organization_id', '=', scope.organizationId),
      )
      .executeTakeFirst();
    if (deployment === undefined) return undefined;
    const events = await this.#db
      .selectFrom('deployment_events')
      .selectAll()
      .where('deployment_id', '=', id)
      .orderBy('position')
      .execute();
    return {
      id: deployment.id,
      artifactId: deployment.artifact_id,
      dcpId: deployment.system_id,
      organizationId: deployment.organization_id,
      coordinationId: deployment.system_id,
      currentState: deployment.state,
      requestTime: timestamp(deployment.requested_at),
      lastModified: timestamp(deployment.modified_at),
      eventChain: events.map((event) => ({
        id: event.id,
        timestamp: timestamp(event.created_at),
        context: event.context,
        kind: event.kind,
        metadata: JSON.parse(event.metadata) as Record<string, string>,
      })),
    };
  }
}

/**
 * Adds an event to the end of a chain and, with a state, moves the deployment to it; inside a transaction that has locked or
 * written the deployment's row.
 */
export async function appendEvent(
  transaction: Queries,
  environment: Environment,
  deploymentId: string,
  event: NewEvent,
  state?: DeploymentState,
): Promise<void> {
  const now = environment.now();
  const last = await transaction
    .selectFrom('deployment_events')
    .select((select) => select.fn.max('position').as('position'))
    .where('deployment_id', '=', deploymentId)
    .executeTakeFirst();
  await transaction
    .insertInto('deployment_events')
    .values({
      id: environment.newId(),
      deployment_id: deploymentId,
      position: (last?.position ?? 0) + 1,
      created_at: now,
      context: event.context,
      kind: event.kind,
      metadata: JSON.stringify(event.metadata),
    })
    .execute();
  await transaction
    .updateTable('deployments')
    .set({ modified_at: now, ...(state !== undefined && { state, lease_owner: null, lease_until: null }) })
    .where('id', '=', deploymentId)
    .execute();
}
