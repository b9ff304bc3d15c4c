/** What to package, from where, and how. Paths are absolute. */
export interface PackageRequest {
  /** A `.sln` or `.slnx` file, or the folder that holds exactly one. */
  readonly solution: string;
  /** Nothing outside this folder is ever packaged, links included. */
  readonly root: string;
  readonly name: string;
  /** Package version in DataMiner form (see `packageVersionOf`). */
  readonly version: string;
  /** The `.dmapp` file to write; appears only when it is complete. */
  readonly output: string;
  /** `require`: with our install script and its libraries; `omit`: without both, with a warning (design 4). */
  readonly installer: 'require' | 'omit';
  /** Time stamp of everything in the package. */
  readonly packageTime: Date;
  /** NuGet's global packages folder. */
  readonly nugetPackagesFolder: string;
  /** Largest package to write, in bytes. */
  readonly maxBytes: number;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: PackagingProgress) => void;
}

export interface PackagingProgress {
  readonly step: 'read' | 'assemble' | 'write';
  readonly done: number;
  readonly total: number;
}

export interface PackagedSolution {
  readonly name: string;
  readonly version: string;
  readonly file: string;
  /** SHA-256 of the file, lower-case hexadecimal. */
  readonly sha256: string;
  /** Size of the file in bytes. */
  readonly size: number;
  readonly scripts: readonly PackagedScript[];
  readonly assemblies: readonly PackagedAssembly[];
  readonly warnings: readonly string[];
}

export interface PackagedScript {
  readonly name: string;
  readonly entry: string;
}

export interface PackagedAssembly {
  readonly entry: string;
  /** Where the DLL came from: a path relative to the root, or `package id version`. */
  readonly origin: string;
  readonly name: string;
  readonly version?: string;
}

/**
 * Packages a solution: reads it, combines its C# into its scripts, and writes one `.dmapp` file (packaging spec 1).
 * Writes beside the output and renames, so that a failure or abort leaves nothing behind.
 * @throws PackagingError for anything wrong with the input; the signal's reason when aborted
 */
export async function packageSolution(_request: PackageRequest): Promise<PackagedSolution> {
  throw new Error('packageSolution is not there yet');
}
