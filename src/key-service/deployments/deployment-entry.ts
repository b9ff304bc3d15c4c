import type { AuditOperation } from '../../contract/management/audit-operations.ts';
import type { Initiator } from '../../contract/management/initiator.ts';
import type { AuditEntry } from '../audit/audit-record.ts';
import type { Queries, Tables } from '../store/schema.ts';

/** What the audit trail knows a deployment by. */
export type AuditedDeployment = Pick<
  Tables['deployments'],
  'id' | 'system_id' | 'artifact_id' | 'package_name' | 'package_version'
> &
  Pick<Tables['systems'], 'organization_id'>;

/** Deployments with what the audit trail needs to know of them. */
export function auditedDeployments(db: Queries) {
  return db
    .selectFrom('deployments')
    .innerJoin('systems', 'systems.id', 'deployments.system_id')
    .select([
      'deployments.id',
      'deployments.system_id',
      'deployments.artifact_id',
      'deployments.package_name',
      'deployments.package_version',
      'systems.organization_id',
    ]);
}

/** A record of what happened to a deployment. */
export function deploymentEntry(
  deployment: AuditedDeployment,
  operation: Extract<AuditOperation, `deployment.${string}`>,
  initiator: Initiator,
  details: Readonly<Record<string, string>> = {},
): AuditEntry {
  return {
    organizationId: deployment.organization_id,
    operation,
    subject: {
      type: 'deployment',
      id: deployment.id,
      name: `${deployment.package_name} ${deployment.package_version}`,
    },
    systemId: deployment.system_id,
    initiator,
    details: { ...details, artifact: deployment.artifact_id },
  };
}
