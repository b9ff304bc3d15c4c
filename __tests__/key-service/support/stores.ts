import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { StoreOptions } from '../../../src/key-service/key-service-core.ts';
import type { Database } from '../../../src/key-service/store/schema.ts';
import { databaseFileName } from '../../../src/key-service/store/sqlite-store.ts';
import { locationOf, openStore } from '../../../src/key-service/store/store.ts';
import { createDatabase, dropDatabase, hasPostgres, serverUrl } from '../../support/postgres.ts';
import { afterwards } from './cleanup.ts';
import { temporaryFolder } from './folder.ts';

/** A kind of database that the key service runs on. */
export interface TestStore {
  readonly name: 'SQLite' | 'PostgreSQL';
  /** Where `serve` or `admin` would find a migrated, empty database. Removed after the test file. */
  fresh(): Promise<StoreOptions>;
  /** The same before anybody used it. */
  unmade(): Promise<StoreOptions>;
  /** A migrated, empty database. Closed after the test file. */
  open(): Promise<Database>;
  /** Opens a store once more, as another process would. Closed after the test file. */
  openAgain(options: StoreOptions): Promise<Database>;
}

export const sqlite: TestStore = {
  name: 'SQLite',
  fresh: async () => ({ dataFolder: await migratedFolder() }),
  unmade: async () => ({ dataFolder: await temporaryFolder() }),
  open: async () => await sqlite.openAgain(await sqlite.fresh()),
  openAgain: async (options) => closedAfterwards(await openStore(locationOf(options))),
};

export const postgres: TestStore = {
  name: 'PostgreSQL',
  fresh: async () => ({ dataFolder: await temporaryFolder(), databaseUrl: await migratedDatabase() }),
  unmade: async () => ({ dataFolder: await temporaryFolder(), databaseUrl: await emptyDatabase() }),
  open: async () => await postgres.openAgain(await postgres.fresh()),
  openAgain: async (options) => closedAfterwards(await openStore(locationOf(options))),
};

/**
 * Describes what holds whatever database the service runs on, and checks it on each. Where there is no PostgreSQL, its half is
 * skipped.
 */
export function onEveryStore(title: string, define: (store: TestStore) => void): void {
  describe(`${title} (SQLite)`, () => define(sqlite));
  onPostgres(`${title} (PostgreSQL)`, () => define(postgres));
}

/** Describes what holds on PostgreSQL alone. */
export function onPostgres(title: string, define: () => void): void {
  (hasPostgres ? describe : describe.skip)(title, () => {
    // The first to ask waits until the server has started.
    beforeAll(serverUrl, 60_000);
    define();
  });
}

function closedAfterwards(db: Database): Database {
  afterwards(() => db.destroy());
  return db;
}

let folderTemplate: Promise<string> | undefined;

/** A folder with a copy of a migrated database, which is quicker than making each anew. */
async function migratedFolder(): Promise<string> {
  folderTemplate ??= temporaryFolder().then(async (dataFolder) => {
    const db = await openStore({ dataFolder });
    await db.destroy();
    return dataFolder;
  });
  const dataFolder = await temporaryFolder();
  await copyFile(join(await folderTemplate, databaseFileName), join(dataFolder, databaseFileName));
  return dataFolder;
}

let databaseTemplate: Promise<string> | undefined;

/** The same on PostgreSQL. */
async function migratedDatabase(): Promise<string> {
  databaseTemplate ??= emptyDatabase().then(async (databaseUrl) => {
    const db = await openStore({ databaseUrl });
    await db.destroy();
    return databaseUrl;
  });
  return await removedAfterwards(await createDatabase(await databaseTemplate));
}

async function emptyDatabase(): Promise<string> {
  return await removedAfterwards(await createDatabase());
}

async function removedAfterwards(databaseUrl: string): Promise<string> {
  afterwards(() => dropDatabase(databaseUrl));
  return databaseUrl;
}
