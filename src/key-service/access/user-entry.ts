import type { AuditEntry } from '../audit/audit-record.ts';
import type { Account } from './accounts.ts';
import type { Actor } from './actor.ts';
import type { RolePlace } from './roles.ts';

/** What the audit tells of somebody's role on a place. */
export function userEntry(
  operation: 'user.created' | 'user.changed' | 'user.removed',
  { organizationId, systemId }: RolePlace,
  { id, email }: Account,
  { initiator }: Actor,
  details: Readonly<Record<string, string>>,
): AuditEntry {
  return { organizationId, systemId, operation, subject: { type: 'user', id, name: email }, initiator, details };
}
