import type { Readable } from 'node:stream';

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
  read(name: string): Promise<Readable>;
  readText(name: string): Promise<string>;
  close(): Promise<void>;
}

/**
 * Opens a DmApp package and checks all of it that can be checked without unpacking (packaging spec 14).
 * @throws PackagingError `broken-package` for anything that no honest packager writes
 */
export async function openPackage(_file: string, _limits: Partial<PackageLimits> = {}): Promise<OpenPackage> {
  throw new Error('openPackage is not there yet');
}
