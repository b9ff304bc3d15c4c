import type { Dirent, Stats } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { join, relative, resolve, sep } from 'node:path';
import { PackagingError } from '../dmapp/packaging-error.ts';
import { isWindowsRooted, isWithin, toPlatform } from './paths.ts';
import { readTextFile } from './read-text.ts';

/** A file found below a folder. */
export interface FoundFile {
  /** Absolute path as it is on disk. */
  readonly path: string;
  /** Path relative to the folder that was walked, folders separated by a slash. */
  readonly name: string;
}

/** What a folder holds, sorted by name; a name is found as written first, then without regard to case. */
class Listing {
  readonly entries: readonly Dirent[];
  readonly #names: ReadonlySet<string>;
  readonly #byLowerCase: ReadonlyMap<string, string>;

  constructor(entries: readonly Dirent[]) {
    this.entries = entries.toSorted((a, b) => (a.name < b.name ? -1 : 1));
    this.#names = new Set(this.entries.map(({ name }) => name));
    this.#byLowerCase = new Map(this.entries.map(({ name }) => [name.toLowerCase(), name]));
  }

  nameOf(written: string): string | undefined {
    return this.#names.has(written) ? written : this.#byLowerCase.get(written.toLowerCase());
  }
}

/**
 * The files below the root that packaging may read. Paths come from solutions and projects, so they may use backslashes
 * and the wrong case; whichever way they are written, and whatever links lie on the way, nothing outside is reached.
 */
export class WorkTree {
  readonly root: string;
  readonly #listings = new Map<string, Promise<Listing>>();

  private constructor(root: string) {
    this.root = root;
  }

  /** @throws PackagingError `file-not-found` when there is no such folder */
  static async open(root: string): Promise<WorkTree> {
    try {
      return new WorkTree(await realpath(root));
    } catch (cause) {
      throw new PackagingError('file-not-found', `The folder ${root} does not exist.`, {
        next: 'Give an existing folder.',
        cause,
      });
    }
  }

  /** How messages name a path: relative to the root, with slashes. */
  show(path: string): string {
    return relative(this.root, path).replaceAll(sep, '/') || '.';
  }

  /** The absolute path that a written path means, before looking at the disk; undefined outside the root. */
  inside(folder: string, written: string): string | undefined {
    const path = resolve(folder, toPlatform(written));
    const isElsewhere = sep === '/' && isWindowsRooted(written);
    return isElsewhere || !this.contains(path) ? undefined : path;
  }

  contains(path: string): boolean {
    return isWithin(this.root, path);
  }

  /**
   * The file or folder that a written path means, found without regard to case when it is not there as written.
   * @returns its path on disk, or undefined when there is none
   * @throws PackagingError `outside-root` when the path or a link on it leaves the root
   */
  async find(folder: string, written: string, where: string): Promise<string | undefined> {
    const path = this.inside(folder, written);
    if (path === undefined) {
      throw outside(written, where);
    }
    let found = this.root;
    for (const segment of relative(this.root, path).split(sep).filter(Boolean)) {
      const name = (await this.#list(found)).nameOf(segment);
      if (name === undefined) {
        return undefined;
      }
      found = join(found, name);
    }
    return (await this.#insideOrMissing(found, where)) ? found : undefined;
  }

  /**
   * All files below a folder, sorted by name. Links are followed as long as they stay inside the root.
   * @throws PackagingError `outside-root`, or `file-unreadable` for anything that is neither file nor folder
   */
  async walk(folder: string, enter: (name: string) => boolean = () => true): Promise<FoundFile[]> {
    const files: FoundFile[] = [];
    const visit = async (path: string, prefix: string, above: readonly string[]): Promise<void> => {
      const real = await realpath(path);
      if (above.includes(real)) {
        return; // a link to a folder that is being walked
      }
      for (const entry of (await this.#list(path)).entries) {
        const child = join(path, entry.name);
        const name = prefix + entry.name;
        const stats = await this.#statsOf(child, entry);
        if (stats.isDirectory()) {
          if (enter(name)) {
            await visit(child, `${name}/`, [...above, real]);
          }
        } else if (stats.isFile()) {
          files.push({ path: child, name });
        } else {
          throw new PackagingError('file-unreadable', `${this.show(child)} is neither a file nor a folder.`, {
            next: 'Remove it from the solution.',
          });
        }
      }
    };
    await visit(folder, '', []);
    return files;
  }

  /**
   * Reads a text file that was found in this tree.
   * @param strict refuse bytes that the encoding does not know
   * @throws PackagingError `file-unreadable` or `file-too-large`
   */
  async readText(path: string, { strict = false } = {}): Promise<string> {
    return readTextFile(path, this.show(path), strict);
  }

  async #list(folder: string): Promise<Listing> {
    let listing = this.#listings.get(folder);
    if (listing === undefined) {
      listing = readdir(folder, { withFileTypes: true }).then(
        (entries) => new Listing(entries),
        () => new Listing([]),
      );
      this.#listings.set(folder, listing);
    }
    return listing;
  }

  async #statsOf(path: string, entry: Dirent): Promise<Dirent | Stats> {
    if (!entry.isSymbolicLink()) {
      return entry;
    }
    if (!(await this.#insideOrMissing(path, this.show(path)))) {
      throw new PackagingError('file-not-found', `The link ${this.show(path)} leads nowhere.`, {
        next: 'Remove the link or restore its target.',
      });
    }
    return stat(path);
  }

  async #insideOrMissing(path: string, where: string): Promise<boolean> {
    const real = await realpath(path).catch(() => undefined);
    if (real !== undefined && !this.contains(real)) {
      throw outside(this.show(path), where);
    }
    return real !== undefined;
  }
}

function outside(written: string, where: string): PackagingError {
  return new PackagingError('outside-root', `The path '${written}' leads out of the repository.`, {
    where,
    next: 'Move the file into the repository, or set the workspace or solution so that it contains the file.',
  });
}
