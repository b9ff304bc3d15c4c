import { realpath } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { CodeFiles } from './csharp/code-files.ts';
import { packageFolderProblem } from './dmapp/entry-name.ts';
import { installScript } from './dmapp/install-script.ts';
import { type AssemblyContent, assemblyEntryName, type Installer, scriptEntryName } from './dmapp/package-content.ts';
import { packageEntries } from './dmapp/package-texts.ts';
import { PackagingError, printable } from './dmapp/packaging-error.ts';
import { writePackage } from './dmapp/write-package.ts';
import { WorkTree } from './files/work-tree.ts';
import { assemblyVersion } from './nuget/assembly-version.ts';
import { installerFiles } from './nuget/installer-files.ts';
import { type NuGetOptions, PackageRestorer } from './nuget/package-restorer.ts';
import type { PackagePlan, PlannedScript } from './package-plan.ts';
import { planPackage } from './plan-package.ts';
import { Projects } from './project/evaluate-project.ts';
import { type AssembledExe, type AssembledScript, assembleScript } from './script/assemble-script.ts';
import { installDocument } from './sdk/install-document.ts';
import { installLibraries } from './sdk/install-libraries.ts';
import { findSolution } from './solution/find-solution.ts';

/** What to package, from where, and how. Paths are absolute. */
export interface PackageRequest {
  /** A `.sln` or `.slnx` file, the folder that holds exactly one, or one DataMiner project (`.csproj`). */
  readonly solution: string;
  /** Nothing outside this folder is ever packaged, links included. */
  readonly root: string;
  /** The solution's own choice when absent: see {@link PackagePlan}. */
  readonly name?: string | undefined;
  /** Package version in DataMiner form (see `packageVersionOf`). */
  readonly version: string;
  /** The `.dmapp` file to write; appears only when it is complete. */
  readonly output: string;
  /** `require`: our install script with its libraries; `omit`: the script alone (design 4). */
  readonly installer: 'require' | 'omit';
  /** Time stamp of everything in the package. */
  readonly packageTime: Date;
  readonly nuget: NuGetOptions;
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
  /** Path of the script's XML file, relative to the root. */
  readonly source: string;
  /** Its C# blocks, in order. */
  readonly exes: readonly AssembledExe[];
}

export interface PackagedAssembly {
  readonly entry: string;
  /** Where the DLL came from: a path relative to the root, or `package ID VERSION (SOURCE)`. */
  readonly origin: string;
  readonly name: string;
  readonly version?: string;
}

/**
 * Packages a solution: reads it, combines its C# into its scripts, and writes one `.dmapp` file (packaging spec 1).
 * Writes beside the output and renames, so that a failure or abort leaves nothing behind.
 * @throws PackagingError for anything wrong with the input; the signal's reason when aborted
 */
export async function packageSolution(request: PackageRequest): Promise<PackagedSolution> {
  const tree = await WorkTree.open(request.root);
  const solution = await solutionIn(tree, request.solution);
  const restorer = await PackageRestorer.from(dirname(solution), request.nuget, request.signal);
  try {
    return await packageWith({ solution, tree, restorer }, request);
  } finally {
    restorer.close();
  }
}

/** What all steps of packaging look into. */
interface Surroundings {
  /** Absolute path of the solution or project file. */
  readonly solution: string;
  readonly tree: WorkTree;
  readonly restorer: PackageRestorer;
}

async function packageWith(surroundings: Surroundings, request: PackageRequest): Promise<PackagedSolution> {
  const { version, output, packageTime, maxBytes, signal, onProgress } = request;
  const { solution, tree, restorer } = surroundings;
  const projects = new Projects(tree, restorer.packagesFolder);
  const plan = await planPackage(solution, { tree, projects, installer: request.installer, signal });
  const name = request.name ?? plan.name;
  checkName(name, version);
  checkScriptNames(plan.scripts);
  onProgress?.({ step: 'read', done: plan.scripts.length, total: plan.scripts.length });

  const { installer, installerWarnings } = await installerOf(plan, surroundings, request);
  const scripts = await assembledScripts(plan.scripts, surroundings, request);
  const { assemblies: dlls, warnings } = await plan.dllsOf(scripts);
  const assemblies = allAssemblies(scripts, dlls);
  const entries = packageEntries({
    name,
    version,
    time: packageTime,
    minDmaVersion: plan.minDmaVersion,
    installer,
    scripts,
    assemblies,
    companionFiles: plan.companionFiles,
    otherFiles: plan.otherFiles,
  });
  const { sha256, size } = await writePackage({
    entries,
    output,
    time: packageTime,
    maxBytes,
    signal,
    onEntry: (done) => onProgress?.({ step: 'write', done, total: entries.length }),
  });
  return {
    name,
    version,
    file: output,
    sha256,
    size,
    scripts: scripts.map((script, index) => ({
      name: script.name,
      entry: scriptEntryName(script.name),
      source: (plan.scripts[index] as PlannedScript).script.shown,
      exes: script.exes,
    })),
    assemblies: await packagedAssemblies(assemblies, scripts, tree),
    warnings: [
      ...new Set(
        [...plan.warnings, ...installerWarnings, ...scripts.flatMap((script) => script.warnings), ...warnings].map(
          printable,
        ),
      ),
    ],
  };
}

/** Of each script the DLLs of the repository, then those of its NuGet packages; each place once (packaging spec 14.1). */
function allAssemblies(scripts: readonly AssembledScript[], dlls: readonly AssemblyContent[]): AssemblyContent[] {
  const byTarget = new Map<string, AssemblyContent>();
  for (const { name, packageAssemblies } of scripts) {
    const own = dlls.filter(({ script }) => script === name);
    for (const { target, path } of [...own, ...packageAssemblies]) {
      const key = target.toLowerCase();
      byTarget.set(key, byTarget.get(key) ?? { target, path, script: name });
    }
  }
  return [...byTarget.values()];
}

async function packagedAssemblies(
  assemblies: readonly AssemblyContent[],
  scripts: readonly AssembledScript[],
  tree: WorkTree,
): Promise<PackagedAssembly[]> {
  const packages = new Map(
    scripts.flatMap(({ packageAssemblies }) => packageAssemblies.map((one) => [one.path, one.package] as const)),
  );
  const described: PackagedAssembly[] = [];
  for (const { target, path } of assemblies) {
    const found = packages.get(path);
    const version = await assemblyVersion(path);
    described.push({
      entry: assemblyEntryName(target),
      origin: found === undefined ? tree.show(path) : `package ${found.id} ${found.version.text} (${found.source})`,
      name: basename(path),
      ...(version !== undefined && { version: version.join('.') }),
    });
  }
  return described;
}

function checkName(name: string, version: string): void {
  const problem = packageFolderProblem(name, version);
  if (problem !== undefined) {
    throw new PackagingError(
      'name-invalid',
      `A package '${name}' of version '${version}' cannot be installed: its folder ${problem}.`,
      {
        next: 'Choose another package name.',
      },
    );
  }
}

async function solutionIn(tree: WorkTree, path: string): Promise<string> {
  const solution = await realpath(await findSolution(path));
  if (!tree.contains(solution)) {
    throw new PackagingError('outside-root', `The solution ${solution} lies outside ${tree.root}.`, {
      next: 'Give a solution inside the repository.',
    });
  }
  return solution;
}

/** The package's own install script, else ours; its libraries only when they are asked for (packaging spec 14.6 and 17.5). */
async function installerOf(
  plan: PackagePlan,
  surroundings: Surroundings,
  request: PackageRequest,
): Promise<{ installer: Installer; installerWarnings: readonly string[] }> {
  const isComplete = request.installer === 'require';
  if (plan.installScript === undefined) {
    const { libraries, references } = isComplete
      ? await installerFiles(surroundings.restorer)
      : { libraries: [], references: [] };
    return { installer: { script: installScript(references), libraries }, installerWarnings: [] };
  }
  const { onProgress: _, ...quietly } = request;
  const [script] = (await assembledScripts([plan.installScript], surroundings, quietly)) as [AssembledScript];
  const { assemblies, warnings } = await plan.dllsOf([script]);
  return {
    installer: {
      script: installDocument(script.xml),
      libraries: isComplete ? installLibraries(script, assemblies) : [],
    },
    installerWarnings: [...script.warnings, ...warnings],
  };
}

async function assembledScripts(
  planned: readonly PlannedScript[],
  { tree, restorer }: Surroundings,
  { signal, onProgress }: PackageRequest,
): Promise<AssembledScript[]> {
  const codeFiles = new CodeFiles(tree);
  const show = (path: string): string => tree.show(path);
  const assembled: AssembledScript[] = [];
  for (const script of planned) {
    signal?.throwIfAborted();
    assembled.push(await assembleScript({ ...script, codeFiles, restorer, show }));
    onProgress?.({ step: 'assemble', done: assembled.length, total: planned.length });
  }
  return assembled;
}

/** The name becomes a folder and a file name, which Windows compares without case (packaging spec 14.7). */
function checkScriptNames(scripts: readonly PlannedScript[]): void {
  const seen = new Map<string, string>();
  for (const { script } of scripts) {
    const key = script.packagedAs.toLowerCase();
    const other = seen.get(key);
    if (other !== undefined) {
      throw new PackagingError(
        'duplicate-name',
        `Two scripts have the name ${script.packagedAs}: ${other} and ${script.shown}.`,
        {
          where: script.shown,
          next: 'Give each script a name of its own; upper and lower case do not count.',
        },
      );
    }
    seen.set(key, script.shown);
  }
}
