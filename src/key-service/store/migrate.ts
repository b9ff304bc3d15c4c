import { Migrator } from 'kysely/migration';
import { KeyServiceError } from '../key-service-error.ts';
import { migrations } from './migrations/index.ts';
import type { Database } from './schema.ts';

/** Names of our own, so that another program's migrations in the same PostgreSQL database are not taken for ours. */
export const migrationTable = 'key_service_migrations';
const lockTable = 'key_service_migration_lock';

/**
 * Brings a database to the newest version. Several processes may do this at the same moment.
 * @param schema where the tables are, if the database has several schemas
 * @throws KeyServiceError `store` when a newer version of the service has used the database; and whatever the database throws
 */
export async function migrate(db: Database, schema?: string): Promise<void> {
  // Looked up first, since to migrate is to write: whoever only reads waits for nobody who writes.
  if (await isUpToDate(db)) return;
  const migrator = new Migrator({
    db,
    provider: { getMigrations: async () => migrations },
    migrationTableName: migrationTable,
    migrationLockTableName: lockTable,
    ...(schema !== undefined && { migrationTableSchema: schema }),
  });
  const { error } = await migrator.migrateToLatest();
  if (error === undefined) return;
  const [unknown] = await unknownMigrations(db).catch(() => []);
  if (unknown === undefined) throw error;
  throw new KeyServiceError(
    'store',
    `The database was last used by a newer version of dataminer-deploy (it holds the change ${unknown})`,
    'Use that version or a later one. Going back needs a backup from before the upgrade.',
    { cause: error },
  );
}

/** The changes that were made to a database and that this version does not know. */
export async function unknownMigrations(db: Database): Promise<readonly string[]> {
  return (await appliedMigrations(db)).filter((name) => !(name in migrations));
}

async function isUpToDate(db: Database): Promise<boolean> {
  const applied = await appliedMigrations(db).catch(noneWithoutTable);
  const known: readonly string[] = Object.keys(migrations);
  return applied.length === known.length && known.every((name) => applied.includes(name));
}

/** In a new database there is no such table. Whatever else is wrong is told at once: to migrate would only wait for it again. */
function noneWithoutTable(error: Error & { code?: unknown }): readonly string[] {
  const isMissing = error.code === '42P01' || error.message.includes('no such table');
  if (!isMissing) throw error;
  return [];
}

async function appliedMigrations(db: Database): Promise<readonly string[]> {
  const applied = await db
    .withTables<{ [migrationTable]: { name: string } }>()
    .selectFrom(migrationTable)
    .select('name')
    .orderBy('name')
    .execute();
  return applied.map(({ name }) => name);
}
