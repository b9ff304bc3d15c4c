import type { NuGetVersion } from './nuget-version.ts';

/** A place that packages come from. */
export interface PackageSource {
  /** The name that the configuration gives it. */
  readonly name: string;
  /** An address or a folder, without anything secret. */
  readonly location: string;
  /**
   * All versions of a package; none when the source does not know it.
   * @throws PackagingError `nuget-source-failed`
   */
  versions(id: string): Promise<readonly NuGetVersion[]>;
  /**
   * Puts a package into a file that does not exist yet.
   * @returns undefined when the source does not have that version
   * @throws PackagingError `nuget-source-failed`
   */
  download(id: string, version: NuGetVersion, file: string): Promise<DownloadedPackage | undefined>;
}

export interface DownloadedPackage {
  /** SHA-512 of the file in base64, where the source tells it. */
  readonly sha512: string | undefined;
}
