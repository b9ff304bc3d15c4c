import { PackagingError } from './dmapp/packaging-error.ts';
import type { PackagePlan } from './package-plan.ts';
import { dataMinerProjectsOf } from './sdk/data-miner-project.ts';
import { leftOutProjects } from './sdk/left-out-projects.ts';
import { projectPlan, type SdkPlanning, sdkPlan } from './sdk/sdk-plan.ts';
import { classicPlan } from './solution/classic-plan.ts';
import { isProjectFile } from './solution/find-solution.ts';
import { readSolution } from './solution/read-solution.ts';
import { readScriptSources, scriptsFolderOf } from './solution/script-sources.ts';

/**
 * What a solution or a single project brings into a package. A solution whose folder `Scripts` holds scripts is a classic one,
 * whatever else it has; any other is made of projects of the DataMiner SDK (packaging spec 3, 4 and 17).
 * @param solution absolute path of the solution or project file
 * @throws PackagingError for what is wrong with it
 */
export async function planPackage(solution: string, planning: SdkPlanning): Promise<PackagePlan> {
  const { tree, projects } = planning;
  if (isProjectFile(solution)) {
    return projectPlan(solution, planning);
  }
  const read = await readSolution(solution, tree);
  const sources = await readScriptSources(read, solution, tree);
  if (sources.length > 0) {
    const plan = await classicPlan(solution, sources, planning);
    return { ...plan, warnings: [...plan.warnings, ...(await leftOutProjects(read, solution, sources, tree))] };
  }
  const dataMinerProjects = await dataMinerProjectsOf(read, solution, projects);
  if (dataMinerProjects.length > 0) {
    return sdkPlan(solution, dataMinerProjects, planning);
  }
  if (scriptsFolderOf(read) === undefined) {
    throw new PackagingError(
      'no-scripts-folder',
      "The solution has neither a solution folder 'Scripts' at its root nor a project with a DataMinerType.",
      {
        where: tree.show(solution),
        next: "Add a solution folder named exactly 'Scripts' with a folder in it for each script, or projects of the DataMiner SDK.",
      },
    );
  }
  throw new PackagingError('no-scripts', 'The solution has no Automation script.', {
    where: tree.show(solution),
    next: "List each script's XML file as a solution item in a folder below the solution folder 'Scripts'.",
  });
}
