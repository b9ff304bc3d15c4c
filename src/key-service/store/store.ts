import type { Database } from './schema.ts';
import { openSqliteStore } from './sqlite-store.ts';

/** Which database: the embedded one of a data folder, or a PostgreSQL database. */
export type StoreLocation = { readonly dataFolder: string } | { readonly databaseUrl: string };

/** The database among the options of whoever uses a store. */
export function locationOf({
  dataFolder,
  databaseUrl,
}: {
  readonly dataFolder: string;
  readonly databaseUrl?: string | undefined;
}): StoreLocation {
  return databaseUrl === undefined ? { dataFolder } : { databaseUrl };
}

/**
 * Opens a database, makes it when it is an embedded one that is not there, and brings it to the newest version. Several
 * processes may do this at the same moment.
 * @throws KeyServiceError `store` when it cannot be used, `store-busy` when that may pass by itself
 */
export async function openStore(location: StoreLocation): Promise<Database> {
  if ('dataFolder' in location) return await openSqliteStore(location.dataFolder);
  // Loaded when asked for: the embedded database does not pay for it.
  const { openPostgresStore } = await import('./postgres-store.ts');
  return await openPostgresStore(location.databaseUrl);
}
