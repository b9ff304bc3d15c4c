/** What packaging needs of a C# project after its evaluation (packaging spec 6.1). */
export interface Project {
  /** File name without extension. */
  readonly name: string;
  /** Appears in messages only. */
  readonly assemblyName: string;
  /** Absolute path of the project file. */
  readonly file: string;
  readonly style: 'sdk' | 'legacy';
  /** `net48`, or `.NETFramework,Version=v4.8` of legacy projects. */
  readonly targetFramework: string;
  readonly compile: readonly CompileItem[];
  readonly references: readonly ReferenceItem[];
  /** In item order. */
  readonly projectReferences: readonly ProjectReference[];
  readonly packageReferences: readonly PackageReference[];
  /** Absolute path of its `packages.lock.json`, if there is one. */
  readonly lockFile: string | undefined;
}

export interface CompileItem {
  /** As it is shown and sorted by: relative to the project, of shared files to their `.projitems`; backslashes. */
  readonly name: string;
  /** Absolute path before looking at the disk; the file may be missing or lie outside the root. */
  readonly path: string;
}

export interface ReferenceItem {
  readonly include: string;
  /** As evaluated: relative to the project, or absolute. */
  readonly hintPath?: string;
}

export interface ProjectReference {
  readonly name: string;
  /** As written, relative to the project. */
  readonly path: string;
}

export interface PackageReference {
  readonly id: string;
  /** Empty when the project names none. */
  readonly version: string;
}
