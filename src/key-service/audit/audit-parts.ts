import { join } from 'node:path';
import type { Environment } from '../environment.ts';
import type { Peppers } from '../secrets/pepper-ring.ts';
import type { Database } from '../store/schema.ts';
import { AuditExports } from './audit-exports.ts';
import { AuditHeads, auditHeadsFileName } from './audit-heads.ts';
import { AuditLog } from './audit-log.ts';
import { AuditTrail } from './audit-trail.ts';
import { Audited } from './audited.ts';
import { RevocationLog } from './revocation-log.ts';
import { Verifications } from './verifications.ts';

/** What writes and reads the audit trail, and what keeps it honest. */
export interface AuditParts {
  readonly audited: Audited;
  readonly revocationLog: RevocationLog;
  readonly auditLog: AuditLog;
  readonly auditExports: AuditExports;
  readonly auditHeads: AuditHeads;
  readonly verifications: Verifications;
}

/** Puts them together. */
export function auditParts(db: Database, dataFolder: string, peppers: Peppers, environment: Environment): AuditParts {
  const revocationLog = new RevocationLog(db, dataFolder, peppers, environment);
  const audited = new Audited(db, new AuditTrail(environment), revocationLog);
  const auditLog = new AuditLog(db);
  const auditHeads = new AuditHeads(db, join(dataFolder, auditHeadsFileName), peppers, environment);
  return {
    audited,
    revocationLog,
    auditLog,
    auditExports: new AuditExports(db, { audited, auditLog }, environment),
    auditHeads,
    verifications: new Verifications(db, auditHeads, environment),
  };
}
