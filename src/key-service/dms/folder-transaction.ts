import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { InstallError } from './connector.ts';
import { exists, type FileSystem, syncFolder } from './file-system.ts';
import { type Journal, stagingPaths, syncChanges, undoTransaction } from './folder-journal.ts';
import { controlFolder, type Target } from './install-plan.ts';
import type { Place, RootFolder } from './root-folder.ts';

type Chunks = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

/** Whose transaction it is. */
export interface TransactionHolder {
  readonly deploymentId: string;
  /** Name of the transaction's own folder; never used twice. */
  readonly transactionId: string;
  /** @throws when somebody else has been given the DMS meanwhile */
  readonly confirmTurn: () => Promise<void>;
}

/**
 * Changes many files below a root as one. New files and copies of those that they replace are laid ready inside the root,
 * then a journal is written, then the new files are renamed into place, then the journal is removed. As long as there is a
 * journal, everything is undone from the copies: after an error at once, after a crash by the next transaction. Hence the root
 * is always, or becomes again, wholly old or wholly new.
 *
 * Each transaction has a folder of its own, and beginning one takes the folders of all others away before it undoes them.
 * A worker that had stopped and lost its turn can do no harm when it goes on: it changes the root only by moving files out of
 * or into its folder, which fails once that is gone. No folder is missed, since the turn is confirmed after the folder is
 * made: who is still confirmed then is seen by whoever is given the turn later.
 *
 * The removal of the journal is the point of no return; it is asked right before whether the package is still wanted. Before each step that relies on
 * earlier ones, those are waited for to be on the disk, so that all this holds through a power cut as well, on a disk that
 * keeps what it was asked to keep: a local one does, a network disk as far as its server does.
 *
 * Limits: a late worker may leave an empty folder below the root. One that stopped between the confirmation and taking others'
 * folders away, and goes on in the moment in which its successor has made its folder but taken none yet, ends the successor's
 * transaction before that changed anything. Moving a folder away must be one step of the disk: a Windows disk refuses it
 * while a file in it is open, and then the new transaction fails instead.
 */
export class FolderTransaction {
  readonly #root: RootFolder;
  readonly #files: FileSystem;
  readonly #holder: TransactionHolder;
  readonly #control: string;
  readonly #folder: string;
  readonly #staged: Place[] = [];

  private constructor(root: RootFolder, files: FileSystem, holder: TransactionHolder) {
    this.#root = root;
    this.#files = files;
    this.#holder = holder;
    this.#control = join(root.path, controlFolder);
    this.#folder = join(this.#control, holder.transactionId);
  }

  /**
   * Makes the transaction's folder, and undoes what others left unfinished.
   * @throws InstallError when that cannot be undone now; what `confirmTurn` throws
   */
  static async begin(root: RootFolder, files: FileSystem, holder: TransactionHolder): Promise<FolderTransaction> {
    const transaction = new FolderTransaction(root, files, holder);
    await transaction.#makeFolder();
    try {
      await holder.confirmTurn();
    } catch (error) {
      await transaction.discard();
      throw error;
    }
    await transaction.#undoOthers();
    return transaction;
  }

  /**
   * Lays one file ready, and a copy of the one that it replaces.
   * @throws InstallError when the target lies outside the root or cannot be a file; the reason of the signal
   */
  async stage(target: Target, content: Chunks, signal: AbortSignal): Promise<{ size: number; sha256: string }> {
    const place = await this.#root.place(target);
    const paths = stagingPaths(this.#folder);
    const name = String(this.#staged.length);
    const written = await this.#write(join(paths.fresh, name), content, signal);
    if (place.exists) await this.#copy(join(this.#root.path, ...place.path), join(paths.old, name), signal);
    this.#staged.push(place);
    return written;
  }

  /**
   * Puts all files into place, or leaves everything as it was.
   * @param confirm asked right before the point of no return; when it throws, everything is undone
   */
  async commit(confirm: () => Promise<void>): Promise<void> {
    const paths = stagingPaths(this.#folder);
    const journal = this.#journal();
    try {
      await this.#write(paths.draft, [Buffer.from(JSON.stringify(journal))]);
      for (const folder of [paths.fresh, paths.old, this.#folder, this.#control, this.#root.path])
        await syncFolder(folder, this.#files);
      await this.#files.rename(paths.draft, paths.journal);
      await syncFolder(this.#folder, this.#files);
      for (const folder of journal.folders)
        await this.#files.mkdir(join(this.#root.path, ...folder), { recursive: true });
      for (const [index, { path }] of journal.files.entries()) {
        await this.#files.rename(join(paths.fresh, String(index)), join(this.#root.path, ...path));
      }
      await syncChanges(this.#root.path, journal, this.#files);
      await confirm();
      await this.#files.rm(paths.journal);
    } catch (error) {
      await undoTransaction(this.#root.path, this.#folder, this.#files);
      await this.discard();
      throw error;
    }
    // All is in place now, whatever the disk says to this; what cannot be cleaned up is left to the next installation.
    await syncFolder(this.#folder, this.#files).catch(() => undefined);
    await this.discard().catch(() => undefined);
  }

  /** Removes what was laid ready; only when there is no journal. */
  async discard(): Promise<void> {
    await this.#files.rm(this.#folder, { recursive: true, force: true });
    // It stays while somebody else has something in it.
    await this.#files.rmdir(this.#control).catch(() => undefined);
  }

  async #makeFolder(): Promise<void> {
    const { fresh, old, taken } = stagingPaths(this.#folder);
    await this.#files.mkdir(this.#control, { recursive: true });
    if (!(await this.#files.lstat(this.#control)).isDirectory()) {
      throw new InstallError(
        `"${controlFolder}" of the DMS is a link where a folder of the key service belongs`,
        'Remove the link. Nothing was installed.',
      );
    }
    for (const folder of [fresh, old, taken]) await this.#files.mkdir(folder, { recursive: true });
  }

  async #undoOthers(): Promise<void> {
    const { taken } = stagingPaths(this.#folder);
    for (const name of await this.#foldersIn(this.#control)) {
      if (name !== this.#holder.transactionId) await this.#take(join(this.#control, name), join(taken, name));
    }
    const names = await this.#foldersIn(taken);
    for (const name of names) {
      const folder = join(taken, name);
      // What it had taken itself and did not come to undo.
      const others = stagingPaths(folder).taken;
      for (const other of await this.#foldersIn(others)) {
        await this.#take(join(others, other), join(taken, other));
        names.push(other);
      }
      await undoTransaction(this.#root.path, folder, this.#files);
      await this.#files.rm(folder, { recursive: true, force: true });
    }
  }

  async #take(folder: string, to: string): Promise<void> {
    try {
      await this.#files.rename(folder, to);
    } catch (error) {
      // A late worker may have removed its folder itself.
      if (await exists(folder, this.#files)) throw error;
    }
  }

  /** Links are left alone: what they lead to is none of ours. */
  async #foldersIn(folder: string): Promise<string[]> {
    if (!(await exists(folder, this.#files)) || !(await this.#files.lstat(folder)).isDirectory()) return [];
    const entries = await this.#files.readdir(folder, { withFileTypes: true });
    return entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  }

  #journal(): Journal {
    const folders = new Map<string, Target>();
    for (const folder of this.#staged.flatMap((place) => place.missingFolders)) folders.set(folder.join('/'), folder);
    return {
      deploymentId: this.#holder.deploymentId,
      files: this.#staged.map(({ path, exists }) => ({ path, replaces: exists })),
      folders: [...folders.values()],
    };
  }

  async #copy(from: string, to: string, signal: AbortSignal): Promise<void> {
    const source = await this.#files.open(from, 'r');
    try {
      const { mode } = await source.stat();
      await this.#write(to, source.createReadStream({ autoClose: false }), signal, mode);
    } finally {
      await source.close();
    }
  }

  async #write(
    file: string,
    content: Chunks,
    signal?: AbortSignal,
    mode?: number,
  ): Promise<{ size: number; sha256: string }> {
    const hash = createHash('sha256');
    let size = 0;
    const handle = await this.#files.open(file, 'w');
    try {
      if (mode !== undefined) await handle.chmod(mode);
      for await (const chunk of content) {
        signal?.throwIfAborted();
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
