import { Type } from 'typebox';
import type { Deployment, DeploymentDetail, DeploymentQuery } from '../../contract/management/deployments.ts';
import type { Page } from '../../contract/management/list.ts';
import type { DeploymentEvent, DeploymentInfo } from '../../contract/schemas.ts';
import { timestamp } from '../environment.ts';
import { requireTime } from '../given-time.ts';
import { CursorNumber, pageOf, pageRequest } from '../page.ts';
import { holdsText } from '../store/comparable-text.ts';
import type { Database, Tables } from '../store/schema.ts';

type DeploymentRow = Tables['deployments'];
type State = DeploymentRow['state'];

/** Newest first; the place in the queue tells those apart that were requested in the same millisecond. */
const Position = Type.Tuple([CursorNumber, CursorNumber]);

/** Deployments as people and callers read them. */
export class DeploymentRecords {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  /** The deployments of a DMS, newest first. @throws KeyServiceError `invalid` for a query that cannot be understood */
  async list(systemId: string, query: DeploymentQuery): Promise<Page<Deployment>> {
    const page = pageRequest(query, Position);
    const from = query.from === undefined ? undefined : requireTime('beginning of the time range', query.from);
    const to = query.to === undefined ? undefined : requireTime('end of the time range', query.to);
    const rowsIn = async (state: State | undefined) => {
      let rows = this.#db.selectFrom('deployments').selectAll().where('system_id', '=', systemId);
      if (state !== undefined) rows = rows.where('state', '=', state);
      if (from !== undefined) rows = rows.where('requested_at', '>=', from);
      if (to !== undefined) rows = rows.where('requested_at', '<=', to);
      if (query.search !== undefined) rows = rows.where(holdsText(this.#db, 'comparable_text', query.search));
      if (page.after !== undefined) {
        const [requestedAt, position] = page.after;
        rows = rows.where(({ eb, refTuple, tuple }) =>
          eb(refTuple('requested_at', 'position'), '<', tuple(requestedAt, position)),
        );
      }
      return await rows
        .orderBy('requested_at', 'desc')
        .orderBy('position', 'desc')
        .limit(page.size + 1)
        .execute();
    };
    // Each state is read along an index of its own: rare ones are not looked for among all the others.
    const states = query.state === undefined ? [undefined] : [...new Set([query.state].flat())];
    const read = (await Promise.all(states.map(rowsIn))).flat();
    // One that goes from state to state meanwhile is read in both.
    const rows = [...new Map(read.map((row) => [row.id, row])).values()].sort(newestFirst);
    return pageOf(rows, page, positionOf, deploymentOf);
  }

  /** A deployment of a DMS with its event chain. */
  async detail(id: string, systemId: string): Promise<DeploymentDetail | undefined> {
    const row = await this.#db
      .selectFrom('deployments')
      .selectAll()
      .where('id', '=', id.toLowerCase())
      .where('system_id', '=', systemId)
      .executeTakeFirst();
    return row && { ...deploymentOf(row), events: await this.#events(row.id) };
  }

  /** A deployment with its event chain, as the wire shows it, when there is one in this scope (dataminer-services spec 2.3). */
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
    return {
      id: deployment.id,
      artifactId: deployment.artifact_id,
      dcpId: deployment.system_id,
      organizationId: deployment.organization_id,
      coordinationId: deployment.system_id,
      currentState: deployment.state,
      requestTime: timestamp(deployment.requested_at),
      lastModified: timestamp(deployment.modified_at),
      eventChain: await this.#events(id),
    };
  }

  async #events(deploymentId: string): Promise<DeploymentEvent[]> {
    const events = await this.#db
      .selectFrom('deployment_events')
      .selectAll()
      .where('deployment_id', '=', deploymentId)
      .orderBy('position')
      .execute();
    return events.map((event) => ({
      id: event.id,
      timestamp: timestamp(event.created_at),
      context: event.context,
      kind: event.kind,
      metadata: JSON.parse(event.metadata) as Record<string, string>,
    }));
  }
}

function positionOf({ requested_at, position }: DeploymentRow): [number, number] {
  return [requested_at, position];
}

function newestFirst(one: DeploymentRow, other: DeploymentRow): number {
  return other.requested_at - one.requested_at || other.position - one.position;
}

function deploymentOf(row: DeploymentRow): Deployment {
  return {
    id: row.id,
    systemId: row.system_id,
    artifactId: row.artifact_id,
    package: { name: row.package_name, version: row.package_version },
    state: row.state,
    requestedAt: timestamp(row.requested_at),
    modifiedAt: timestamp(row.modified_at),
    requestedBy: { type: row.requested_by_type, id: row.requested_by_id, name: row.requested_by_name },
    caller: {
      repository: row.caller_repository,
      workflow: row.caller_workflow,
      runId: row.caller_run_id,
      runAttempt: row.caller_run_attempt,
    },
    retryOf: row.retry_of,
    running: row.state === 'Pending' && row.lease_owner !== null,
    cancelledBy: row.cancelled_by,
  };
}
