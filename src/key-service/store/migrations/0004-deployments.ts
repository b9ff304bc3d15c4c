import { type Kysely, sql } from 'kysely';
import { bytes } from './column-types.ts';

/** Uploaded packages, and the deployments that bring them to a DMS. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await createArtifacts(db);
  await createDeployments(db);
  await createDeploymentEvents(db);
}

async function createArtifacts(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('artifacts')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('system_id', 'text', (column) => column.notNull().references('systems.id'))
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('version', 'text', (column) => column.notNull())
    .addColumn('content_type', 'text', (column) => column.notNull())
    .addColumn('details', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('size', 'bigint', (column) => column.notNull())
    .addColumn('sha256', 'text', (column) => column.notNull())
    .addColumn('uploaded_by', 'text', (column) => column.notNull().references('key_values.id'))
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('modified_at', 'bigint', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('artifacts_by_age').on('artifacts').columns(['state', 'modified_at']).execute();
  await db.schema
    .createTable('artifact_chunks')
    .addColumn('artifact_id', 'text', (column) => column.notNull().references('artifacts.id').onDelete('cascade'))
    .addColumn('position', 'integer', (column) => column.notNull())
    .addColumn('bytes', bytes, (column) => column.notNull())
    .addPrimaryKeyConstraint('artifact_chunks_key', ['artifact_id', 'position'])
    .execute();
}

async function createDeployments(db: Kysely<unknown>): Promise<void> {
  // A deployment outlives its artifact, hence no reference to it, and the package's name and version here.
  await db.schema
    .createTable('deployments')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('system_id', 'text', (column) => column.notNull().references('systems.id'))
    .addColumn('position', 'bigint', (column) => column.notNull())
    .addColumn('artifact_id', 'text', (column) => column.notNull())
    .addColumn('package_name', 'text', (column) => column.notNull())
    .addColumn('package_version', 'text', (column) => column.notNull())
    .addColumn('comparable_text', 'text', (column) => column.notNull())
    .addColumn('connector', 'text')
    .addColumn('connector_settings', 'text')
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('requested_by_type', 'text', (column) => column.notNull())
    .addColumn('requested_by_id', 'text')
    .addColumn('requested_by_name', 'text', (column) => column.notNull())
    .addColumn('caller_repository', 'text')
    .addColumn('caller_workflow', 'text')
    .addColumn('caller_run_id', 'text')
    .addColumn('caller_run_attempt', 'text')
    .addColumn('retry_of', 'text')
    .addColumn('requested_at', 'bigint', (column) => column.notNull())
    .addColumn('modified_at', 'bigint', (column) => column.notNull())
    .addColumn('cancelled_by', 'text')
    .addColumn('attempts', 'integer', (column) => column.notNull())
    .addColumn('lease_owner', 'text')
    .addColumn('lease_until', 'bigint')
    .addUniqueConstraint('deployments_order', ['system_id', 'position'])
    .execute();
  await db.schema
    .createIndex('deployments_queue')
    .on('deployments')
    .columns(['system_id', 'position'])
    .where(sql.ref('state'), '=', sql.lit('Pending'))
    .execute();
  // Lists are read along these; the text lies beside, so that a search reads no rows that it does not show.
  const newestFirst = ['requested_at', 'position'] as const;
  await db.schema
    .createIndex('deployments_by_time')
    .on('deployments')
    .columns(['system_id', ...newestFirst, 'comparable_text'])
    .execute();
  await db.schema
    .createIndex('deployments_by_state')
    .on('deployments')
    .columns(['system_id', 'state', ...newestFirst, 'comparable_text'])
    .execute();
}

async function createDeploymentEvents(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('deployment_events')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('deployment_id', 'text', (column) => column.notNull().references('deployments.id'))
    .addColumn('position', 'integer', (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('context', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('metadata', 'text', (column) => column.notNull())
    .addUniqueConstraint('deployment_events_order', ['deployment_id', 'position'])
    .execute();
}
