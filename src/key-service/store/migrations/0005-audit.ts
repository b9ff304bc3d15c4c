import type { Kysely } from 'kysely';
import { makeAppendOnly, makeCounter, makePermanent } from '../append-only.ts';
import { bytes } from './column-types.ts';

/** The audit trail, one hash chain for each organization, and what must be told to the revocation log. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await createRecords(db);
  await createHeads(db);
  await createRevocations(db);
}

async function createRecords(db: Kysely<unknown>): Promise<void> {
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
    .addColumn('comparable_subject', 'text', (column) => column.notNull())
    .addColumn('system_id', 'text')
    .addColumn('initiator_type', 'text', (column) => column.notNull())
    .addColumn('initiator_id', 'text')
    .addColumn('initiator_name', 'text', (column) => column.notNull())
    .addColumn('comparable_initiator', 'text', (column) => column.notNull())
    .addColumn('details', 'text', (column) => column.notNull())
    .addColumn('previous_hash', bytes, (column) => column.notNull())
    .addColumn('hash', bytes, (column) => column.notNull())
    .addPrimaryKeyConstraint('audit_records_key', ['organization_id', 'position'])
    .execute();
  for (const filter of ['operation', 'subject_type', 'system_id', 'initiator_id', 'created_at']) {
    await db.schema
      .createIndex(`audit_records_by_${filter}`)
      .on('audit_records')
      .columns(['organization_id', filter, 'position'])
      .execute();
  }
  await makeAppendOnly(db, 'audit_records');
}

async function createHeads(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('audit_heads')
    .addColumn('organization_id', 'text', (column) => column.primaryKey())
    .addColumn('position', 'bigint', (column) => column.notNull())
    .addColumn('hash', bytes, (column) => column.notNull())
    .execute();
  await makeCounter(db, 'audit_heads', 'position');
  await makePermanent(db, 'audit_heads');
}

async function createRevocations(db: Kysely<unknown>): Promise<void> {
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
