import { createWriteStream } from 'node:fs';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { Archive } from '../dmapp/archive.ts';
import { entryNameProblem } from '../dmapp/entry-name.ts';
import { PackagingError } from '../dmapp/packaging-error.ts';
import { contentHash, sha512Of } from './content-hash.ts';
import { compareVersions, type NuGetVersion, normalizedVersion, parseVersion } from './nuget-version.ts';
import { readManifest } from './package-manifest.ts';

/** What a package file should be. */
export interface ExpectedPackage {
  readonly id: string;
  readonly version: NuGetVersion;
  /** Where it came from, without anything secret. */
  readonly source: string;
  /** SHA-512 in base64, where the source tells it. */
  readonly sha512: string | undefined;
}

/**
 * Unpacks a package file into an empty folder as NuGet does, its own marks included, so that NuGet takes the folder as
 * its own. The package file itself is moved there too.
 * @throws PackagingError `package-corrupt` for a package that is not what it should be, or that could do harm
 */
export async function unpackPackage(file: string, folder: string, expected: ExpectedPackage): Promise<void> {
  const sha512 = await sha512Of(file);
  if (expected.sha512 !== undefined && expected.sha512 !== sha512) {
    throw corrupt('its SHA-512 is not the one that the source tells', expected);
  }
  await unpack(file, folder, expected).catch((error: unknown) => {
    const isOfArchive = error instanceof PackagingError && error.code === 'broken-package';
    throw isOfArchive ? corrupt(error.message.replace(/^The package is refused: |\.+$/g, ''), expected, error) : error;
  });
  await checkIdentity(join(folder, `${expected.id.toLowerCase()}.nuspec`), expected);
  const hash = (await contentHash(file)) ?? sha512;
  const name = `${expected.id}.${normalizedVersion(expected.version)}.nupkg`.toLowerCase();
  await rename(file, join(folder, name));
  await writeFile(join(folder, `${name}.sha512`), sha512);
  const metadata = { version: 2, contentHash: hash, source: expected.source };
  await writeFile(join(folder, '.nupkg.metadata'), `${JSON.stringify(metadata, undefined, 2)}`);
}

async function unpack(file: string, folder: string, expected: ExpectedPackage): Promise<void> {
  const archive = await Archive.open(file);
  try {
    const names = new Set<string>();
    for (const entry of archive.entries) {
      const name = isManifest(entry.name) ? `${expected.id.toLowerCase()}.nuspec` : decoded(entry.name);
      if (isOfContainer(name)) {
        continue;
      }
      const problem = entryNameProblem(name) ?? (names.has(name.toLowerCase()) ? 'occurs twice' : undefined);
      if (problem !== undefined) {
        throw corrupt(`the entry '${name}' ${problem}`, expected);
      }
      names.add(name.toLowerCase());
      const target = join(folder, ...name.split('\\'));
      try {
        await mkdir(dirname(target), { recursive: true });
        await pipeline(await archive.read(entry.name), createWriteStream(target, { flags: 'wx' }));
      } catch (error) {
        const isClash = ['EEXIST', 'ENOTDIR', 'EISDIR'].includes((error as NodeJS.ErrnoException).code ?? '');
        throw isClash ? corrupt(`the entry '${name}' is both a file and a folder`, expected, error) : error;
      }
    }
  } finally {
    archive.close();
  }
}

function isManifest(name: string): boolean {
  return /^[^\\]+\.nuspec$/i.test(name);
}

/** Parts of the container format, which NuGet leaves out, and its marks, which it writes itself. */
function isOfContainer(name: string): boolean {
  return /^(?:_rels\\|package\\|\[content_types\]\.xml$|\.nupkg\.metadata$|[^\\]+\.nupkg(?:\.sha512)?$)/i.test(name);
}

/** Names in the container are parts of addresses: a blank is written `%20`. */
function decoded(name: string): string {
  try {
    return decodeURIComponent(name).replaceAll('/', '\\');
  } catch {
    return name;
  }
}

async function checkIdentity(file: string, expected: ExpectedPackage): Promise<void> {
  const { id, version } = await readManifest(file).catch((cause: unknown) => {
    throw corrupt('it has no manifest that can be read', expected, cause);
  });
  const found = parseVersion(version);
  const isExpected =
    id.toLowerCase() === expected.id.toLowerCase() &&
    found !== undefined &&
    compareVersions(found, expected.version) === 0;
  if (!isExpected) {
    throw corrupt(`its manifest says that it is ${id} ${version}`, expected);
  }
}

function corrupt(why: string, { id, version, source }: ExpectedPackage, cause?: unknown): PackagingError {
  return new PackagingError(
    'package-corrupt',
    `The NuGet package ${id} ${version.text} from ${source} is refused: ${why}.`,
    { next: 'Run the job again; if it stays so, ask whoever runs the source, or use another version.', cause },
  );
}
