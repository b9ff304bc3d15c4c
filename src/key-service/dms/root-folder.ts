import { join } from 'node:path';
import { InstallError } from './connector.ts';
import { exists, type FileSystem, readText } from './file-system.ts';
import { isWithin } from './folder-path.ts';
import type { Target } from './install-plan.ts';
import { foldedName } from './windows-path.ts';

/** A place below the root: its path as the disk spells it, the folders that are missing on the way, and whether it is there. */
export interface Place {
  readonly path: Target;
  readonly missingFolders: readonly Target[];
  readonly exists: boolean;
}

/**
 * The `Skyline DataMiner` folder as a DMS sees it: names are found whatever their case, and nothing leads out of it.
 * Folders that one place needs are known to the next, so one folder is never made under two spellings.
 */
export class RootFolder {
  readonly path: string;
  readonly #files: FileSystem;
  readonly #listings = new Map<string, Map<string, string[]>>();
  readonly #missing = new Set<string>();

  private constructor(path: string, files: FileSystem) {
    this.path = path;
    this.#files = files;
  }

  /**
   * @param folder without links, as the DMS was connected
   * @throws InstallError when the folder is not there, or a link leads to another one
   */
  static async open(folder: string, files: FileSystem): Promise<RootFolder> {
    const path = await files.realpath(folder).catch((cause) => {
      throw new InstallError(
        'The folder of the DMS cannot be reached',
        'Check that the disk is mounted and that the account of the key service may use it.',
        { cause },
      );
    });
    if (path === folder) return new RootFolder(path, files);
    throw new InstallError(
      'The folder of the DMS is a link to another place by now',
      'Put the folder back, or connect the other place as a DMS of its own. Nothing was installed.',
    );
  }

  /** @throws InstallError when a link leads out of the root, a folder is a file or the reverse, or two names differ in case only */
  async place(target: Target): Promise<Place> {
    const folder = await this.#folder(target.slice(0, -1));
    const name = target.at(-1) ?? '';
    const known = await this.#spellingOf(folder.path, name);
    const path = [...folder.path, known ?? name];
    if (known !== undefined) await this.#checkFile(path);
    return { path, missingFolders: folder.missing, exists: known !== undefined };
  }

  /**
   * The names in a folder; none where there is no such folder.
   * @throws InstallError as `place` does
   */
  async names(folder: Target): Promise<readonly string[]> {
    const { path, missing } = await this.#folder(folder);
    return missing.length > 0 ? [] : [...(await this.#listing(path)).values()].flat();
  }

  /**
   * The text of a file; undefined where there is none.
   * @throws InstallError as `place` does, and for one that is too long
   */
  async readText(target: Target): Promise<string | undefined> {
    const { path, exists } = await this.place(target);
    return exists ? await readText(join(this.path, ...path), this.#files) : undefined;
  }

  async #folder(target: Target): Promise<{ path: Target; missing: readonly Target[] }> {
    const path: string[] = [];
    const missing: Target[] = [];
    for (const name of target) {
      const known = await this.#spellingOf(path, name);
      path.push(known ?? name);
      if (known === undefined) this.#addMissing(path);
      if (this.#missing.has(keyOf(path))) missing.push([...path]);
      else await this.#checkFolder(path);
    }
    return { path, missing };
  }

  async #spellingOf(folder: Target, name: string): Promise<string | undefined> {
    const names = (await this.#listing(folder)).get(foldedName(name)) ?? [];
    if (names.includes(name)) return name;
    if (names.length > 1) {
      throw new InstallError(
        `The folder "${folder.join('/')}" of the DMS holds names that differ in case only: ${names.join(', ')}`,
        'Remove all but one of them.',
      );
    }
    if (names.length === 0) await this.#requireNew([...folder, name]);
    return names[0];
  }

  /** Disks have names that they do not list: Windows short ones, or spellings that are the same to them and not to us. */
  async #requireNew(path: Target): Promise<void> {
    if (!(await exists(join(this.path, ...path), this.#files))) return;
    throw new InstallError(
      `"${path.join('/')}" of the DMS is another name of something that is there`,
      'Call the content of the package as the DMS does, or otherwise. Nothing was installed.',
    );
  }

  async #listing(folder: Target): Promise<Map<string, string[]>> {
    const key = keyOf(folder);
    let listing = this.#listings.get(key);
    if (listing === undefined) {
      const names = await this.#files.readdir(join(this.path, ...folder));
      listing = Map.groupBy(names, foldedName);
      this.#listings.set(key, listing);
    }
    return listing;
  }

  #addMissing(path: Target): void {
    const name = path.at(-1) ?? '';
    this.#missing.add(keyOf(path));
    this.#listings.get(keyOf(path.slice(0, -1)))?.set(foldedName(name), [name]);
    this.#listings.set(keyOf(path), new Map());
  }

  async #checkFolder(path: Target): Promise<void> {
    const real = await this.#files.realpath(join(this.path, ...path));
    if (!isWithin(this.path, real)) {
      throw new InstallError(
        `"${path.join('/')}" of the DMS is a link that leads out of its folder`,
        'Replace the link by a folder. Nothing was installed.',
      );
    }
    if (!(await this.#files.stat(real)).isDirectory()) {
      throw new InstallError(`"${path.join('/')}" of the DMS is a file where a folder is needed`, 'Remove the file.');
    }
  }

  async #checkFile(path: Target): Promise<void> {
    if ((await this.#files.lstat(join(this.path, ...path))).isFile()) return;
    throw new InstallError(
      `"${path.join('/')}" of the DMS is a folder or a link where a file goes`,
      'Remove it. Nothing was installed.',
    );
  }
}

function keyOf(path: Target): string {
  return path.join('/');
}
