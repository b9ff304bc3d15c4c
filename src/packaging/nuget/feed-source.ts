import { PackagingError } from '../dmapp/packaging-error.ts';
import { type HttpAccess, type HttpClient, isAllowed, shownUrl } from './http-client.ts';
import { HttpFailure } from './http-failure.ts';
import type { ConfiguredSource } from './nuget-config.ts';
import { compareVersions, type NuGetVersion, normalizedVersion, parseVersion } from './nuget-version.ts';
import type { DownloadedPackage, PackageSource } from './package-source.ts';

/** Where a feed's service index says that its parts are. */
interface FeedAddresses {
  readonly packages: string;
  readonly registrations: string | undefined;
}

/** Newer kinds of registrations know more versions. */
const registrationTypes = ['/3.6.0', '/3.4.0', '/3.0.0-rc', '/3.0.0-beta', ''].map(
  (type) => `RegistrationsBaseUrl${type}`,
);

/** A feed of the third version of NuGet's protocol. */
export class FeedSource implements PackageSource {
  readonly name: string;
  readonly location: string;
  readonly #url: string;
  readonly #http: HttpClient;
  readonly #source: ConfiguredSource;
  #knownAccess: HttpAccess | undefined;
  #addresses: Promise<FeedAddresses> | undefined;

  constructor(source: ConfiguredSource, http: HttpClient) {
    const url = URL.parse(source.location);
    this.name = source.name;
    this.location = shownUrl(source.location);
    this.#url = url === null ? source.location : `${url.origin}${url.pathname}${url.search}`;
    this.#source = source;
    this.#http = http;
  }

  async versions(id: string): Promise<NuGetVersion[]> {
    return this.#asked(async () => {
      const { packages } = await this.#feed();
      const index = await this.#http.json(`${packages}${pathOf(id)}/index.json`, this.#access);
      return listIn(index, 'versions').flatMap((text) => (typeof text === 'string' ? (parseVersion(text) ?? []) : []));
    });
  }

  async download(id: string, version: NuGetVersion, file: string): Promise<DownloadedPackage | undefined> {
    return this.#asked(async () => {
      const { packages, registrations } = await this.#feed();
      const [lowerId, lowerVersion] = [pathOf(id), pathOf(normalizedVersion(version))];
      const url = `${packages}${lowerId}/${lowerVersion}/${lowerId}.${lowerVersion}.nupkg`;
      if (!(await this.#http.download(url, file, this.#access))) {
        return undefined;
      }
      return { sha512: registrations && (await this.#hashOf(`${registrations}${lowerId}/index.json`, version)) };
    });
  }

  /** User information in an address would end up in messages; it is sent as every other credential is. */
  get #access(): HttpAccess {
    const { location, credentials, allowsInsecureConnections } = this.#source;
    const url = URL.parse(location);
    this.#knownAccess ??= {
      origin: url?.origin ?? '',
      credentials:
        credentials() ??
        (url?.username ? { username: decoded(url.username), password: decoded(url.password) } : undefined),
      allowsInsecureConnections,
    };
    return this.#knownAccess;
  }

  #feed(): Promise<FeedAddresses> {
    this.#addresses ??= this.#readServiceIndex();
    return this.#addresses;
  }

  async #readServiceIndex(): Promise<FeedAddresses> {
    const index = await this.#http.json(this.#url, this.#access);
    const resources = new Map<unknown, string>();
    for (const resource of listIn(index, 'resources')) {
      const [type, address] = [field(resource, '@type'), field(resource, '@id')];
      for (const one of [type].flat()) {
        if (typeof address === 'string' && !resources.has(one)) {
          resources.set(one, address.replace(/\/*$/, '/'));
        }
      }
    }
    const packages = resources.get('PackageBaseAddress/3.0.0');
    if (packages === undefined) {
      throw new HttpFailure('it has no service index of protocol version 3 with a package base address');
    }
    const registrations = registrationTypes.map((type) => resources.get(type)).find((address) => address !== undefined);
    return { packages, registrations };
  }

  /**
   * SHA-512 of a package as the feed's registration, or the catalog entry that it names, tells it. Many feeds do not tell
   * it; then it is undefined.
   */
  async #hashOf(index: string, version: NuGetVersion): Promise<string | undefined> {
    const isWanted = (text: unknown): boolean => {
      const parsed = typeof text === 'string' ? parseVersion(text) : undefined;
      return parsed !== undefined && compareVersions(parsed, version) === 0;
    };
    for (const page of listIn(await this.#http.json(index, this.#access), 'items')) {
      if (!isOnPage(page, version)) {
        continue;
      }
      const address = field(page, '@id');
      const items = field(page, 'items') ?? (await this.#document(address).then((full) => field(full, 'items')));
      for (const leaf of Array.isArray(items) ? items : []) {
        const entry = field(leaf, 'catalogEntry');
        if (isWanted(field(entry, 'version'))) {
          return hashIn(entry) ?? hashIn(await this.#document(field(entry, '@id')));
        }
      }
    }
    return undefined;
  }

  /** A document that an answer points to; undefined when it cannot be had, but for a server that fails for the moment. */
  async #document(address: unknown): Promise<unknown> {
    const url = typeof address === 'string' ? URL.parse(address) : null;
    if (url === null || !isAllowed(url, this.#access)) {
      return undefined;
    }
    return this.#http.json(url.href, this.#access).catch((error: unknown) => {
      if (error instanceof HttpFailure && !error.isTransient) {
        return undefined;
      }
      throw error;
    });
  }

  async #asked<T>(question: () => Promise<T>): Promise<T> {
    try {
      return await question();
    } catch (error) {
      if (!(error instanceof HttpFailure)) {
        throw error;
      }
      const isRefused = error.status === 401 || error.status === 403;
      throw new PackagingError(
        'nuget-source-failed',
        `The NuGet source ${this.name} (${this.location}) failed: ${error.message}.`,
        {
          next: isRefused
            ? `Give its credentials in NuGet.config (packageSourceCredentials, with a placeholder such as %NUGET_PASSWORD%), or check that they are still valid.`
            : 'Check the address and the network (proxies come from HTTPS_PROXY and NO_PROXY), or run the job again later.',
          cause: error,
        },
      );
    }
  }
}

/** A percent sign that stands for itself is taken as it is. */
function decoded(text: string): string {
  return text.replace(/(?:%[0-9a-f]{2})+/gi, (escaped) => {
    try {
      return decodeURIComponent(escaped);
    } catch {
      return escaped;
    }
  });
}

function pathOf(text: string): string {
  return encodeURIComponent(text.toLowerCase());
}

function isOnPage(page: unknown, version: NuGetVersion): boolean {
  const bound = (name: string): NuGetVersion | undefined => {
    const text = field(page, name);
    return typeof text === 'string' ? parseVersion(text) : undefined;
  };
  const [lower, upper] = [bound('lower'), bound('upper')];
  return (
    (lower === undefined || compareVersions(lower, version) <= 0) &&
    (upper === undefined || compareVersions(version, upper) <= 0)
  );
}

function hashIn(entry: unknown): string | undefined {
  const [hash, algorithm] = [field(entry, 'packageHash'), field(entry, 'packageHashAlgorithm') ?? 'SHA512'];
  const isKnown = typeof algorithm === 'string' && /^sha-?512$/i.test(algorithm);
  return typeof hash === 'string' && isKnown ? hash : undefined;
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
}

function listIn(value: unknown, name: string): readonly unknown[] {
  const list = field(value, name);
  return Array.isArray(list) ? list : [];
}
