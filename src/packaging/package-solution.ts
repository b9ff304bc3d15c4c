import { realpath } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { CodeFiles } from './csharp/code-files.ts';
import { packageFolderProblem } from './dmapp/entry-name.ts';
import { assemblyEntryName, scriptEntryName } from './dmapp/package-content.ts';
import { packageEntries } from './dmapp/package-texts.ts';
import { PackagingError, printable } from './dmapp/packaging-error.ts';
import { writePackage } from './dmapp/write-package.ts';
import { isWithin } from './files/paths.ts';
import { WorkTree } from './files/work-tree.ts';
import { installerLibraries } from './nuget/installer-libraries.ts';
import { Projects } from './project/evaluate-project.ts';
import type { Project } from './project/project.ts';
import { type AssembledScript, assembleScript } from './script/assemble-script.ts';
import { readScript, type ScriptDocument } from './script/script-document.ts';
import { ScriptLibraries } from './script/script-libraries.ts';
import { findSolution } from './solution/find-solution.ts';
import { readScriptSources } from './solution/script-sources.ts';
import { CustomDlls, companionFiles } from './solution/solution-files.ts';

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
  /** `require`: our install script with its libraries; `omit`: the script alone (design 4). */
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
export async function packageSolution(request: PackageRequest): Promise<PackagedSolution> {
  const { name, version, output, packageTime, maxBytes, signal } = request;
  checkName(name, version);
  const tree = await WorkTree.open(request.root);
  const solution = await solutionIn(tree, request.solution);
  const installerFiles = request.installer === 'require' ? await installerLibraries(request.nugetPackagesFolder) : [];
  const scripts = await assembledScripts(solution, tree, request);

  const dlls = await CustomDlls.beside(solution, tree);
  const { assemblies, warnings: dllWarnings } = dlls.referencedBy(scripts);
  const entries = packageEntries({
    name,
    version,
    time: packageTime,
    installerLibraries: installerFiles,
    scripts,
    assemblies,
    companionFiles: await companionFiles(solution, tree),
  });
  const { sha256, size } = await writePackage({
    entries,
    output,
    time: packageTime,
    maxBytes,
    signal,
    onEntry: (done) => request.onProgress?.({ step: 'write', done, total: entries.length }),
  });

  const warnings = [
    ...scripts.flatMap((script) => [...script.warnings, ...unpackagedDlls(script, dlls, solution, tree)]),
    ...dllWarnings,
  ];
  return {
    name,
    version,
    file: output,
    sha256,
    size,
    scripts: scripts.map((script) => ({ name: script.name, entry: scriptEntryName(script.name) })),
    assemblies: assemblies.map(({ target, path }) => ({
      entry: assemblyEntryName(target),
      origin: tree.show(path),
      name: basename(path),
    })),
    warnings: [...new Set(warnings.map(printable))],
  };
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

async function assembledScripts(solution: string, tree: WorkTree, request: PackageRequest): Promise<AssembledScript[]> {
  const { nugetPackagesFolder, signal, onProgress } = request;
  const sources = await readScriptSources(solution, tree);
  const scripts = sources.map((source) => readScript(source, tree.show(source.file)));
  checkScriptNames(scripts);
  const total = scripts.length;
  onProgress?.({ step: 'read', done: total, total });

  const projects = new Projects(tree, nugetPackagesFolder);
  const libraries = new ScriptLibraries(scripts);
  const codeFiles = new CodeFiles(tree);
  const assembled: AssembledScript[] = [];
  for (const script of scripts) {
    signal?.throwIfAborted();
    const named = await projectsOf(script, solution, projects);
    const show = (path: string): string => tree.show(path);
    assembled.push(await assembleScript({ script, projects: named, libraries, codeFiles, nugetPackagesFolder, show }));
    onProgress?.({ step: 'assemble', done: assembled.length, total });
  }
  return assembled;
}

/** All projects of the script, used or not; of two with one name the later wins (packaging spec 4.1). */
async function projectsOf(script: ScriptDocument, solution: string, projects: Projects): Promise<Map<string, Project>> {
  const named = new Map<string, Project>();
  for (const { name, path } of script.source.projects) {
    named.set(name, await projects.load(solution, path));
  }
  return named;
}

/** The name becomes a folder and a file name, which Windows compares without case (packaging spec 14.7). */
function checkScriptNames(scripts: readonly ScriptDocument[]): void {
  const seen = new Map<string, ScriptDocument>();
  for (const script of scripts) {
    const other = seen.get(script.name.toLowerCase());
    if (other !== undefined) {
      throw new PackagingError(
        'duplicate-name',
        `Two scripts have the name ${script.name}: ${other.shown} and ${script.shown}.`,
        {
          where: script.shown,
          next: 'Give each script a name of its own; upper and lower case do not count.',
        },
      );
    }
    seen.set(script.name.toLowerCase(), script);
  }
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
