import { type CreateTableBuilder, type Kysely, sql } from 'kysely';
import { isPostgres } from '../is-postgres.ts';
import { bytes } from './column-types.ts';

/** Key sets, their values, and who used them. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await createKeySets(db);
  await createKeyValues(db);
  await createKeyUsage(db);
}

async function createKeySets(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('key_sets')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('organization_id', 'text', (column) => column.notNull().references('organizations.id'))
    .addColumn('system_id', 'text', (column) => column.references('systems.id'))
    .addColumn('label', 'text', (column) => column.notNull())
    .addColumn('comparable_label', 'text', (column) => column.notNull())
    .addColumn('permissions', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('expires_at', 'bigint')
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('wrapped_data_key', bytes)
    .addColumn('master_key_id', 'text', (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('created_by', 'text', (column) => column.notNull())
    .addColumn('changed_at', 'bigint', (column) => column.notNull())
    .addColumn('changed_by', 'text', (column) => column.notNull())
    .addColumn('revoked_at', 'bigint')
    .execute();
  await db.schema
    .createIndex('key_sets_of_scope')
    .on('key_sets')
    .columns(['organization_id', 'system_id', 'created_at', 'id'])
    .execute();
  await db.schema
    .createIndex('key_sets_label_of_system')
    .unique()
    .on('key_sets')
    .columns(['system_id', 'comparable_label'])
    .where(sql.ref('state'), '!=', sql.lit('revoked'))
    .execute();
  await db.schema
    .createIndex('key_sets_label_of_organization')
    .unique()
    .on('key_sets')
    .columns(['organization_id', 'comparable_label'])
    .where(sql.ref('system_id'), 'is', null)
    .where(sql.ref('state'), '!=', sql.lit('revoked'))
    .execute();
  await db.schema.createIndex('key_sets_of_master_key').on('key_sets').columns(['master_key_id', 'id']).execute();
}

async function createKeyValues(db: Kysely<unknown>): Promise<void> {
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
}

/**
 * Written for every use of every key, hence without what else would have to be looked up or changed each time: no foreign keys, since
 * values are never removed, and no index by age, which only the clean-up would need.
 */
async function createKeyUsage(db: Kysely<unknown>): Promise<void> {
  // Names are empty, not null, where a caller did not say them: they are part of the key.
  await keptByKey(db, db.schema.createTable('key_usage'))
    .addColumn('value_id', 'text', (column) => column.notNull())
    .addColumn('repository', 'text', (column) => column.notNull())
    .addColumn('workflow', 'text', (column) => column.notNull())
    .addColumn('count', 'bigint', (column) => column.notNull())
    .addColumn('first_used_at', 'bigint', (column) => column.notNull())
    .addColumn('last_used_at', 'bigint', (column) => column.notNull())
    .addColumn('last_route', 'text', (column) => column.notNull())
    .addColumn('last_run_id', 'text')
    .addColumn('last_run_attempt', 'text')
    .addColumn('last_address', 'text')
    .addPrimaryKeyConstraint('key_usage_key', ['value_id', 'repository', 'workflow'])
    .execute();
}

/** Rows lie in the order of their primary key, where a database can do that. */
function keptByKey<Table extends string>(
  db: Kysely<unknown>,
  table: CreateTableBuilder<Table>,
): CreateTableBuilder<Table> {
  return isPostgres(db) ? table : table.modifyEnd(sql`without rowid`);
}
