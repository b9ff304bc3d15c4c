import { serviceInitiator } from '../access/principal.ts';
import type { Environment } from '../environment.ts';
import { type AuditEntry, serviceChain } from './audit-record.ts';
import type { Audited } from './audited.ts';
import { endAgain } from './end-again.ts';
import type { LoggedRevocation } from './revocation-log.ts';

/**
 * Ends again what had ended when an older copy of the database was restored. It only ever takes away: what the log gave back, and
 * the copy does not have, stays away. Everybody has to sign in again, for an ended session may have come back with the copy.
 * @throws KeyServiceError `audit` when it cannot be recorded
 */
export async function replayRevocations(
  entries: readonly LoggedRevocation[],
  audited: Audited,
  environment: Environment,
): Promise<void> {
  const latest = new Map<string, LoggedRevocation>();
  for (const entry of entries) latest.set(`${entry.kind} ${subjectOf(entry)}`, entry);
  await audited.change(async (transaction) => {
    const counts = new Map<string, Record<string, number>>();
    for (const entry of latest.values()) {
      for (const organizationId of await endAgain(transaction, entry, environment)) {
        const ofOrganization = counts.get(organizationId) ?? {};
        ofOrganization[entry.kind] = (ofOrganization[entry.kind] ?? 0) + 1;
        counts.set(organizationId, ofOrganization);
      }
    }
    const { numDeletedRows } = await transaction.deleteFrom('sessions').executeTakeFirst();
    counts.set(serviceChain, { lines: entries.length, sessions: Number(numDeletedRows) });
    return { result: undefined, entry: [...counts].map(([organizationId, kinds]) => replayed(organizationId, kinds)) };
  });
}

function replayed(organizationId: string, counts: Readonly<Record<string, number>>): AuditEntry {
  return {
    organizationId,
    operation: 'revocations.replayed',
    subject: { type: 'service', id: serviceChain, name: 'revocation log' },
    initiator: serviceInitiator,
    details: Object.fromEntries(Object.entries(counts).map(([kind, count]) => [kind, String(count)])),
  };
}

/** What an entry is about: of several of one kind about the same thing the latest counts. */
function subjectOf(entry: LoggedRevocation): string {
  switch (entry.kind) {
    case 'value-ended':
      return entry.valueId;
    case 'token-revoked':
      return entry.tokenId;
    case 'role':
      return `${entry.userId} ${entry.scopeId}`;
    case 'password':
      return entry.userId;
    case 'log-opened':
      return '';
    default:
      return entry.setId;
  }
}
