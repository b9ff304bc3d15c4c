import { createHash } from 'node:crypto';
import type { AuditOperation, AuditSubjectType } from '../../contract/management/audit-operations.ts';
import type { Initiator } from '../../contract/management/initiator.ts';
import type { Tables } from '../store/schema.ts';

/** Something that happened, as whoever did it tells the trail. */
export interface AuditEntry {
  /** The organization whose chain it belongs to; {@link serviceChain} for what concerns the service as a whole. */
  readonly organizationId: string;
  readonly operation: AuditOperation;
  readonly subject: { readonly type: AuditSubjectType; readonly id: string; readonly name: string };
  /** The DMS that it concerns. */
  readonly systemId?: string | null;
  readonly initiator: Initiator;
  /** What else a reader wants to know, in the order in which it is shown. Never a key, a token or a password. */
  readonly details?: Readonly<Record<string, string>>;
}

/** The chain of the service itself: no organization has this ID. */
export const serviceChain = '00000000-0000-0000-0000-000000000000';

/** What the first record of a chain follows. */
export const genesisHash: Uint8Array = new Uint8Array(32);

type AuditRow = Tables['audit_records'];

/**
 * The hash that binds a record to everything before it: SHA-256 over the hash of its predecessor and all of its own columns, as
 * one JSON array, so that no two different records look the same (security practice 10).
 */
export function recordHash(row: Omit<AuditRow, 'hash'>): Uint8Array {
  const content = [
    Buffer.from(row.previous_hash).toString('hex'),
    row.organization_id,
    row.position,
    row.id,
    row.created_at,
    row.operation,
    row.subject_type,
    row.subject_id,
    row.subject_name,
    row.comparable_subject,
    row.system_id,
    row.initiator_type,
    row.initiator_id,
    row.initiator_name,
    row.comparable_initiator,
    row.details,
  ];
  return createHash('sha256').update(JSON.stringify(content)).digest();
}
