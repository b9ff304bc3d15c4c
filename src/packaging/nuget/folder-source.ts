import { copyFile, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PackagingError } from '../dmapp/packaging-error.ts';
import { isFile } from '../files/paths.ts';
import { compareVersions, type NuGetVersion, parseVersion } from './nuget-version.ts';
import type { DownloadedPackage, PackageSource } from './package-source.ts';

/** A folder of packages: `ID.VERSION.nupkg` side by side, or `ID/VERSION/ID.VERSION.nupkg` as `nuget init` lays them out. */
export class FolderSource implements PackageSource {
  readonly name: string;
  readonly location: string;

  constructor(name: string, folder: string) {
    this.name = name;
    this.location = folder;
  }

  async versions(id: string): Promise<NuGetVersion[]> {
    return (await this.#files(id)).map(({ version }) => version);
  }

  async download(id: string, version: NuGetVersion, file: string): Promise<DownloadedPackage | undefined> {
    const found = (await this.#files(id)).find((one) => compareVersions(one.version, version) === 0);
    if (found === undefined) {
      return undefined;
    }
    try {
      await copyFile(found.path, file);
      const sha512 = await readFile(`${found.path}.sha512`, 'utf8').catch(() => undefined);
      return { sha512: sha512?.trim() };
    } catch (cause) {
      throw this.#failure(`${found.path} cannot be copied (${(cause as NodeJS.ErrnoException).code})`, cause);
    }
  }

  async #files(id: string): Promise<{ path: string; version: NuGetVersion }[]> {
    const names = await readdir(this.location).catch((cause: NodeJS.ErrnoException) => {
      throw this.#failure(`the folder cannot be read (${cause.code})`, cause);
    });
    const flat = names.flatMap((name) => {
      const version = versionInName(name, id);
      return version === undefined ? [] : [{ path: join(this.location, name), version }];
    });
    const own = names.filter((name) => name.toLowerCase() === id.toLowerCase());
    return [...flat, ...(await Promise.all(own.map((name) => this.#nested(join(this.location, name), id)))).flat()];
  }

  async #nested(folder: string, id: string): Promise<{ path: string; version: NuGetVersion }[]> {
    const found: { path: string; version: NuGetVersion }[] = [];
    for (const name of await readdir(folder).catch((): string[] => [])) {
      const version = parseVersion(name);
      const path = join(folder, name, `${id}.${name}.nupkg`.toLowerCase());
      if (version !== undefined && (await isFile(path))) {
        found.push({ path, version });
      }
    }
    return found;
  }

  #failure(why: string, cause: unknown): PackagingError {
    return new PackagingError(
      'nuget-source-failed',
      `The NuGet source ${this.name} (${this.location}) failed: ${why}.`,
      {
        next: 'Correct or remove the source in NuGet.config, or give another one.',
        cause,
      },
    );
  }
}

/** The version in `ID.VERSION.nupkg`; undefined for packages of other ids. */
function versionInName(name: string, id: string): NuGetVersion | undefined {
  const lower = name.toLowerCase();
  const start = `${id.toLowerCase()}.`;
  return lower.startsWith(start) && lower.endsWith('.nupkg')
    ? parseVersion(name.slice(start.length, -'.nupkg'.length))
    : undefined;
}
