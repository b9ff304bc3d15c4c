import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { crc32 } from 'node:zlib';
import * as yauzl from 'yauzl';
import { entryNameProblem } from './entry-name.ts';
import { PackagingError } from './packaging-error.ts';

/** Bounds that keep a hostile package from filling memory or disk. */
export interface PackageLimits {
  readonly maxEntries: number;
  /** Sum of all unpacked sizes, in bytes. */
  readonly maxTotalBytes: number;
  /** Unpacked size to file size, looked at for packages that unpack to more than 64 MiB. */
  readonly maxRatio: number;
  /** Longest text that `readText` returns, in bytes. */
  readonly maxTextBytes: number;
}

export interface PackageEntry {
  /** Path in the package, folders separated by a backslash. */
  readonly name: string;
  /** Unpacked size in bytes. */
  readonly size: number;
}

const mebibyte = 1024 * 1024;

const defaultLimits: PackageLimits = {
  maxEntries: 20_000,
  maxTotalBytes: 2048 * mebibyte,
  maxRatio: 200,
  maxTextBytes: 64 * mebibyte,
};

/** Below this unpacked size, in bytes, even the best compression is no bomb. */
const harmlessBytes = 64 * mebibyte;

/** A zip file whose list of entries was found sound; `close` it after use. */
export class Archive {
  readonly entries: readonly PackageEntry[];
  readonly #zip: yauzl.ZipFile;
  readonly #file: string;
  readonly #byName: ReadonlyMap<string, yauzl.Entry>;
  readonly #limits: PackageLimits;

  private constructor(
    zip: yauzl.ZipFile,
    file: string,
    byName: ReadonlyMap<string, yauzl.Entry>,
    limits: PackageLimits,
  ) {
    this.#zip = zip;
    this.#file = file;
    this.#byName = byName;
    this.#limits = limits;
    this.entries = [...byName].map(([name, { uncompressedSize }]) => ({ name, size: uncompressedSize }));
  }

  /**
   * Opens a zip file and checks all of it that can be checked without unpacking: names that could leave a folder or meet
   * each other on Windows, links, encryption, sizes.
   * @throws PackagingError `broken-package`, saying what is wrong
   */
  static async open(file: string, limits: Partial<PackageLimits> = {}): Promise<Archive> {
    const options = { autoClose: false, lazyEntries: true } as const;
    const zip = await yauzl.openPromise(file, options).catch((cause: Error) => {
      throw broken(`it cannot be read as a zip file: ${cause.message}`, file, cause);
    });
    try {
      const allLimits = { ...defaultLimits, ...limits };
      return new Archive(zip, file, await checkedEntries(zip, file, allLimits), allLimits);
    } catch (error) {
      zip.close();
      throw error;
    }
  }

  /** The unpacked content of an entry. The stream fails when the content is not what its header says. */
  async read(name: string): Promise<Readable> {
    const entry = this.#entry(name);
    const source = await this.#zip.openReadStreamPromise(entry).catch((cause: Error) => {
      throw broken(`'${name}' cannot be unpacked: ${cause.message}`, this.#file, cause);
    });
    // It unpacks ahead, so it may fail before anybody listens; destroyed, it fails for whoever reads it then.
    source.on('error', (error) => source.destroy(error));
    return Readable.from(verified(source, name, entry.crc32, this.#file), { objectMode: false });
  }

  /** The content of a text entry, read as UTF-8 without its byte order mark. */
  async readText(name: string): Promise<string> {
    const { uncompressedSize } = this.#entry(name);
    if (uncompressedSize > this.#limits.maxTextBytes) {
      throw broken(`'${name}' has ${uncompressedSize} bytes, more than a text may have`, this.#file);
    }
    return new TextDecoder().decode(await buffer(await this.read(name)));
  }

  close(): void {
    this.#zip.close();
  }

  #entry(name: string): yauzl.Entry {
    const entry = this.#byName.get(name);
    if (entry === undefined) {
      throw broken(`it has no '${name}'`, this.#file);
    }
    return entry;
  }
}

/** Passes content on and fails at its end unless the checksum is right. */
async function* verified(source: Readable, name: string, checksum: number, file: string): AsyncGenerator<Buffer> {
  let actual = 0;
  try {
    for await (const chunk of source) {
      actual = crc32(chunk, actual);
      yield chunk;
    }
  } catch (cause) {
    throw broken(`'${name}' cannot be unpacked: ${(cause as Error).message}`, file, cause);
  }
  if (actual !== checksum) {
    throw broken(`'${name}' has a wrong checksum`, file);
  }
}

async function checkedEntries(
  zip: yauzl.ZipFile,
  file: string,
  limits: PackageLimits,
): Promise<Map<string, yauzl.Entry>> {
  if (zip.entryCount > limits.maxEntries) {
    throw broken(`it has ${zip.entryCount} entries, more than ${limits.maxEntries}`, file);
  }
  const entries = new Map<string, yauzl.Entry>();
  const names = new Set<string>();
  let total = 0;
  for (const entry of await allEntries(zip, file)) {
    const name = entry.fileName.replaceAll('/', '\\');
    if (name.endsWith('\\') && entry.uncompressedSize === 0) {
      continue; // other tools list folders, too
    }
    const problem =
      entryProblem(entry, name) ?? (names.has(name.toLowerCase()) ? 'occurs twice on Windows' : undefined);
    if (problem !== undefined) {
      throw broken(`the entry '${name}' ${problem}`, file);
    }
    names.add(name.toLowerCase());
    entries.set(name, entry);
    total += entry.uncompressedSize;
  }
  for (const name of entries.keys()) {
    const parent = parentsOf(name.toLowerCase()).find((folder) => names.has(folder));
    if (parent !== undefined) {
      throw broken(`the entry '${name}' lies below a file`, file);
    }
  }
  if (total > limits.maxTotalBytes || (total > harmlessBytes && total > limits.maxRatio * zip.fileSize)) {
    throw broken(`it would unpack to ${total} bytes`, file);
  }
  return entries;
}

async function allEntries(zip: yauzl.ZipFile, file: string): Promise<yauzl.Entry[]> {
  const entries: yauzl.Entry[] = [];
  try {
    for await (const entry of zip.eachEntry()) {
      entries.push(entry);
    }
  } catch (cause) {
    throw broken(`its list of entries is wrong: ${(cause as Error).message}`, file, cause);
  }
  return entries;
}

function entryProblem(entry: yauzl.Entry, name: string): string | undefined {
  const fileType = (entry.externalFileAttributes >>> 16) & 0o170000;
  if (fileType !== 0 && fileType !== 0o100000) {
    return 'is a link or device';
  }
  if (!entry.canDecodeFileData()) {
    return 'is encrypted or compressed in an unknown way';
  }
  return entryNameProblem(name);
}

function parentsOf(name: string): string[] {
  const segments = name.split('\\');
  return segments.slice(1).map((_, index) => segments.slice(0, index + 1).join('\\'));
}

/** The error for a package that is refused. */
export function broken(what: string, file: string, cause?: unknown): PackagingError {
  return new PackagingError('broken-package', `The package is refused: ${what}.`, {
    where: file,
    next: 'Make the package again, or get it from where it was made.',
    cause,
  });
}
