import type { AuditOperation } from '../../../src/contract/management/audit-operations.ts';
import type { KeyServiceCore } from '../../../src/key-service/key-service-core.ts';

/** An audit record as tests look at it. */
export interface TestRecord {
  readonly organization: string;
  readonly operation: string;
  readonly subject: string;
  readonly initiator: string;
  readonly details: Readonly<Record<string, string>>;
}

/** Audit records of some operations, in the order of their chains. */
export async function recordsWith({ db }: KeyServiceCore, ...operations: AuditOperation[]): Promise<TestRecord[]> {
  const rows = await db
    .selectFrom('audit_records')
    .selectAll()
    .where('operation', 'in', operations)
    .orderBy('organization_id')
    .orderBy('position')
    .execute();
  return rows.map((row) => ({
    organization: row.organization_id,
    operation: row.operation,
    subject: row.subject_name,
    initiator: row.initiator_name,
    details: JSON.parse(row.details) as Record<string, string>,
  }));
}
