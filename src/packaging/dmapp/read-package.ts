import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { XmlElement, parseXml } from '@rgrove/parse-xml';
import * as yauzl from 'yauzl';
import { entryNameProblem } from './entry-name.ts';
import { PackagingError, printable } from './packaging-error.ts';

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

export interface PackageInfo {
  readonly name: string;
  readonly version: string;
  readonly minDmaVersion?: string;
}

/** A package that was found sound; `close` it after use. */
export interface OpenPackage {
  readonly info: PackageInfo;
  readonly entries: readonly PackageEntry[];
  /** The unpacked content of an entry. The stream fails when the content is not what its header says. */
  read(name: string): Promise<Readable>;
  /** The content of a text entry, read as UTF-8 without its byte order mark. */
  readText(name: string): Promise<string>;
  close(): Promise<void>;
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

/**
 * Opens a DmApp package and checks all of it that can be checked without unpacking: names that could leave a folder
 * or meet each other on Windows, links, encryption, sizes; and that it has a readable AppInfo.xml (packaging spec 14).
 * @throws PackagingError `broken-package`, saying what is wrong
 */
export async function openPackage(file: string, limits: Partial<PackageLimits> = {}): Promise<OpenPackage> {
  const allLimits = { ...defaultLimits, ...limits };
  const zip = await yauzl.openPromise(file, { autoClose: false }).catch((cause: Error) => {
    throw broken(file, `it is no zip file that can be read (${cause.message})`, cause);
  });
  try {
    const entries = await checkedEntries(zip, file, allLimits);
    const opened = new YauzlPackage(file, zip, entries, allLimits);
    return Object.assign(opened, { info: infoIn(await opened.readText('AppInfo.xml'), file) });
  } catch (error) {
    zip.close();
    throw error;
  }
}
