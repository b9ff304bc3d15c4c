import type { NuGetVersion } from './nuget-version.ts';
import type { PackageManifest } from './package-manifest.ts';

/** A package in the global packages folder. */
export interface RestoredPackage {
  /** As it was asked for. */
  readonly id: string;
  /** As it was asked for: its text may differ from the folder's name. */
  readonly version: NuGetVersion;
  /** Absolute path of its folder. */
  readonly folder: string;
  readonly manifest: PackageManifest;
  /** Where it came from: an address or a folder, without credentials. */
  readonly source: string;
  /** SHA-512, in base64, of the package before it was signed; undefined when nobody noted it. */
  readonly contentHash: string | undefined;
}
