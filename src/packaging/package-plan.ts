import type { AssemblyContent, FileContent } from './dmapp/package-content.ts';
import type { Project } from './project/project.ts';
import type { AssembledScript } from './script/assemble-script.ts';
import type { ScriptDocument } from './script/script-document.ts';
import type { ScriptLibraries } from './script/script-libraries.ts';

/** What a solution brings into a package: all that is known before any code is combined. */
export interface PackagePlan {
  /** What the package is called unless the caller names it. */
  readonly name: string;
  /** The oldest DataMiner version that may install the package; the usual one when absent. */
  readonly minDmaVersion?: string | undefined;
  readonly scripts: readonly PlannedScript[];
  /** The script that installs the package; ours when absent. */
  readonly installScript?: PlannedScript | undefined;
  readonly companionFiles: readonly FileContent[];
  /** Content of other kinds, under the names of its entries in the package. */
  readonly otherFiles: readonly FileContent[];
  readonly warnings: readonly string[];
  /** The DLLs of the repository that assembled scripts need. */
  readonly dllsOf: (scripts: readonly AssembledScript[]) => Promise<RepositoryDlls>;
}

/** A script with what its code may come from. */
export interface PlannedScript {
  readonly script: ScriptDocument;
  /** The projects that its marks may name. */
  readonly projects: ReadonlyMap<string, Project>;
  readonly libraries: ScriptLibraries;
}

export interface RepositoryDlls {
  readonly assemblies: readonly AssemblyContent[];
  readonly warnings: readonly string[];
}
