import { constants } from 'node:fs';
import { chmod, copyFile, link, mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { DatabaseSync, type DatabaseSyncOptions } from 'node:sqlite';
import type { Initiator } from '../../contract/management/initiator.ts';
import type { LoggedRevocation } from '../audit/revocation-log.ts';
import { type Environment, timestamp } from '../environment.ts';
import type { StoreOptions } from '../key-service-core.ts';
import { KeyServiceError } from '../key-service-error.ts';
import { secretSettings } from '../secrets/secret-settings.ts';
import { loadSecrets } from '../secrets/service-secrets.ts';
import { migrate, migrationTable } from '../store/migrate.ts';
import type { Database } from '../store/schema.ts';
import { isBusy } from '../store/sqlite-busy.ts';
import { databaseFileName, openSqliteFile } from '../store/sqlite-store.ts';
import { lockForReplacing } from '../store/store-lock.ts';
import { syncFolder } from '../sync-folder.ts';
import { noteRestore, type RestoreNote, restoreSetting } from './finish-restore.ts';

/** What is where after a backup was restored. */
export interface Restored {
  readonly database: string;
  /** The database that was there before. */
  readonly replaced: string | null;
}

/**
 * Puts a backup in the place of a data folder's embedded database, which is kept under a name with the date. Until the last
 * step nothing is changed, and that one is done or not done. Everybody has to sign in again; the revocation log is not touched, and
 * what the old database had noted for it is taken over.
 * @param initiator whom the audit trail names
 * @throws KeyServiceError `invalid` for a file that is no whole backup of this service, `secrets` for one that does not open with
 * the given secrets, `store` for one of a newer version or when it cannot be put there, `store-busy` while the database is in use
 */
export async function restore(
  options: Omit<StoreOptions, 'databaseUrl'>,
  backup: string,
  { initiator, environment }: { initiator: Initiator; environment: Environment },
): Promise<Restored> {
  const dataFolder = resolve(options.dataFolder);
  const draft = join(dataFolder, `${databaseFileName}.${environment.newId()}.part`);
  await requireFile(backup);
  try {
    await mkdir(dataFolder, { recursive: true, mode: 0o700 });
    const lock = lockForReplacing(dataFolder);
    try {
      await copyFile(backup, draft, constants.COPYFILE_EXCL);
      await chmod(draft, 0o600);
      requireWhole(draft, backup);
      const unlogged = await foldJournal(join(dataFolder, databaseFileName));
      await prepare(draft, { at: timestamp(environment.now()), backup, initiator, unlogged }, (db) =>
        requireSecrets(db, options, environment),
      );
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
async function prepare(draft: string, note: RestoreNote, check: (db: Database) => Promise<void>): Promise<void> {
  const db = openSqliteFile(draft);
  try {
    await migrate(db);
    await check(db);
    await db.deleteFrom('sessions').execute();
    await noteRestore(db, note);
  } finally {
    await db.destroy();
  }
  await using handle = await open(draft, 'r+');
  await handle.sync();
}

/** A database that nobody can open is no help, least of all in the place of one that works. */
async function requireSecrets(db: Database, options: StoreOptions, environment: Environment): Promise<void> {
  try {
    await loadSecrets(secretSettings(options), db, environment);
  } catch (cause) {
    if (!(cause instanceof KeyServiceError)) throw cause;
    throw new KeyServiceError(
      'secrets',
      `The backup does not open with these secrets: ${cause.message}`,
      'Nothing was changed. Name the folder of the secrets with --secrets. One that was rotated since the backup is needed as well: ' +
        'add it to its file from your copy, on a line below the newer one.',
      { cause },
    );
  }
}

async function replace(dataFolder: string, draft: string, environment: Environment): Promise<Restored> {
  const database = join(dataFolder, databaseFileName);
  const date = timestamp(environment.now()).replaceAll(':', '');
  const kept = join(dataFolder, `key-service.replaced-${date}.sqlite`);
  for (const suffix of ['-wal', '-shm']) await rename(database + suffix, kept + suffix).catch(unlessMissing);
  const replaced = await link(database, kept).then(
    () => kept,
    (error: NodeJS.ErrnoException) => unlessMissing(error) ?? null,
  );
  await rename(draft, database);
  await syncFolder(dataFolder);
  return { database, replaced };
}

/**
 * Brings what is still in the journal of the old database into its file. What is broken is kept as it is, journal and all: it may
 * be the reason for restoring.
 * @returns what it had noted for the revocation log and the log did not get: these changes were made, and count
 */
async function foldJournal(database: string): Promise<readonly LoggedRevocation[]> {
  if ((await stat(database).catch(unlessMissing)) === undefined) return [];
  try {
    // Only to read at first, since closing would remove the journal of a broken file.
    query(database, 'select count(*) from sqlite_schema', { readOnly: true });
    query(database, 'pragma wal_checkpoint(truncate)');
    const noted = query(database, 'select entry from revocations where logged_at is null order by position');
    // Restored itself, and never used since.
    const restored = query(database, `select value from service_settings where name = '${restoreSetting}'`);
    return [
      ...restored.flatMap(({ value }) => (JSON.parse(value as string) as RestoreNote).unlogged ?? []),
      ...noted.map(({ entry }) => JSON.parse(entry as string) as LoggedRevocation),
    ];
  } catch {
    return [];
  }
}

function query(file: string, statement: string, options: DatabaseSyncOptions = {}) {
  const database = new DatabaseSync(file, options);
  try {
    return database.prepare(statement).all();
  } finally {
    database.close();
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
