import type { Kysely } from 'kysely';
import { bytes } from './column-types.ts';

/** The audit trail, one hash chain for each organization, and what must be told to the revocation log. */
export async function up(db: Kysely<unknown>): Promise<void> {
  // No references: a record outlives everything that it speaks of.
  await db.schema
    .createTable('audit_records')
    .addColumn('organization_id', 'text', (column) => column.notNull())
    .addColumn('position', 'bigint', (column) => column.notNull())
    .addColumn('id', 'text', (column) => column.notNull().unique())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('operation', 'text', (column) => column.notNull())
    .addColumn('subject_type', 'text', (column) => column.notNull())
    .addColumn('subject_id', 'text', (column) => column.notNull())
    .addColumn('subject_name', 'text', (column) => column.notNull())
    .addColumn('system_id', 'text')
    .addColumn('initiator_type', 'text', (column) => column.notNull())
    .addColumn('initiator_id', 'text')
    .addColumn('initiator_name', 'text', (column) => column.notNull())
    .addColumn('details', 'text', (column) => column.notNull())
    .addColumn('previous_hash', bytes, (column) => column.notNull())
    .addColumn('hash', bytes, (column) => column.notNull())
    .addPrimaryKeyConstraint('audit_records_key', ['organization_id', 'position'])
    .execute();
  await db.schema
    .createTable('audit_heads')
    .addColumn('organization_id', 'text', (column) => column.primaryKey())
    .addColumn('position', 'bigint', (column) => column.notNull())
    .addColumn('hash', bytes, (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('revocations')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('position', 'bigint', (column) => column.notNull().unique())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('entry', 'text', (column) => column.notNull())
    .addColumn('logged_at', 'bigint')
    .execute();
  await db.schema.createIndex('revocations_to_log').on('revocations').columns(['logged_at', 'position']).execute();
}
