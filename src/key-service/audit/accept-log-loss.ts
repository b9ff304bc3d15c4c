import type { Initiator } from '../../contract/management/initiator.ts';
import type { Database } from '../store/schema.ts';
import { type AuditEntry, serviceChain } from './audit-record.ts';
import type { Audited } from './audited.ts';
import type { Replay, RevocationLog } from './revocation-log.ts';

/**
 * Has the service begin a new revocation log because the old one is lost, and tells every organization: in it, keys that were
 * ended since the backup may work again.
 * @throws KeyServiceError `audit` when it cannot be recorded, or the new log cannot be written
 */
export async function acceptLogLoss(
  log: RevocationLog,
  replay: Replay,
  by: { readonly audited: Audited; readonly db: Database; readonly initiator: Initiator },
): Promise<void> {
  const organizations = await by.db.selectFrom('organizations').select('id').execute();
  const entryOf = (organizationId: string): AuditEntry => ({
    organizationId,
    operation: 'revocations.loss-accepted',
    subject: { type: 'service', id: serviceChain, name: 'revocation log' },
    initiator: by.initiator,
  });
  await by.audited.change(async () => ({
    result: undefined,
    entry: [serviceChain, ...organizations.map(({ id }) => id)].map(entryOf),
  }));
  await log.startAnew(replay);
}
