import type { Environment } from '../environment.ts';
import { comparable } from '../store/comparable-text.ts';
import { lockRow } from '../store/lock.ts';
import type { Queries } from '../store/schema.ts';
import { type AuditEntry, genesisHash, recordHash } from './audit-record.ts';

/** Writes the audit trail; there is no way to change or remove a record. */
export class AuditTrail {
  readonly #environment: Environment;

  constructor(environment: Environment) {
    this.#environment = environment;
  }

  /**
   * Adds a record to the end of its organization's chain, in the transaction that makes the change: both are there, or neither.
   * Call it last, since on PostgreSQL it holds the end of the chain until the transaction ends.
   */
  async append(transaction: Queries, entry: AuditEntry): Promise<void> {
    const head = await this.#lockedHead(transaction, entry.organizationId);
    const content = {
      organization_id: entry.organizationId,
      position: head.position + 1,
      id: this.#environment.newId(),
      created_at: this.#environment.now(),
      operation: entry.operation,
      subject_type: entry.subject.type,
      subject_id: entry.subject.id,
      subject_name: entry.subject.name,
      comparable_subject: comparable(entry.subject.name),
      system_id: entry.systemId ?? null,
      initiator_type: entry.initiator.type,
      initiator_id: entry.initiator.id,
      initiator_name: entry.initiator.name,
      comparable_initiator: comparable(entry.initiator.name),
      details: JSON.stringify(entry.details ?? {}),
      previous_hash: head.hash,
    };
    const record = { ...content, hash: recordHash(content) };
    await transaction.insertInto('audit_records').values(record).execute();
    await transaction
      .updateTable('audit_heads')
      .set({ position: record.position, hash: record.hash })
      .where('organization_id', '=', entry.organizationId)
      .execute();
  }

  async #lockedHead(transaction: Queries, organizationId: string): Promise<{ position: number; hash: Uint8Array }> {
    await transaction
      .insertInto('audit_heads')
      .values({ organization_id: organizationId, position: 0, hash: genesisHash })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    await lockRow(transaction, 'audit_heads', organizationId);
    return await transaction
      .selectFrom('audit_heads')
      .select(['position', 'hash'])
      .where('organization_id', '=', organizationId)
      .executeTakeFirstOrThrow();
  }
}
