import type { Initiator } from '../../contract/management/initiator.ts';
import { KeyServiceError } from '../key-service-error.ts';
import type { Database } from '../store/schema.ts';
import type { AuditHeads } from './audit-heads.ts';
import { type AuditEntry, serviceChain } from './audit-record.ts';
import type { Audited } from './audited.ts';
import type { Replay, RevocationLog } from './revocation-log.ts';
import { SealedLogDamage } from './sealed-log.ts';

/** Who accepts a loss, and where that is recorded. */
export interface Acceptance {
  readonly audited: Audited;
  readonly db: Database;
  readonly initiator: Initiator;
}

/**
 * Has the service begin a new revocation log because the old one is lost, and tells every organization: keys that were ended since
 * a backup may work again.
 * @throws KeyServiceError `invalid` when the log is whole, `audit` when it cannot be recorded, or the new log cannot be written
 */
export async function acceptLogLoss(log: RevocationLog, replay: Replay, by: Acceptance): Promise<void> {
  if (!(await refuses(() => log.catchUp(replay)))) throw nothingLost('The revocation log is whole');
  await tellEverybody(by, 'revocations.loss-accepted', 'revocation log');
  await log.startAnew(replay);
}

/**
 * Has what was signed of the chains count no more, because records are lost: a backup was restored by other means than those of
 * the service. Every organization is told.
 * @throws KeyServiceError `invalid` when the chains are what was signed, `audit` when it cannot be recorded
 */
export async function acceptRecordLoss(heads: AuditHeads, by: Acceptance): Promise<void> {
  if (!(await refuses(() => heads.sign()))) throw nothingLost('All audit chains are those that were signed');
  await tellEverybody(by, 'audit.loss-accepted', 'audit');
  await heads.acceptLoss();
}

async function refuses(act: () => Promise<void>): Promise<boolean> {
  try {
    await act();
    return false;
  } catch (error) {
    if (error instanceof SealedLogDamage || (error instanceof KeyServiceError && error.code === 'audit')) return true;
    throw error;
  }
}

async function tellEverybody(
  { audited, db, initiator }: Acceptance,
  operation: AuditEntry['operation'],
  name: string,
): Promise<void> {
  const organizations = await db.selectFrom('organizations').select('id').execute();
  const subject = { type: 'service', id: serviceChain, name } as const;
  const entry = [serviceChain, ...organizations.map(({ id }) => id)].map((organizationId): AuditEntry => {
    return { organizationId, operation, subject, initiator };
  });
  await audited.change(async () => ({ result: undefined, entry }));
}

function nothingLost(what: string): KeyServiceError {
  return new KeyServiceError('invalid', what, 'There is no loss to accept; nothing was changed.');
}
