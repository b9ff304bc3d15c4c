import { createHash } from 'node:crypto';
import { isAbsolute, join, relative } from 'node:path';
import { InstallError } from './connector.ts';
import type { FileSystem } from './file-system.ts';
import { controlFolder, type Target } from './install-plan.ts';
import type { Place, RootFolder } from './root-folder.ts';
import { problemWithWindowsName } from './windows-path.ts';

type Chunks = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

/** What is being changed; written before the first change and removed after the last. */
interface Journal {
  readonly deploymentId: string;
  /** In the order of the staged files: their number is their name in `new` and `old`. */
  readonly files: readonly { readonly path: Target; readonly replaces: boolean }[];
  /** Folders that are made for them, outer ones first. */
  readonly folders: readonly Target[];
}

/**
 * Changes many files below a root as one. New files and copies of those that they replace are laid ready inside the root,
 * then a journal is written, then the new files are renamed into place, then the journal is removed. As long as there is a
 * journal, everything is undone from the copies: after an error at once, after a crash by {@link recoverFolder}. Hence the
 * root is always, or becomes again, wholly old or wholly new.
 */
export class FolderTransaction {
  readonly #root: RootFolder;
  readonly #files: FileSystem;
  readonly #deploymentId: string;
  readonly #staged: Place[] = [];

  private constructor(root: RootFolder, files: FileSystem, deploymentId: string) {
    this.#root = root;
    this.#files = files;
    this.#deploymentId = deploymentId;
  }

  /** The root must have been recovered before. */
  static async begin(root: RootFolder, files: FileSystem, deploymentId: string): Promise<FolderTransaction> {
    const paths = controlPaths(root.path);
    await files.mkdir(paths.fresh, { recursive: true });
    await files.mkdir(paths.old, { recursive: true });
    return new FolderTransaction(root, files, deploymentId);
  }

  /**
   * Lays one file ready, and a copy of the one that it replaces.
   * @throws InstallError when the target lies outside the root or cannot be a file
   */
  async stage(target: Target, content: Chunks): Promise<{ size: number; sha256: string }> {
    const place = await this.#root.place(target);
    const paths = controlPaths(this.#root.path);
    const name = String(this.#staged.length);
    const written = await this.#write(join(paths.fresh, name), content);
    if (place.exists) await this.#files.copyFile(join(this.#root.path, ...place.path), join(paths.old, name));
    this.#staged.push(place);
    return written;
  }

  /** Puts all files into place, or leaves everything as it was. */
  async commit(): Promise<void> {
    const paths = controlPaths(this.#root.path);
    const journal = this.#journal();
    try {
      await this.#write(paths.draft, [Buffer.from(JSON.stringify(journal))]);
      await this.#files.rename(paths.draft, paths.journal);
      for (const folder of journal.folders)
        await this.#files.mkdir(join(this.#root.path, ...folder), { recursive: true });
      for (const [index, { path }] of journal.files.entries()) {
        await this.#files.rename(join(paths.fresh, String(index)), join(this.#root.path, ...path));
      }
      await this.#files.rm(paths.journal);
    } catch (error) {
      await recoverFolder(this.#root.path, this.#files);
      throw error;
    }
    // All is in place now; what cannot be cleaned up is left to the next installation.
    await this.discard().catch(() => undefined);
  }

  /** Removes what was laid ready; only when there is no journal. */
  async discard(): Promise<void> {
    await this.#files.rm(controlPaths(this.#root.path).folder, { recursive: true, force: true });
  }

  #journal(): Journal {
    const folders = new Map<string, Target>();
    for (const folder of this.#staged.flatMap((place) => place.missingFolders)) folders.set(folder.join('/'), folder);
    return {
      deploymentId: this.#deploymentId,
      files: this.#staged.map(({ path, exists }) => ({ path, replaces: exists })),
      folders: [...folders.values()],
    };
  }

  async #write(file: string, content: Chunks): Promise<{ size: number; sha256: string }> {
    const hash = createHash('sha256');
    let size = 0;
    const handle = await this.#files.open(file, 'w');
    try {
      for await (const chunk of content) {
        hash.update(chunk);
        size += chunk.length;
        await handle.writeFile(chunk);
      }
      await handle.sync();
    } finally {
      await handle.close();
    }
    return { size, sha256: hash.digest('hex') };
  }
}

/**
 * Undoes what a transaction left behind whose process died: with a journal, everything is put back; without one, nothing had
 * been changed yet, or all of it had been. It may itself be stopped at any moment and run again.
 * @throws InstallError when the root cannot be put right now; the journal stays for the next time
 */
export async function recoverFolder(root: string, files: FileSystem): Promise<void> {
  const paths = controlPaths(root);
  try {
    const journal = await readJournal(paths.journal, files);
    if (journal !== undefined) {
      await undo(root, journal, files);
      await files.rm(paths.journal);
    }
  } catch (cause) {
    throw new InstallError(
      `A broken-off installation below ${root} cannot be undone: ${(cause as Error).message}`,
      `Let the key service write there; it tries again with the next deployment. When somebody else changed the folder ${controlFolder}, put the DMS right by hand and remove that folder.`,
      { cause },
    );
  }
  await files.rm(paths.folder, { recursive: true, force: true });
}

async function undo(root: string, journal: Journal, files: FileSystem): Promise<void> {
  const paths = controlPaths(root);
  for (const path of [...journal.files.map((file) => file.path), ...journal.folders]) {
    await requireBelow(root, path, files);
  }
  for (const [index, { path, replaces }] of journal.files.entries()) {
    const target = join(root, ...path);
    const old = join(paths.old, String(index));
    // A new file that still lies ready has not been put into place, so there is nothing to undo.
    if (await exists(join(paths.fresh, String(index)), files)) continue;
    if (!replaces) await files.rm(target, { force: true });
    else if (await exists(old, files)) await files.rename(old, target);
  }
  for (const folder of journal.folders.toReversed()) {
    // Somebody else may have put something there meanwhile; then it stays.
    await files.rmdir(join(root, ...folder)).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOENT' && error.code !== 'ENOTEMPTY') throw error;
    });
  }
}

/**
 * A journal lies where others may write, who must not get at the rest of the disk with it.
 * @throws Error when a path is not below the root, links resolved
 */
async function requireBelow(root: string, path: Target, files: FileSystem): Promise<void> {
  const isPlain = path.length > 0 && path.every((name) => problemWithWindowsName(name) === undefined);
  // A folder that does not exist was not made yet; nothing is undone in it.
  const folder = isPlain ? await files.realpath(join(root, ...path.slice(0, -1))).catch(() => undefined) : undefined;
  const way = folder === undefined ? '' : relative(await files.realpath(root), folder);
  if (!isPlain || isAbsolute(way) || way.split(/[\\/]/)[0] === '..') {
    throw new Error(`its journal names ${JSON.stringify(path)}, which is not below that folder`);
  }
}

async function readJournal(file: string, files: FileSystem): Promise<Journal | undefined> {
  try {
    return JSON.parse(await files.readFile(file, 'utf8')) as Journal;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

async function exists(file: string, files: FileSystem): Promise<boolean> {
  try {
    await files.lstat(file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw error;
  }
}

function controlPaths(root: string) {
  const folder = join(root, controlFolder);
  return {
    folder,
    fresh: join(folder, 'new'),
    old: join(folder, 'old'),
    draft: join(folder, 'journal.draft'),
    journal: join(folder, 'journal.json'),
  };
}
