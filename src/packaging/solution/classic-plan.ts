import { basename, dirname, extname, join } from 'node:path';
import { isWithin } from '../files/paths.ts';
import type { WorkTree } from '../files/work-tree.ts';
import type { PackagePlan, PlannedScript } from '../package-plan.ts';
import type { Projects } from '../project/evaluate-project.ts';
import type { Project } from '../project/project.ts';
import type { AssembledScript } from '../script/assemble-script.ts';
import { readScript, type ScriptDocument } from '../script/script-document.ts';
import { ScriptLibraries } from '../script/script-libraries.ts';
import type { ScriptSource } from './script-sources.ts';
import { CustomDlls, companionFiles } from './solution-files.ts';

/**
 * What a classic solution brings into a package: its scripts with the projects in `Actions`, and the folders `Dlls` and
 * `CompanionFiles` beside it (packaging spec 4 and 13).
 * @param solution absolute path of the solution file
 * @throws PackagingError for what is wrong with a script or a project
 */
export async function classicPlan(
  solution: string,
  sources: readonly ScriptSource[],
  { tree, projects, signal }: { tree: WorkTree; projects: Projects; signal?: AbortSignal | undefined },
): Promise<PackagePlan> {
  const documents = sources.map((source) => readScript(source, tree.show(source.file)));
  const libraries = new ScriptLibraries(documents);
  const scripts: PlannedScript[] = [];
  for (const script of documents) {
    signal?.throwIfAborted();
    scripts.push({ script, projects: await projectsOf(script, solution, projects), libraries });
  }
  const dlls = await CustomDlls.beside(solution, tree);
  return {
    name: basename(solution, extname(solution)),
    scripts,
    companionFiles: await companionFiles(solution, tree),
    otherFiles: [],
    warnings: [],
    dllsOf: async (assembled) => {
      const { assemblies, warnings } = dlls.referencedBy(assembled);
      const unpackaged = assembled.flatMap((script) => unpackagedDlls(script, dlls, solution, tree));
      return { assemblies, warnings: [...unpackaged, ...warnings] };
    },
  };
}

/** All projects of the script, used or not; of two with one name the later wins (packaging spec 4.1). */
async function projectsOf(script: ScriptDocument, solution: string, projects: Projects): Promise<Map<string, Project>> {
  const named = new Map<string, Project>();
  for (const { name, path } of script.source.projects) {
    named.set(name, await projects.load(solution, path));
  }
  return named;
}

/** DLLs that a project takes from the repository but that are not in `Dlls`, and so not packaged (packaging spec 13.1). */
function unpackagedDlls(script: AssembledScript, dlls: CustomDlls, solution: string, tree: WorkTree): string[] {
  return script.references.flatMap(({ hintPath, dll, param, project }) => {
    const path = hintPath === undefined ? undefined : tree.inside(dirname(project.file), hintPath);
    const isInRepository = path !== undefined && !isWithin(join(dirname(solution), 'Dlls'), path);
    return isInRepository && param.includes('\\') && !dlls.has(dll)
      ? [
          `Project ${project.name} references ${tree.show(path)}, which is not in the folder Dlls and so not packaged: ${param} must already be on the DataMiner System.`,
        ]
      : [];
  });
}
