import { signatureOf } from '../access/principal.ts';
import { timestamp } from '../environment.ts';
import { KeyServiceError } from '../key-service-error.ts';
import type { Queries } from '../store/schema.ts';
import { type AuditedDeployment, auditedDeployments } from './deployment-entry.ts';

/** Which deployment is meant: one of this DMS; of any, only where the operator of the machine asks. */
export interface DeploymentReference {
  readonly id: string;
  readonly systemId: string | 'any';
}

export type StoredDeployment = Awaited<ReturnType<typeof storedDeployment>>;

/** @throws KeyServiceError `not-found`, the same for one that never was and one of another DMS */
export async function storedDeployment(transaction: Queries, { id, systemId }: DeploymentReference) {
  const found = auditedDeployments(transaction)
    .select(['deployments.state', 'deployments.cancelled_by', 'deployments.modified_at'])
    // Kept while it is under way, or may have left something on the DMS.
    .select(['deployments.lease_owner', 'deployments.connector'])
    .where('deployments.id', '=', id.toLowerCase());
  const within = systemId === 'any' ? found : found.where('deployments.system_id', '=', systemId);
  const deployment = await within.executeTakeFirst();
  if (deployment !== undefined) return deployment;
  throw new KeyServiceError('not-found', 'There is no such deployment', 'Take its ID from the deployments of its DMS.');
}

/** A second click, or a second person, does not deploy the same thing twice. @throws KeyServiceError `conflict` */
export async function requireNoRetry(transaction: Queries, { id, system_id }: AuditedDeployment): Promise<void> {
  const retry = await transaction
    .selectFrom('deployments')
    .select(['id', 'requested_by_type', 'requested_by_name', 'requested_at'])
    .where('system_id', '=', system_id)
    .where('state', '=', 'Pending')
    .where('retry_of', '=', id)
    .executeTakeFirst();
  if (retry === undefined) return;
  const requestedAt = timestamp(retry.requested_at);
  const requestedBy = signatureOf({ type: retry.requested_by_type, name: retry.requested_by_name });
  throw new KeyServiceError(
    'conflict',
    `${requestedBy} retried the deployment at ${requestedAt}, and that has not ended yet`,
    'Wait until it has.',
    { facts: { deployment: retry.id, requestedBy, requestedAt } },
  );
}

export function packageGone({ package_name, package_version }: AuditedDeployment): KeyServiceError {
  return new KeyServiceError(
    'conflict',
    `The package ${package_name} ${package_version} of the deployment is no longer kept`,
    'Upload and deploy it again; the pipeline that made it can do both.',
  );
}

export function endedAlready({ state, modified_at }: StoredDeployment): KeyServiceError {
  const endedAt = timestamp(modified_at);
  return new KeyServiceError(
    'conflict',
    `The deployment ended as ${state} at ${endedAt}`,
    'There is nothing left to cancel.',
    { facts: { state, endedAt } },
  );
}
