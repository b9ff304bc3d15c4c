import { PackagingError } from '../dmapp/packaging-error.ts';
import type { Project } from '../project/project.ts';
import type { CSharpExe, ScriptDocument } from './script-document.ts';

/** The parameters that make libraries of other blocks known to a block, and what should be known about them. */
export interface ScriptReferences {
  /** Texts of `scriptRef` parameters. */
  readonly params: readonly string[];
  readonly warnings: readonly string[];
}

const classLibraryProject = 'AutomationScript_ClassLibrary';
const classLibraryName = 'DIS Class Library';
/** DataMiner replaces this with the name of the script. */
const sameScript = '[AutomationScriptName]';

/** Finds the blocks whose code comes from a project, over all scripts of a solution (packaging spec 11). */
export class ScriptLibraries {
  readonly #byProject = new Map<string, { readonly script: ScriptDocument; readonly exe: CSharpExe }>();

  constructor(scripts: readonly ScriptDocument[]) {
    for (const script of scripts) {
      for (const exe of script.exes) {
        if (exe.placeholder !== undefined && !this.#byProject.has(exe.placeholder.project)) {
          this.#byProject.set(exe.placeholder.project, { script, exe });
        }
      }
    }
  }

  /** @throws PackagingError `library-without-name` */
  referencesOf(script: ScriptDocument, project: Project): ScriptReferences {
    const params: string[] = [];
    const warnings: string[] = [];
    for (const { name } of project.projectReferences) {
      const found = this.#find(script, name);
      if (found === undefined) {
        warnings.push(
          `Project ${project.name} references project ${name}, which is the code of no script: its code will be missing when DataMiner compiles script ${script.name}.`,
        );
        continue;
      }
      if (!found.exe.isPreCompiled) {
        warnings.push(
          `${found.exe.where}: project ${project.name} uses this Exe as a library, but its preCompile parameter is not true.`,
        );
      }
      params.push(
        `${found.script === script ? sameScript : found.script.name}:${libraryNameOf(found.exe, name, project)}`,
      );
    }
    return { params, warnings };
  }

  #find(script: ScriptDocument, name: string): { script: ScriptDocument; exe: CSharpExe } | undefined {
    const exe =
      (name === classLibraryProject && script.exes.find(({ libraryName }) => libraryName === classLibraryName)) ||
      (name !== classLibraryProject && script.exes.find(({ placeholder }) => placeholder?.project === name));
    return exe ? { script, exe } : this.#byProject.get(name);
  }
}

function libraryNameOf(exe: CSharpExe, reference: string, project: Project): string {
  if (exe.libraryName === undefined || exe.libraryName.trim() === '') {
    throw new PackagingError(
      'library-without-name',
      `Exe ${exe.id} (project '${reference}'), which is referenced by project '${project.assemblyName}', has no libraryName parameter.`,
      { where: exe.where, next: 'Add <Param type="libraryName">NAME</Param> to that Exe.' },
    );
  }
  return exe.libraryName;
}
