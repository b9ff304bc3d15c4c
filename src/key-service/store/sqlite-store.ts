import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Kysely } from 'kysely';
import { KeyServiceError } from '../key-service-error.ts';
import { migrate } from './migrate.ts';
import type { Database, Tables } from './schema.ts';
import { isBusy } from './sqlite-busy.ts';
import { type OpenDatabase, sqliteDialect } from './sqlite-dialect.ts';
import { sqliteRefusal } from './sqlite-refusal.ts';
import { lockForUse, makePrivateFile } from './store-lock.ts';

/** How long opening waits for another process that opens the same file, in milliseconds. */
const openTimeout = 10_000;

/** What stays of the write-ahead log on the disk once it is in the database: a large upload makes it long. */
const maxLogBytes = 64 * 1024 * 1024;

/** Room for the inner pages of the indexes of a million key sets, through which every read goes. */
const readCacheKibibytes = 16 * 1024;

export const databaseFileName = 'key-service.sqlite';

/**
 * Opens the embedded database of a data folder, making both when they are not there, and brings it to the newest version.
 * Folder and files are for their owner only. Several processes may do this at the same moment.
 * @throws KeyServiceError `store` when the folder or the database cannot be used, `store-busy` when another process holds it
 */
export async function openSqliteStore(dataFolder: string): Promise<Database> {
  const file = join(dataFolder, databaseFileName);
  const db = new Kysely<Tables>({ dialect: sqliteDialect(() => openLocked(dataFolder, file)) });
  try {
    await mkdir(dataFolder, { recursive: true, mode: 0o700 });
    await migrate(db);
    return db;
  } catch (error) {
    await db.destroy().catch(() => undefined);
    throw refusal(error, file);
  }
}

/** Opens a database file by itself, for whoever holds the data folder. */
export function openSqliteFile(file: string): Database {
  return new Kysely<Tables>({
    dialect: sqliteDialect(() => {
      const database = openDatabase(file);
      return { database, openToRead: () => openToRead(file), close: () => database.close() };
    }),
  });
}

function openLocked(dataFolder: string, file: string): OpenDatabase {
  const lock = lockForUse(dataFolder);
  try {
    const database = openDatabase(file);
    const close = () => {
      database.close();
      lock.release();
    };
    return { database, openToRead: () => openToRead(file), close };
  } catch (error) {
    lock.release();
    throw error;
  }
}

function openDatabase(file: string): DatabaseSync {
  // Made here, not by SQLite, so that the file is never readable by others; its journal files take over its mode.
  makePrivateFile(file);
  const database = new DatabaseSync(file, { timeout: openTimeout, enableForeignKeyConstraints: true });
  database.exec(`PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA journal_size_limit = ${maxLogBytes}`);
  // From here on the dialect waits for other writers itself: SQLite would do it by stopping the whole process.
  database.exec('PRAGMA busy_timeout = 0');
  return database;
}

function openToRead(file: string): DatabaseSync {
  // Not mapped into memory: SQLite gives up the mapping with every change that another connection makes, and to have each page
  // found again costs more than to copy it.
  const database = new DatabaseSync(file, { readOnly: true });
  database.exec(`PRAGMA cache_size = -${readCacheKibibytes}`);
  return database;
}

function refusal(error: unknown, file: string): KeyServiceError {
  if (isBusy(error)) {
    return new KeyServiceError(
      'store-busy',
      `The database ${file} is held by another process and cannot be opened`,
      'Try again when a backup or another program that uses the file has ended.',
      { cause: error },
    );
  }
  const known = error instanceof KeyServiceError ? error : sqliteRefusal(error);
  if (known !== undefined) return known;
  const reason = error instanceof Error ? error.message : String(error);
  return new KeyServiceError(
    'store',
    `The database ${file} cannot be opened: ${reason}`,
    'Check that the folder exists on a local disk with free space and that this account may write there.',
    { cause: error },
  );
}
