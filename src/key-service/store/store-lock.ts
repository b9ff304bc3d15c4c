import { closeSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** A hold on the embedded database of a data folder, against its being replaced. */
export interface StoreLock {
  release(): void;
}

/** How long those who use the database wait for one that is being put in place, and the other way round, in milliseconds. */
const useTimeout = 10_000;
const replaceTimeout = 2_000;

/** A database of its own, since a lock on the file that is replaced would go with it; it stays empty. */
const lockFileName = 'key-service.lock';

/** Holds the database for using it; any number of processes may. @throws SQLite's "busy" while it is being replaced */
export function lockForUse(dataFolder: string): StoreLock {
  return lock(dataFolder, useTimeout, 'begin; select count(*) from sqlite_schema');
}

/** Holds the database for replacing it. @throws SQLite's "busy" while anybody uses it */
export function lockForReplacing(dataFolder: string): StoreLock {
  return lock(dataFolder, replaceTimeout, 'begin exclusive');
}

/** The operating system lets go of it when the process ends, however that ends. */
function lock(dataFolder: string, timeout: number, statement: string): StoreLock {
  const file = join(dataFolder, lockFileName);
  makePrivateFile(file);
  const database = new DatabaseSync(file, { timeout });
  try {
    database.exec(statement);
  } catch (error) {
    database.close();
    throw error;
  }
  return { release: () => database.close() };
}

/**
 * Makes an empty file that only its owner can read, unless it is there. One that is there is not even opened: closing it would
 * undo all locks that this process has on it.
 */
export function makePrivateFile(file: string): void {
  try {
    closeSync(openSync(file, 'wx', 0o600));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}
