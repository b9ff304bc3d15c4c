import { basename } from 'node:path';
import type { Initiator } from '../../contract/management/initiator.ts';
import type { AuditHeads } from '../audit/audit-heads.ts';
import { type AuditEntry, serviceChain } from '../audit/audit-record.ts';
import type { Audited } from '../audit/audited.ts';
import type { LoggedRevocation } from '../audit/revocation-log.ts';
import { endDeployment, overtakenByRestore } from '../deployments/deployment-ending.ts';
import { auditedDeployments } from '../deployments/deployment-entry.ts';
import type { Environment } from '../environment.ts';
import { isPostgres } from '../store/is-postgres.ts';
import { lockRow } from '../store/lock.ts';
import type { Database, Queries } from '../store/schema.ts';

/** What is known of a restore. */
export interface RestoreNote {
  /** When it was done: ISO 8601, UTC. */
  readonly at: string;
  /** The file that was restored. */
  readonly backup: string;
  readonly initiator: Initiator;
  /** What the database before had noted for the revocation log, which lacks it. */
  readonly unlogged?: readonly LoggedRevocation[];
}

export const restoreSetting = 'restored';

/** Has the service find out, at its next start, that its database was restored. */
export async function noteRestore(db: Database, note: RestoreNote): Promise<void> {
  const value = JSON.stringify(note);
  await db
    .insertInto('service_settings')
    .values({ name: restoreSetting, value })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ value }))
    .execute();
}

/**
 * Does what a restore leaves to the first start after it, if there was one. Deployments that waited when the backup was made are
 * ended: they may have been carried out since, and newer ones after them. The chains of the audit end earlier than was signed. All
 * is audited.
 * @param takeOver ends again what the database before had ended
 * @throws KeyServiceError `audit` when it cannot be recorded
 */
export async function finishRestore(
  db: Database,
  audited: Audited,
  auditHeads: AuditHeads,
  takeOver: (entries: readonly LoggedRevocation[]) => Promise<void>,
  environment: Environment,
): Promise<void> {
  // PostgreSQL is restored by tools of its own: whoever left a note there has rights on the database, and wants records to be lost.
  const found = isPostgres(db) ? undefined : await noteIn(db);
  if (found === undefined) return;
  await auditHeads.acceptOlderCopy();
  await takeOver(found.unlogged ?? []);
  await audited.change(async (transaction) => {
    await lockRow(transaction, 'service_settings', restoreSetting);
    const note = await noteIn(transaction);
    if (note === undefined) return { result: undefined, entry: [] };
    await transaction.deleteFrom('service_settings').where('name', '=', restoreSetting).execute();
    const waiting = await auditedDeployments(transaction).where('deployments.state', '=', 'Pending').execute();
    const ended: AuditEntry[] = [];
    for (const deployment of waiting) {
      ended.push(await endDeployment(transaction, environment, deployment, overtakenByRestore(note.at)));
    }
    return { result: undefined, entry: [restoredEntry(note), ...ended] };
  });
}

async function noteIn(db: Queries): Promise<RestoreNote | undefined> {
  const row = await db
    .selectFrom('service_settings')
    .select('value')
    .where('name', '=', restoreSetting)
    .executeTakeFirst();
  return row && (JSON.parse(row.value) as RestoreNote);
}

function restoredEntry({ at, backup, initiator }: RestoreNote): AuditEntry {
  return {
    organizationId: serviceChain,
    operation: 'store.restored',
    subject: { type: 'service', id: serviceChain, name: 'database' },
    initiator,
    details: { restoredAt: at, backup: basename(backup) },
  };
}
