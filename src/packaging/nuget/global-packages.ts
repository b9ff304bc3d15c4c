import { randomUUID } from 'node:crypto';
import { access, mkdir, mkdtemp, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { PackagingError } from '../dmapp/packaging-error.ts';
import { type NuGetVersion, normalizedVersion, parseVersion } from './nuget-version.ts';
import { readManifest } from './package-manifest.ts';
import type { PackageSource } from './package-source.ts';
import type { RestoredPackage } from './restored-package.ts';
import { unpackPackage } from './unpack-package.ts';

/** NuGet's mark of a folder that is complete; it is written last. */
const mark = '.nupkg.metadata';

const temporaryPrefix = '.restore-';
/** No restore takes as long, in milliseconds. */
const abandonedAfter = 24 * 60 * 60 * 1000;

/** NuGet's global packages folder (packaging spec 12.1): shared by every project, and by every process, of a user. */
export class GlobalPackages {
  readonly folder: string;
  #cleaning: Promise<void> | undefined;

  constructor(folder: string) {
    this.folder = folder;
  }

  /** A package that is there completely; undefined otherwise. */
  async find(id: string, version: NuGetVersion): Promise<RestoredPackage | undefined> {
    const folder = this.#folderOf(id, version);
    const text = await readFile(join(folder, mark), 'utf8').catch(() => undefined);
    if (text === undefined) {
      return undefined;
    }
    const manifest = await readManifest(join(folder, `${id.toLowerCase()}.nuspec`));
    return { id, version, folder, manifest, ...marked(text, this.folder) };
  }

  /** The versions of a package that are there. */
  async versions(id: string): Promise<NuGetVersion[]> {
    const folder = join(this.folder, id.toLowerCase());
    const found: NuGetVersion[] = [];
    for (const name of await readdir(folder).catch((): string[] => [])) {
      const version = parseVersion(name);
      const isComplete = await access(join(folder, name, mark)).then(
        () => true,
        () => false,
      );
      if (version !== undefined && isComplete) {
        found.push(version);
      }
    }
    return found;
  }

  /**
   * Brings a package from a source. It appears at once and complete, or not at all; when another process was faster, its
   * work is kept.
   * @returns false when the source does not have that version
   * @throws PackagingError `nuget-source-failed`, `package-corrupt`, `output-not-writable` or `disk-full`
   */
  async add(id: string, version: NuGetVersion, source: PackageSource): Promise<boolean> {
    const temporary = await this.#temporaryFolder();
    try {
      const file = join(temporary, 'package');
      const downloaded = await source.download(id, version, file);
      if (downloaded === undefined) {
        return false;
      }
      const content = join(temporary, 'content');
      await mkdir(content);
      await unpackPackage(file, content, { id, version, source: source.location, sha512: downloaded.sha512 });
      await this.#publish(content, this.#folderOf(id, version), temporary);
      return true;
    } catch (error) {
      throw this.#asPackagingError(error);
    } finally {
      await rm(temporary, { recursive: true, force: true });
    }
  }

  async #publish(content: string, target: string, temporary: string): Promise<void> {
    await mkdir(join(target, '..'), { recursive: true });
    for (;;) {
      try {
        await rename(content, target);
        return;
      } catch (error) {
        const { code = '' } = error as NodeJS.ErrnoException;
        if (!['ENOTEMPTY', 'EEXIST', 'EPERM', 'EACCES'].includes(code)) {
          throw error;
        }
        if (
          await access(join(target, mark)).then(
            () => true,
            () => false,
          )
        ) {
          return;
        }
        // Left behind by somebody who did not finish: out of the way, and the next try.
        await rename(target, join(temporary, randomUUID())).catch(() => {
          throw error;
        });
      }
    }
  }

  async #temporaryFolder(): Promise<string> {
    try {
      await mkdir(this.folder, { recursive: true });
      const temporary = await mkdtemp(join(this.folder, temporaryPrefix));
      this.#cleaning ??= removeAbandoned(this.folder, temporary);
      await this.#cleaning;
      return temporary;
    } catch (error) {
      throw this.#asPackagingError(error);
    }
  }

  #asPackagingError(error: unknown): unknown {
    const { code = '', syscall } = error as NodeJS.ErrnoException;
    if (syscall === undefined) {
      return error;
    }
    const isFull = ['ENOSPC', 'EDQUOT', 'EFBIG'].includes(code);
    return new PackagingError(
      isFull ? 'disk-full' : 'output-not-writable',
      `NuGet's global packages folder ${this.folder} cannot be written to (${code}).`,
      {
        next: isFull
          ? 'Free space on that disk, or set NUGET_PACKAGES to a folder on another one.'
          : 'Set NUGET_PACKAGES to a folder that may be written to.',
        cause: error,
      },
    );
  }

  #folderOf(id: string, version: NuGetVersion): string {
    return join(this.folder, id.toLowerCase(), normalizedVersion(version).toLowerCase());
  }
}

/** Removes what processes left behind that were killed; the age is that which the file system tells. */
async function removeAbandoned(folder: string, fresh: string): Promise<void> {
  const { mtimeMs: now } = await stat(fresh);
  for (const name of (await readdir(folder)).filter((one) => one.startsWith(temporaryPrefix))) {
    const path = join(folder, name);
    const { mtimeMs } = await stat(path).catch(() => ({ mtimeMs: now }));
    if (now - mtimeMs > abandonedAfter) {
      await rm(path, { recursive: true, force: true }).catch(() => undefined); // another process may be at it
    }
  }
}

/** What the mark of a package says. */
function marked(text: string, folder: string): { source: string; contentHash: string | undefined } {
  try {
    const { source, contentHash } = JSON.parse(text) as Record<string, unknown>;
    return {
      source: typeof source === 'string' ? source : folder,
      contentHash: typeof contentHash === 'string' ? contentHash : undefined,
    };
  } catch {
    return { source: folder, contentHash: undefined }; // older than the hash in it
  }
}
