import { join, relative } from 'node:path';
import { InstallError } from './connector.ts';
import { diskProblem, exists, type FileSystem, hasCode, readText, syncFolder } from './file-system.ts';
import { isWithin } from './folder-path.ts';
import { controlFolder, type Target } from './install-plan.ts';
import { problemWithWindowsName } from './windows-path.ts';

/** What is being changed; written before the first change and removed after the last. */
export interface Journal {
  readonly deploymentId: string;
  /** In the order of the staged files: their number is their name in `new` and `old`. */
  readonly files: readonly { readonly path: Target; readonly replaces: boolean }[];
  /** Folders that are made for them, outer ones first. */
  readonly folders: readonly Target[];
}

/** What lies in the folder of one transaction. */
export function stagingPaths(folder: string) {
  return {
    /** Files that are to be put into place. */
    fresh: join(folder, 'new'),
    /** Copies of those that they replace. */
    old: join(folder, 'old'),
    /** Folders of other transactions that this one undoes. */
    taken: join(folder, 'taken'),
    draft: join(folder, 'journal.draft'),
    journal: join(folder, 'journal.json'),
  };
}

/**
 * Undoes what a transaction did whose folder this is: with a journal, everything is put back; without one, nothing had been
 * changed yet, or all of it had been. It may itself be stopped at any moment and run again. All that it changes below the root
 * is moved out of or into that folder, so nothing more happens once somebody has taken the folder away.
 * @throws InstallError when the root cannot be put right now; the journal stays for the next time
 */
export async function undoTransaction(root: string, folder: string, files: FileSystem): Promise<void> {
  const { journal: file } = stagingPaths(folder);
  try {
    const journal = await readJournal(file, files);
    if (journal === undefined) return;
    await undo(root, folder, journal, files);
    await syncChanges(root, journal, files);
    await files.rm(file);
    await syncFolder(folder, files);
  } catch (cause) {
    throw new InstallError(
      `A broken-off installation in the folder of the DMS cannot be undone: ${diskProblem(cause) ?? (cause as Error).message}`,
      `Let the key service write there; it tries again with the next deployment. When somebody else changed the folder ${controlFolder}, put the DMS right by hand and remove that folder.`,
      { cause },
    );
  }
}

/** Waits until all that a journal speaks of is on the disk as it is now, so that the journal may go. */
export async function syncChanges(root: string, journal: Journal, files: FileSystem): Promise<void> {
  const changed = [...journal.files.map(({ path }) => path), ...journal.folders];
  for (const folder of new Set(changed.map((path) => join(root, ...path.slice(0, -1))))) {
    await syncFolder(folder, files).catch((error) => {
      // Undone: it is not there any more, or never was.
      if (!hasCode(error, 'ENOENT')) throw error;
    });
  }
}

async function undo(root: string, folder: string, journal: Journal, files: FileSystem): Promise<void> {
  const paths = stagingPaths(folder);
  const staging = [paths.fresh, paths.old].map((path) => [...relative(root, path).split(/[\\/]/), '0']);
  for (const path of [...staging, ...journal.files.map((file) => file.path), ...journal.folders]) {
    await requireBelow(root, path, files);
  }
  for (const [index, { path, replaces }] of journal.files.entries()) {
    const target = join(root, ...path);
    const fresh = join(paths.fresh, String(index));
    const old = join(paths.old, String(index));
    // A new file that still lies ready has not been put into place, so there is nothing to undo.
    if (await exists(fresh, files)) continue;
    if (replaces) await moveIfThere(old, target, files);
    else await moveIfThere(target, fresh, files);
  }
  for (const path of journal.folders.toReversed()) {
    // Somebody else may have put something there meanwhile; then it stays.
    await files.rmdir(join(root, ...path)).catch((error) => {
      if (!hasCode(error, 'ENOENT', 'ENOTEMPTY')) throw error;
    });
  }
}

async function moveIfThere(from: string, to: string, files: FileSystem): Promise<void> {
  if (await exists(from, files)) await files.rename(from, to);
}

/**
 * A journal lies where others may write, who must not get at the rest of the disk with it.
 * @throws Error when a path is not below the root, links resolved
 */
async function requireBelow(root: string, path: Target, files: FileSystem): Promise<void> {
  const isPlain = path.length > 0 && path.every((name) => problemWithWindowsName(name) === undefined);
  // A folder that does not exist was not made yet; nothing is undone in it.
  const folder = isPlain ? await files.realpath(join(root, ...path.slice(0, -1))).catch(() => undefined) : undefined;
  if (!isPlain || (folder !== undefined && !isWithin(await files.realpath(root), folder))) {
    throw new Error(`its journal names ${JSON.stringify(path)}, which is not below that folder`);
  }
}

async function readJournal(file: string, files: FileSystem): Promise<Journal | undefined> {
  try {
    return JSON.parse(await readText(file, files)) as Journal;
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return undefined;
    throw error;
  }
}
