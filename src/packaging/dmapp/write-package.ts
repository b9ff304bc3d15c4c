import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { type FileHandle, mkdtemp, open, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { configure, type TempStream, TextReader, ZipWriter } from '@zip.js/zip.js';
import { entryNameProblem } from './entry-name.ts';
import type { PackageFileEntry } from './package-content.ts';
import { PackagingError } from './packaging-error.ts';

export interface PackageWriting {
  readonly entries: readonly PackageFileEntry[];
  /** Absolute path of the package, in a folder that exists; appears only when it is complete. */
  readonly output: string;
  readonly time: Date;
  /** In bytes. */
  readonly maxBytes: number;
  readonly signal?: AbortSignal | undefined;
  readonly onEntry?: (done: number) => void;
}

export interface WrittenPackage {
  /** Lower-case hexadecimal. */
  readonly sha256: string;
  /** In bytes. */
  readonly size: number;
}

/** Files above this size, in bytes, are compressed by way of the disk. */
const maxBufferedBytes = 4 * 1024 * 1024;

/** No worker threads: they change nothing about the bytes and would keep a process alive. */
configure({ useWebWorkers: false });

/**
 * Writes a package file: deflated entries with backslashes in their names, nothing that depends on the machine
 * (packaging spec 14.2). Memory does not grow with the files.
 * @throws PackagingError `illegal-name`, `duplicate-name`, `package-too-large`, `disk-full`, `file-unreadable`
 *   or `output-not-writable`
 */
export async function writePackage(writing: PackageWriting): Promise<WrittenPackage> {
  checkNames(writing.entries);
  let folder: string | undefined;
  try {
    await requireFilePlace(writing.output);
    folder = await mkdtemp(join(dirname(writing.output), '.dmapp-'));
    const file = join(folder, 'package');
    const written = await writeZip(file, folder, writing);
    await rename(file, writing.output);
    return written;
  } catch (error) {
    throw asPackagingError(error, writing);
  } finally {
    if (folder !== undefined) {
      await rm(folder, { recursive: true, force: true });
    }
  }
}

/** A rename would put the package in the place of a device or a socket as well. */
async function requireFilePlace(output: string): Promise<void> {
  const present = await stat(output).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (present !== undefined && !present.isFile()) {
    throw new PackagingError('output-not-writable', `The package ${output} cannot be written: that is no file.`, {
      next: 'Give the path of a new file, or of a file to replace.',
    });
  }
}

function checkNames(entries: readonly PackageFileEntry[]): void {
  const seen = new Map<string, string>();
  for (const { name } of entries) {
    const problem = entryNameProblem(name);
    if (problem !== undefined) {
      throw new PackagingError('illegal-name', `The path '${name}' in the package ${problem}.`, {
        next: 'Rename the file or the script.',
      });
    }
    const other = seen.get(name.toLowerCase());
    if (other !== undefined) {
      throw new PackagingError('duplicate-name', `'${other}' and '${name}' would be one file on Windows.`, {
        next: 'Rename one of them.',
      });
    }
    seen.set(name.toLowerCase(), name);
  }
}

async function writeZip(file: string, folder: string, writing: PackageWriting): Promise<WrittenPackage> {
  const { entries, time, maxBytes, signal, onEntry } = writing;
  const handle = await open(file, 'wx');
  try {
    const sink = new MeasuredSink(handle, maxBytes);
    const zip = new ZipWriter(sink.stream, {
      dataDescriptor: false,
      extendedTimestamp: false,
      msDosCompatible: true,
      rawLastModDate: dosTime(time),
      zip64: false,
      ...(signal === undefined ? {} : { signal }),
    });
    for (const [index, entry] of entries.entries()) {
      signal?.throwIfAborted();
      if ('text' in entry) {
        await zip.add(entry.name, new TextReader(entry.text));
      } else {
        const { size } = await stat(entry.path);
        await zip.add(entry.name, Readable.toWeb(createReadStream(entry.path)) as ReadableStream, {
          uncompressedSize: size,
          ...(size > maxBufferedBytes ? { createTempStream: () => diskBuffer(join(folder, `${index}`)) } : {}),
        });
      }
      onEntry?.(index + 1);
    }
    await zip.close();
    await handle.sync();
    return sink.written();
  } finally {
    await handle.close();
  }
}

/** Writes to a file while it counts and hashes. */
class MeasuredSink {
  readonly stream: WritableStream<Uint8Array>;
  readonly #hash = createHash('sha256');
  #size = 0;

  constructor(handle: FileHandle, maxBytes: number) {
    this.stream = new WritableStream({
      write: async (chunk) => {
        this.#size += chunk.byteLength;
        if (this.#size > maxBytes) {
          throw new PackagingError('package-too-large', `The package is larger than ${maxBytes} bytes.`, {
            next: 'Leave large companion files or DLLs out of the solution.',
          });
        }
        this.#hash.update(chunk);
        await handle.writeFile(chunk);
      },
    });
  }

  written(): WrittenPackage {
    return { sha256: this.#hash.digest('hex'), size: this.#size };
  }
}

/** Holds the compressed bytes of one entry until its header, which comes first, can be written. */
function diskBuffer(path: string): TempStream {
  let source: ReadableStreamDefaultReader<Uint8Array> | undefined;
  const readable = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        source ??= (Readable.toWeb(createReadStream(path)) as ReadableStream<Uint8Array>).getReader();
        const { done, value } = await source.read();
        if (done) {
          controller.close();
        } else {
          controller.enqueue(value);
        }
      },
    },
    { highWaterMark: 0 }, // nothing is read before everything has been written
  );
  return { writable: Writable.toWeb(createWriteStream(path)), readable, dispose: () => rm(path, { force: true }) };
}

/** Date and time as MS-DOS packs them, in UTC; the format begins at 1980 and counts in steps of two seconds. */
function dosTime(time: Date): number {
  const earliest = Date.UTC(1980, 0, 1);
  const latest = Date.UTC(2107, 11, 31, 23, 59, 58);
  const clamped = new Date(Math.min(Math.max(time.getTime(), earliest), latest));
  const date = ((clamped.getUTCFullYear() - 1980) << 9) | ((clamped.getUTCMonth() + 1) << 5) | clamped.getUTCDate();
  const clock = (clamped.getUTCHours() << 11) | (clamped.getUTCMinutes() << 5) | (clamped.getUTCSeconds() >> 1);
  return date * 0x1_0000 + clock;
}

/** System errors say which file they are about, except those of writing to an open file. */
function asPackagingError(error: unknown, { entries, output }: PackageWriting): unknown {
  const { syscall, code = '', path } = error as NodeJS.ErrnoException;
  if (syscall === undefined) {
    return error;
  }
  if (['ENOSPC', 'EDQUOT', 'EFBIG'].includes(code)) {
    return new PackagingError('disk-full', `There is no space left to write ${output}.`, {
      next: 'Free space on that disk, or write the package elsewhere.',
      cause: error,
    });
  }
  if (entries.some((entry) => 'path' in entry && entry.path === path)) {
    return new PackagingError('file-unreadable', `The file ${path} cannot be read (${code}).`, {
      next: 'Check that the file exists and may be read.',
      cause: error,
    });
  }
  return new PackagingError('output-not-writable', `The package ${output} cannot be written (${code}).`, {
    next: 'Give a path in a folder that exists and may be written to.',
    cause: error,
  });
}
