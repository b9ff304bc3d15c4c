import { link, open, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Environment } from '../environment.ts';
import { KeyServiceError } from '../key-service-error.ts';
import { requireDatabase } from '../store/require-database.ts';
import { isBusy } from '../store/sqlite-busy.ts';
import { sqliteRefusal } from '../store/sqlite-refusal.ts';
import { databaseFileName } from '../store/sqlite-store.ts';
import { lockForUse, makePrivateFile } from '../store/store-lock.ts';
import { syncFolder } from '../sync-folder.ts';

/** How long it waits for one who brings the database to a newer version, in milliseconds. */
const openTimeout = 10_000;

/** A backup that is whole and on disk. */
export interface Backup {
  readonly file: string;
  /** In bytes. */
  readonly size: number;
}

/**
 * Writes the embedded database of a data folder, as it is at one moment, to one file that only its owner can read. The service
 * may run and write meanwhile. Pepper and master key are no part of it, nor is the revocation log. This process does nothing
 * else until it is done.
 * @param withPackages without them the backup is small, and deployments that wait cannot be carried out after it was restored
 * @throws KeyServiceError `invalid` when the file is there already, `store` or `store-busy` when there is no backup afterwards
 */
export async function backUp(
  dataFolder: string,
  file: string,
  { withPackages, environment }: { withPackages: boolean; environment: Environment },
): Promise<Backup> {
  await requireDatabase(dataFolder);
  if (await isThere(file)) throw thereAlready(file);
  const draft = `${file}.${environment.newId()}.part`;
  try {
    makePrivateFile(draft);
    copyDatabase(dataFolder, draft);
    if (!withPackages) removePackages(draft);
    await sync(draft);
    await nameIt(draft, file);
    return { file, size: (await stat(file)).size };
  } catch (error) {
    throw refusal(error, file);
  } finally {
    await rm(draft, { force: true });
  }
}

/** One statement, hence one moment; writers go on in the journal beside the database. */
function copyDatabase(dataFolder: string, draft: string): void {
  const lock = lockForUse(dataFolder);
  try {
    const database = new DatabaseSync(join(dataFolder, databaseFileName), { timeout: openTimeout });
    try {
      database.prepare('vacuum into ?').run(draft);
    } finally {
      database.close();
    }
  } finally {
    lock.release();
  }
}

function removePackages(draft: string): void {
  const database = new DatabaseSync(draft, { enableForeignKeyConstraints: true });
  try {
    database.exec('delete from artifact_chunks; delete from artifacts; vacuum');
  } finally {
    database.close();
  }
}

async function sync(file: string): Promise<void> {
  await using handle = await open(file, 'r+');
  await handle.sync();
}

/** Gives the finished file its name, and never takes another file's. */
async function nameIt(draft: string, file: string): Promise<void> {
  await link(draft, file).catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'EEXIST' ? thereAlready(file) : error;
  });
  await syncFolder(dirname(file));
}

function thereAlready(file: string): KeyServiceError {
  return new KeyServiceError(
    'invalid',
    `The file ${file} is there already`,
    'A backup replaces nothing; give another name.',
  );
}

function refusal(error: unknown, file: string): KeyServiceError {
  const known = error instanceof KeyServiceError ? error : sqliteRefusal(error);
  if (known !== undefined) return known;
  return new KeyServiceError(
    isBusy(error) ? 'store-busy' : 'store',
    `The backup ${file} cannot be made: ${(error as Error).message}`,
    'Check that its folder exists on a disk with links and enough free space, and that this account may write there.',
    { cause: error },
  );
}

async function isThere(file: string): Promise<boolean> {
  return await stat(file).then(
    () => true,
    () => false,
  );
}
