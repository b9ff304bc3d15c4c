import { join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { PackagingError } from '../dmapp/packaging-error.ts';
import { FeedSource } from './feed-source.ts';
import { FolderSource } from './folder-source.ts';
import { GlobalPackages } from './global-packages.ts';
import { HttpClient, type HttpSettings } from './http-client.ts';
import { type ConfiguredSource, isAddress, type NuGetConfig, readNuGetConfig } from './nuget-config.ts';
import { type NuGetVersion, normalizedVersion } from './nuget-version.ts';
import type { PackageSource } from './package-source.ts';
import type { RestoredPackage } from './restored-package.ts';
import { TaskLimit } from './task-limit.ts';
import { bestVersion, namedVersion, type VersionRange } from './version-range.ts';

/** Where NuGet packages come from. */
export interface NuGetOptions {
  /** Asked before those of NuGet.config: addresses of feeds, and absolute paths of folders. Without either, nuget.org is. */
  readonly sources: readonly string[];
  /** Use what is in the global packages folder and ask nobody. */
  readonly offline: boolean;
  /** NuGet's settings, placeholders for credentials, and proxies. */
  readonly env: NodeJS.ProcessEnv;
  /** The user's home folder. */
  readonly home: string;
  readonly platform?: NodeJS.Platform;
  readonly wait?: HttpSettings['wait'];
  /** A source that says nothing for this long has failed, in milliseconds. */
  readonly silenceLimit?: number;
}

/** Used when neither the caller nor any NuGet.config names a source. */
const publicSource = { name: 'nuget.org', location: 'https://api.nuget.org/v3/index.json' };

const maxParallel = 8;
const defaultSilenceLimit = 30_000;

/** Finds packages in the global packages folder, and brings those that are not there from the sources. */
export class PackageRestorer {
  readonly #packages: GlobalPackages;
  readonly #given: readonly PackageSource[];
  readonly #configured: readonly PackageSource[];
  readonly #mapping: NuGetConfig['mapping'];
  readonly #http: HttpClient | undefined;
  readonly #limit = new TaskLimit(maxParallel);
  readonly #restoring = new Map<string, Promise<RestoredPackage | undefined>>();

  private constructor(
    packages: GlobalPackages,
    { given, configured, mapping, http }: Sources = { given: [], configured: [], mapping: new Map(), http: undefined },
  ) {
    this.#packages = packages;
    this.#given = given;
    this.#configured = configured;
    this.#mapping = mapping;
    this.#http = http;
  }

  /**
   * @param folder where the solution lies: NuGet.config is looked for from there upward
   * @throws PackagingError for a configuration that cannot be used
   */
  static async from(folder: string, options: NuGetOptions, signal: AbortSignal | undefined): Promise<PackageRestorer> {
    const { env, home, platform = process.platform, wait = patiently, silenceLimit = defaultSilenceLimit } = options;
    const config = await readNuGetConfig(folder, { env, home, platform });
    const packagesFolder = env.NUGET_PACKAGES
      ? resolve(env.NUGET_PACKAGES)
      : (config.globalPackagesFolder ?? join(home, '.nuget', 'packages'));
    const packages = new GlobalPackages(packagesFolder);
    if (options.offline) {
      return new PackageRestorer(packages);
    }
    const http = new HttpClient({ env, signal, wait, silenceLimit });
    const given = options.sources.map((location) => ({ name: 'given', location, ...unconfigured }));
    const isNamed = config.hasSources || given.length > 0;
    const configured = isNamed ? config.sources : [{ ...publicSource, ...unconfigured }];
    return new PackageRestorer(packages, {
      given: given.map((source) => sourceOf(source, http)),
      configured: configured.map((source) => sourceOf(source, http)),
      mapping: config.mapping,
      http,
    });
  }

  /** Absolute path of the global packages folder. */
  get packagesFolder(): string {
    return this.#packages.folder;
  }

  close(): void {
    this.#http?.close();
  }

  /**
   * The package of the version that a range asks for: one that is named as it is; else the lowest that fits, of a floating
   * range the highest (packaging spec 12.2).
   * @throws PackagingError `package-not-restored`, or what is wrong with a source or the package
   */
  async find(id: string, range: VersionRange): Promise<RestoredPackage> {
    const version = namedVersion(range) ?? (await this.#bestVersion(id, range));
    const key = version && `${id}/${normalizedVersion(version)}`.toLowerCase();
    if (version === undefined || key === undefined) {
      throw this.#notFound(id, range.text);
    }
    let restoring = this.#restoring.get(key);
    if (restoring === undefined) {
      restoring = this.#limit.run(() => this.#restore(id, version));
      this.#restoring.set(key, restoring);
    }
    const found = await restoring;
    if (found === undefined) {
      throw this.#notFound(id, version.text);
    }
    return { ...found, id, version };
  }

  /** Asks the sources in order until one has the package, unless it is there. */
  async #restore(id: string, version: NuGetVersion): Promise<RestoredPackage | undefined> {
    const found = await this.#packages.find(id, version);
    if (found !== undefined) {
      return found;
    }
    for (const source of this.#sourcesFor(id)) {
      if (await this.#packages.add(id, version, source)) {
        return this.#packages.find(id, version);
      }
    }
    return undefined;
  }

  /** What is already in the global packages folder counts only when there is nobody to ask: it differs between machines. */
  async #bestVersion(id: string, range: VersionRange): Promise<NuGetVersion | undefined> {
    const sources = this.#sourcesFor(id);
    const places = this.#http === undefined ? [this.#packages] : sources;
    const versions = await Promise.all(places.map((place) => place.versions(id)));
    return bestVersion(range, versions.flat());
  }

  /** Configured mappings restrict which sources a package may come from: the longest pattern that fits decides. */
  #sourcesFor(id: string): readonly PackageSource[] {
    const lengthOf = ({ name }: PackageSource): number =>
      Math.max(-1, ...(this.#mapping.get(name.toLowerCase()) ?? []).map((pattern) => fittingLength(pattern, id)));
    const longest = Math.max(0, ...this.#configured.map(lengthOf));
    const mapped = this.#configured.filter((source) => this.#mapping.size === 0 || lengthOf(source) === longest);
    return [...this.#given, ...mapped];
  }

  #notFound(id: string, version: string): PackagingError {
    const sources = this.#sourcesFor(id).map(({ name, location }) => `${name} (${location})`);
    const asked =
      this.#http === undefined
        ? 'and restoring is switched off'
        : sources.length === 0
          ? 'and NuGet.config allows no source for it'
          : `and not on ${sources.join(', ')}`;
    return new PackagingError(
      'package-not-restored',
      `The NuGet package ${id} ${version} is not in ${this.packagesFolder}, ${asked}.`,
      {
        next:
          this.#http === undefined
            ? 'Restore the solution first, or allow restoring.'
            : 'Correct the id and version, or add the source that has the package to NuGet.config.',
      },
    );
  }
}

/** Where packages come from that are not in the global packages folder. */
interface Sources {
  readonly given: readonly PackageSource[];
  readonly configured: readonly PackageSource[];
  readonly mapping: NuGetConfig['mapping'];
  /** Undefined when nobody may be asked. */
  readonly http: HttpClient | undefined;
}

const unconfigured = { credentials: () => undefined, allowsInsecureConnections: false } as const;

function sourceOf(source: ConfiguredSource, http: HttpClient): PackageSource {
  return isAddress(source.location) ? new FeedSource(source, http) : new FolderSource(source.name, source.location);
}

/** How many characters of a mapping's pattern fit an id, more for a whole id; -1 when it does not fit. */
function fittingLength(pattern: string, id: string): number {
  const [lowerPattern, lowerId] = [pattern.toLowerCase(), id.toLowerCase()];
  if (lowerPattern.endsWith('*')) {
    return lowerId.startsWith(lowerPattern.slice(0, -1)) ? lowerPattern.length - 1 : -1;
  }
  return lowerPattern === lowerId ? lowerPattern.length + 1 : -1;
}

function patiently(milliseconds: number, signal: AbortSignal | undefined): Promise<unknown> {
  return delay(milliseconds, undefined, signal === undefined ? {} : { signal });
}
