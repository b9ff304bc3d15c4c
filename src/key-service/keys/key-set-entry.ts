import type { AuditOperation } from '../../contract/management/audit-operations.ts';
import type { Initiator } from '../../contract/management/initiator.ts';
import type { AuditEntry } from '../audit/audit-record.ts';
import type { KeySetRow } from './stored-key-set.ts';

/** What the audit trail shows of permissions, as rows keep them. */
export function listed(permissions: string): string {
  return (JSON.parse(permissions) as string[]).join(', ');
}

/**
 * A record of what was done with a key set. Its details always show the permissions (dataminer-services spec 1.4).
 * @param set as it is afterwards
 */
export function keySetEntry(
  set: Pick<KeySetRow, 'id' | 'label' | 'organization_id' | 'system_id' | 'permissions'>,
  operation: Extract<AuditOperation, `key.${string}`>,
  initiator: Initiator,
  details: Readonly<Record<string, string>> = {},
): AuditEntry {
  return {
    organizationId: set.organization_id,
    operation,
    subject: { type: 'key-set', id: set.id, name: set.label },
    systemId: set.system_id,
    initiator,
    details: { ...details, permissions: listed(set.permissions) },
  };
}
