import { type Kysely, sql } from 'kysely';

/** Binary columns; SQLite takes any type name and keeps blobs as they are, PostgreSQL knows only this one. */
const bytes = sql`bytea`;

/** Organizations, DMSs, key sets with their values and usage, artifacts, deployments. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('service_settings')
    .addColumn('name', 'text', (column) => column.primaryKey())
    .addColumn('value', 'text', (column) => column.notNull())
    .execute();
  await createOrganizations(db);
  await createKeys(db);
  await createArtifacts(db);
  await createDeployments(db);
}

async function createOrganizations(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('organizations')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('systems')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('organization_id', 'text', (column) => column.notNull().references('organizations.id'))
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('connector', 'text', (column) => column.notNull())
    .addColumn('connector_settings', 'text', (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('systems_of_organization').on('systems').column('organization_id').execute();
}

async function createKeys(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('key_sets')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('organization_id', 'text', (column) => column.notNull().references('organizations.id'))
    .addColumn('system_id', 'text', (column) => column.references('systems.id'))
    .addColumn('label', 'text', (column) => column.notNull())
    .addColumn('permissions', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('wrapped_data_key', bytes)
    .addColumn('master_key_id', 'text', (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('created_by', 'text', (column) => column.notNull())
    .addColumn('revoked_at', 'bigint')
    .execute();
  await db.schema.createIndex('key_sets_of_scope').on('key_sets').columns(['organization_id', 'system_id']).execute();

  await db.schema
    .createTable('key_values')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('set_id', 'text', (column) => column.notNull().references('key_sets.id'))
    .addColumn('slot', 'text', (column) => column.notNull())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('digest', bytes, (column) => column.notNull())
    .addColumn('pepper_id', 'text', (column) => column.notNull())
    .addColumn('sealed', bytes)
    .addColumn('hint', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('valid_until', 'bigint')
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('created_by', 'text', (column) => column.notNull())
    .addColumn('ended_at', 'bigint')
    .addUniqueConstraint('key_values_version', ['set_id', 'slot', 'version'])
    .execute();
  await db.schema.createIndex('key_values_digest').unique().on('key_values').column('digest').execute();
  await db.schema
    .createIndex('key_values_one_current')
    .unique()
    .on('key_values')
    .columns(['set_id', 'slot'])
    .where(sql.ref('state'), '=', sql.lit('current'))
    .execute();

  await db.schema
    .createTable('key_usage')
    .addColumn('value_id', 'text', (column) => column.primaryKey().references('key_values.id'))
    .addColumn('count', 'bigint', (column) => column.notNull())
    .addColumn('last_used_at', 'bigint', (column) => column.notNull())
    .addColumn('last_route', 'text', (column) => column.notNull())
    .addColumn('caller_repository', 'text')
    .addColumn('caller_workflow', 'text')
    .addColumn('caller_run_id', 'text')
    .addColumn('caller_run_attempt', 'text')
    .execute();
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
  // A deployment outlives its artifact, hence no reference to it.
  await db.schema
    .createTable('deployments')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('system_id', 'text', (column) => column.notNull().references('systems.id'))
    .addColumn('position', 'bigint', (column) => column.notNull())
    .addColumn('artifact_id', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('requested_by', 'text', (column) => column.notNull().references('key_values.id'))
    .addColumn('requested_at', 'bigint', (column) => column.notNull())
    .addColumn('modified_at', 'bigint', (column) => column.notNull())
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
