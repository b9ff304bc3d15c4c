import { constants } from 'node:fs';
import { chmod, copyFile, link, mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Initiator } from '../../contract/management/initiator.ts';
import { type Environment, timestamp } from '../environment.ts';
import { KeyServiceError } from '../key-service-error.ts';
import { migrate, migrationTable } from '../store/migrate.ts';
import { isBusy } from '../store/sqlite-busy.ts';
import { databaseFileName, openSqliteFile } from '../store/sqlite-store.ts';
import { lockForReplacing } from '../store/store-lock.ts';
import { syncFolder } from '../sync-folder.ts';
import { noteRestore } from './finish-restore.ts';

/** What is where after a backup was restored. */
export interface Restored {
  readonly database: string;
  /** The database that was there before. */
  readonly replaced: string | null;
}

/**
 * Puts a backup in the place of a data folder's embedded database, which is kept under a name with the date. Until the last
 * step nothing is changed, and that one is done or not done. Everybody has to sign in again; the revocation log is not touched.
 * @param initiator whom the audit trail names
 * @throws KeyServiceError `invalid` for a file that is no whole backup of this service, `store` for one of a newer version or when
 * it cannot be put there, `store-busy` while the database is in use
 */
export async function restore(
  dataFolder: string,
  backup: string,
  { initiator, environment }: { initiator: Initiator; environment: Environment },
): Promise<Restored> {
  const draft = join(dataFolder, `${databaseFileName}.${environment.newId()}.part`);
  await requireFile(backup);
  try {
    await mkdir(dataFolder, { recursive: true, mode: 0o700 });
    const lock = lockForReplacing(dataFolder);
    try {
      await copyFile(backup, draft, constants.COPYFILE_EXCL);
      await chmod(draft, 0o600);
      requireWhole(draft, backup);
      await prepare(draft, { at: timestamp(environment.now()), backup, initiator });
      return await replace(dataFolder, draft, environment);
    } finally {
      lock.release();
    }
  } catch (error) {
    throw refusal(error, dataFolder, backup);
  } finally {
    await rm(draft, { force: true });
  }
}

async function requireFile(backup: string): Promise<void> {
  const found = await stat(backup).catch(() => undefined);
  if (found?.isFile()) return;
  throw new KeyServiceError('invalid', `There is no file ${backup}`, 'Name the file that "admin backup" made.');
}

function requireWhole(draft: string, backup: string): void {
  let problem: string | undefined;
  try {
    problem = problemOf(draft);
  } catch (error) {
    problem = (error as Error).message;
  }
  if (problem === undefined) return;
  throw new KeyServiceError(
    'invalid',
    `The file ${backup} is no whole backup of a key service: ${problem}`,
    'Nothing was changed. Take another file that "admin backup" made.',
  );
}

function problemOf(draft: string): string | undefined {
  const database = new DatabaseSync(draft);
  try {
    const [finding] = database.prepare('pragma integrity_check(1)').all() as { integrity_check: string }[];
    if (finding?.integrity_check !== 'ok') return finding?.integrity_check;
    const table = database.prepare("select 1 from sqlite_schema where type = 'table' and name = ?").get(migrationTable);
    return table === undefined ? 'it holds something else' : undefined;
  } finally {
    database.close();
  }
}

/** Brings the copy to the newest version, ends all sessions in it, and has the service know at its next start. */
async function prepare(draft: string, note: Parameters<typeof noteRestore>[1]): Promise<void> {
  const db = openSqliteFile(draft);
  try {
    await migrate(db);
    await db.deleteFrom('sessions').execute();
    await noteRestore(db, note);
  } finally {
    await db.destroy();
  }
  await using handle = await open(draft, 'r+');
  await handle.sync();
}

async function replace(dataFolder: string, draft: string, environment: Environment): Promise<Restored> {
  const database = join(dataFolder, databaseFileName);
  const date = timestamp(environment.now()).replaceAll(':', '');
  const kept = join(dataFolder, `key-service.replaced-${date}.sqlite`);
  await foldJournal(database);
  for (const suffix of ['-wal', '-shm']) await rename(database + suffix, kept + suffix).catch(unlessMissing);
  const replaced = await link(database, kept).then(
    () => kept,
    (error: NodeJS.ErrnoException) => unlessMissing(error) ?? null,
  );
  await rename(draft, database);
  await syncFolder(dataFolder);
  return { database, replaced };
}

/** Brings what is still in the journal of the old database into its file. What is broken is kept as it is, journal and all. */
async function foldJournal(database: string): Promise<void> {
  const found = await stat(database).catch(unlessMissing);
  if (found === undefined) return;
  try {
    const old = new DatabaseSync(database);
    old.exec('pragma wal_checkpoint(truncate)');
    old.close();
  } catch {
    // It may be the reason for restoring.
  }
}

function unlessMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error;
}

function refusal(error: unknown, dataFolder: string, backup: string): KeyServiceError {
  if (error instanceof KeyServiceError) return error;
  if (isBusy(error)) {
    return new KeyServiceError(
      'store-busy',
      `The database in ${dataFolder} is in use`,
      'End "serve" and the commands that work on it, then restore.',
      { cause: error },
    );
  }
  return new KeyServiceError(
    'store',
    `The backup ${backup} cannot be restored to ${dataFolder}: ${(error as Error).message}`,
    'Check that the folder is on a local disk with enough free space and that this account may write there.',
    { cause: error },
  );
}
