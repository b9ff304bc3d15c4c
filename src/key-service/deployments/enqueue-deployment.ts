import type { Caller } from '../../contract/headers.ts';
import type { Initiator } from '../../contract/management/initiator.ts';
import { signatureOf } from '../access/principal.ts';
import type { Environment } from '../environment.ts';
import { comparable } from '../store/comparable-text.ts';
import type { Queries } from '../store/schema.ts';
import type { AuditedDeployment } from './deployment-entry.ts';
import { appendEvent, serviceEvent } from './deployment-event.ts';

/** Who asks for a deployment, and what a caller says of itself. */
export interface DeploymentRequester {
  readonly initiator: Initiator;
  readonly caller: Caller;
}

export interface NewDeployment {
  readonly artifactId: string;
  readonly systemId: string;
  readonly requester: DeploymentRequester;
  /** The deployment that this one repeats. */
  readonly retryOf: string | null;
}

/** How much of each text can be searched for, in characters; PostgreSQL takes no more into an index. */
const searchableLength = 200;

/**
 * Adds a deployment to the end of the queue of its DMS, inside a transaction that has locked the row of the DMS.
 * @returns undefined when the DMS has no such package
 */
export async function enqueueDeployment(
  transaction: Queries,
  environment: Environment,
  { artifactId, systemId, requester, retryOf }: NewDeployment,
): Promise<AuditedDeployment | undefined> {
  const now = environment.now();
  // Written, not only read: it is kept from now on as if it were new, so that it is not removed under the deployment.
  const artifact = await transaction
    .updateTable('artifacts')
    .set({ modified_at: now })
    .where('id', '=', artifactId)
    .where('system_id', '=', systemId)
    .where('state', '=', 'complete')
    .returning(['name', 'version'])
    .executeTakeFirst();
  if (artifact === undefined) return undefined;
  const { organization_id } = await transaction
    .selectFrom('systems')
    .select('organization_id')
    .where('id', '=', systemId)
    .executeTakeFirstOrThrow();
  const last = await transaction
    .selectFrom('deployments')
    .select((select) => select.fn.max('position').as('position'))
    .where('system_id', '=', systemId)
    .executeTakeFirst();
  const { initiator, caller } = requester;
  const deployment = {
    id: environment.newId(),
    system_id: systemId,
    artifact_id: artifactId,
    package_name: artifact.name,
    package_version: artifact.version,
  };
  await transaction
    .insertInto('deployments')
    .values({
      ...deployment,
      position: (last?.position ?? 0) + 1,
      comparable_text: [artifact.name, artifact.version, caller.repository ?? ''].map(searchable).join('\n'),
      state: 'Pending',
      requested_by_type: initiator.type,
      requested_by_id: initiator.id,
      requested_by_name: initiator.name,
      caller_repository: caller.repository ?? null,
      caller_workflow: caller.workflow ?? null,
      caller_run_id: caller.runId ?? null,
      caller_run_attempt: caller.runAttempt ?? null,
      retry_of: retryOf,
      requested_at: now,
      modified_at: now,
      attempts: 0,
    })
    .execute();
  await appendEvent(
    transaction,
    environment,
    deployment.id,
    serviceEvent('Requested', {
      Package: artifact.name,
      Version: artifact.version,
      [initiator.type === 'key' ? 'Key' : 'By']: signatureOf(initiator),
      ...(retryOf !== null && { RetryOf: retryOf }),
    }),
  );
  return { ...deployment, organization_id };
}

function searchable(text: string): string {
  // Cut once more: the comparable form of a text can be longer than the text.
  return comparable(text.slice(0, searchableLength)).slice(0, searchableLength).toWellFormed();
}
