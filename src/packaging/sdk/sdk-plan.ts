import { basename, extname } from 'node:path';
import { PackagingError } from '../dmapp/packaging-error.ts';
import type { WorkTree } from '../files/work-tree.ts';
import type { PackagePlan, PlannedScript } from '../package-plan.ts';
import type { Projects } from '../project/evaluate-project.ts';
import { type DataMinerProject, dataMinerProjectAt, isScriptProject } from './data-miner-project.ts';
import { hintPathDlls } from './hint-path-dlls.ts';
import { packageFiles } from './package-files.ts';
import { includedProjectFiles } from './project-references.ts';
import { requiredVersions } from './required-versions.ts';
import { SdkScripts } from './sdk-scripts.ts';
import { setSolutionId } from './solution-id.ts';

export interface SdkPlanning {
  readonly tree: WorkTree;
  readonly projects: Projects;
  /** `omit` leaves out what the install script of a package project needs from NuGet. */
  readonly installer: 'require' | 'omit';
  readonly signal?: AbortSignal | undefined;
}

/**
 * What a solution of DataMiner projects brings into one package (packaging spec 17): its package project if there is one, else
 * every script project that makes a package by itself.
 * @param solution absolute path of the solution file
 * @throws PackagingError `solution-ambiguous`, `no-scripts`, `unsupported-project`, or what is wrong with a project
 */
export async function sdkPlan(
  solution: string,
  projects: readonly DataMinerProject[],
  planning: SdkPlanning,
): Promise<PackagePlan> {
  const where = planning.tree.show(solution);
  const making = projects.filter(({ generatesPackage }) => generatesPackage);
  const [packageProject, ...others] = making.filter(({ type }) => type === 'Package');
  if (others.length > 0) {
    const files = making.filter(({ type }) => type === 'Package').map(({ file }) => planning.tree.show(file));
    throw new PackagingError(
      'solution-ambiguous',
      `The solution makes ${files.length} packages: ${files.join(', ')}.`,
      {
        where,
        next: 'Give the path of the one project file (.csproj) as the solution; each run makes one package.',
      },
    );
  }
  if (packageProject !== undefined) {
    return packagePlan(packageProject, planning);
  }
  const scripts = making.filter(({ type }) => type !== 'TestPackage');
  if (scripts.length === 0) {
    throw new PackagingError('no-scripts', 'No project of the solution makes a package.', {
      where,
      next: 'Set GenerateDataMinerPackage to true in the projects that belong in a package, or add a package project.',
    });
  }
  const name = scripts.length === 1 ? (scripts[0] as DataMinerProject).name : basename(solution, extname(solution));
  return scriptsPlan(name, scripts, planning);
}

/**
 * The package of a single project, whatever it says about making one.
 * @param file absolute path of the project file
 * @throws PackagingError as for {@link sdkPlan}
 */
export async function projectPlan(file: string, planning: SdkPlanning): Promise<PackagePlan> {
  const project = await dataMinerProjectAt(file, planning.projects);
  if (project === undefined) {
    throw new PackagingError('no-scripts', 'The project has no DataMinerType, so it is no part of DataMiner.', {
      where: planning.tree.show(file),
      next: 'Give a solution, or a project whose DataMinerType is Package or AutomationScript.',
    });
  }
  return project.type === 'Package' ? packagePlan(project, planning) : scriptsPlan(project.name, [project], planning);
}

/** Script projects with our install script (packaging spec 17.3). */
async function scriptsPlan(
  name: string,
  projects: readonly DataMinerProject[],
  planning: SdkPlanning,
): Promise<PackagePlan> {
  const { tree } = planning;
  const reader = new SdkScripts(tree, planning.projects);
  const { minDmaVersion, warnings } = requiredVersions(projects);
  return {
    name,
    minDmaVersion,
    scripts: await plannedScripts(projects, reader, planning),
    companionFiles: [],
    otherFiles: [],
    warnings: [...warnings, ...(await absentLibraries(projects, reader))],
    dllsOf: (scripts) => hintPathDlls(scripts, tree),
  };
}

/** A package project: its own script installs what it includes (packaging spec 17.5). */
async function packagePlan(project: DataMinerProject, planning: SdkPlanning): Promise<PackagePlan> {
  const { tree, installer } = planning;
  const included: DataMinerProject[] = [];
  for (const file of await includedProjectFiles(project, tree)) {
    const found = await dataMinerProjectAt(file, planning.projects);
    if (found !== undefined) {
      included.push(found);
    }
  }
  const reader = new SdkScripts(tree, planning.projects);
  const scripts = await plannedScripts(included, reader, planning);
  for (const [index, { type, solutionId }] of included.entries()) {
    const canShare = type === 'AutomationScript' || type === 'AutomationScriptLibrary';
    setSolutionId((scripts[index] as PlannedScript).script.source.document.root, canShare ? solutionId : '');
  }
  const { minDmaVersion, warnings } = requiredVersions([project]);
  const files = await packageFiles(project, tree);
  if (scripts.length + files.companionFiles.length + files.otherFiles.length === 0) {
    throw new PackagingError('no-scripts', `The package of project ${project.name} would hold nothing.`, {
      where: tree.show(project.file),
      next: 'Include projects in PackageContent/ProjectReferences.xml, or add companion files.',
    });
  }
  const installScript = await reader.planned(project);
  return {
    name: project.packageId,
    minDmaVersion,
    scripts,
    installScript: installer === 'require' ? installScript : withoutPackages(installScript),
    companionFiles: files.companionFiles,
    otherFiles: files.otherFiles,
    warnings: [...warnings, ...files.warnings, ...(await absentLibraries(included, reader))],
    dllsOf: (assembled) => hintPathDlls(assembled, tree),
  };
}

async function plannedScripts(
  projects: readonly DataMinerProject[],
  reader: SdkScripts,
  { tree, signal }: SdkPlanning,
): Promise<PlannedScript[]> {
  const planned: PlannedScript[] = [];
  for (const project of projects) {
    signal?.throwIfAborted();
    if (!isScriptProject(project)) {
      throw new PackagingError(
        'unsupported-project',
        project.type === 'Package'
          ? `Project ${project.name} makes a package of its own, which cannot be part of another package.`
          : `Project ${project.name} has the DataMinerType '${project.type}', which is not supported.`,
        {
          where: tree.show(project.file),
          next: 'Exclude the project, or give it the type of a script: AutomationScript, AutomationScriptLibrary, UserDefinedApi or AdHocDataSource.',
        },
      );
    }
    planned.push(await reader.planned(project));
  }
  return planned;
}

/** A warning for each script that a packaged one uses but that is not in the package itself. */
async function absentLibraries(projects: readonly DataMinerProject[], reader: SdkScripts): Promise<string[]> {
  const packaged = new Set(projects.map(({ file }) => file));
  const warnings: string[] = [];
  for (const project of projects) {
    const absent = (await reader.referencedBy(project)).filter(({ file }) => !packaged.has(file));
    for (const { name } of absent) {
      warnings.push(
        `Project ${project.name} uses the script of project ${name}, which is not in this package: it must already be on the DataMiner System.`,
      );
    }
  }
  return warnings;
}

function withoutPackages(script: PlannedScript): PlannedScript {
  const projects = [...script.projects].map(
    ([name, project]) => [name, { ...project, packageReferences: [] }] as const,
  );
  return { ...script, projects: new Map(projects) };
}
