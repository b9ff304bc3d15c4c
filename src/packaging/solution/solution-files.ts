import { dirname } from 'node:path';
import type { AssemblyContent, FileContent } from '../dmapp/package-content.ts';
import { dataMinerFolder } from '../dmapp/package-content.ts';
import { fileNameOf, toWindows } from '../files/paths.ts';
import type { FoundFile, WorkTree } from '../files/work-tree.ts';
import type { AssembledScript } from '../script/assemble-script.ts';

/** The files of `CompanionFiles` beside the solution (packaging spec 13.2). */
export async function companionFiles(solution: string, tree: WorkTree): Promise<FileContent[]> {
  const files = await filesBeside(solution, 'CompanionFiles', tree);
  return files.map(({ name, path }) => ({ name: toWindows(name), path }));
}

/** The DLLs in `Dlls` beside the solution, found by file name without regard to case (packaging spec 13.1). */
export class CustomDlls {
  readonly #byName = new Map<string, FoundFile[]>();
  readonly #tree: WorkTree;

  private constructor(files: readonly FoundFile[], tree: WorkTree) {
    this.#tree = tree;
    for (const file of files) {
      const key = fileNameOf(file.name).toLowerCase();
      const named = this.#byName.get(key);
      if (named === undefined) {
        this.#byName.set(key, [file]);
      } else {
        named.push(file);
      }
    }
  }

  static async beside(solution: string, tree: WorkTree): Promise<CustomDlls> {
    const files = await filesBeside(solution, 'Dlls', tree);
    return new CustomDlls(
      files.filter(({ name }) => /\.dll$/i.test(name)),
      tree,
    );
  }

  has(dll: string): boolean {
    return this.#byName.has(dll.toLowerCase());
  }

  /**
   * The DLLs that scripts reference below the DataMiner folder, each target once, under the first script that needs it. What
   * a NuGet package brings is not replaced.
   * @returns also a warning for each name that several DLLs have
   */
  referencedBy(scripts: readonly Pick<AssembledScript, 'name' | 'refs' | 'packageAssemblies'>[]): {
    assemblies: AssemblyContent[];
    warnings: string[];
  } {
    const assemblies = new Map<string, AssemblyContent>();
    const warnings = new Set<string>();
    for (const script of scripts) {
      const fromPackages = new Set(script.packageAssemblies.map(({ target }) => target));
      for (const target of script.refs.filter((ref) => isBelowDataMiner(ref) && !fromPackages.has(ref))) {
        const [file, ...others] = this.#byName.get(fileNameOf(target).toLowerCase()) ?? [];
        if (file !== undefined && !assemblies.has(target.toLowerCase())) {
          assemblies.set(target.toLowerCase(), { target, path: file.path, script: script.name });
        }
        for (const other of file === undefined ? [] : others) {
          warnings.add(
            `${this.#tree.show(other.path)} is left out: ${this.#tree.show((file as FoundFile).path)} has the same name.`,
          );
        }
      }
    }
    return { assemblies: [...assemblies.values()], warnings: [...warnings] };
  }
}

function isBelowDataMiner(ref: string): boolean {
  return ref.toLowerCase().startsWith(dataMinerFolder.toLowerCase());
}

/** All files of a folder beside a solution or project file; none when there is no such folder. */
export async function filesBeside(file: string, name: string, tree: WorkTree): Promise<FoundFile[]> {
  const folder = await tree.find(dirname(file), name, tree.show(file));
  return folder === undefined ? [] : tree.walk(folder);
}
