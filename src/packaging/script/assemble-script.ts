import type { CodeFiles } from '../csharp/code-files.ts';
import { combine } from '../csharp/combine.ts';
import { PackagingError } from '../dmapp/packaging-error.ts';
import type { PackageAssembly } from '../nuget/package-assemblies.ts';
import { packageContribution } from '../nuget/package-contribution.ts';
import type { PackageRestorer } from '../nuget/package-restorer.ts';
import type { Project } from '../project/project.ts';
import { writeXml } from '../xml/write-xml.ts';
import { childElements, textOf } from '../xml/xml-node.ts';
import { type AssemblyReference, assemblyReferences } from './assembly-references.ts';
import { rewriteExe } from './rewrite-exe.ts';
import { type CSharpExe, paramsOf, type ScriptDocument } from './script-document.ts';
import type { ScriptLibraries } from './script-libraries.ts';

/** A script as it is deployed. */
export interface AssembledScript {
  /** Its folder and file name in the package. */
  readonly name: string;
  readonly xml: string;
  /** The C# blocks, in order. */
  readonly exes: readonly AssembledExe[];
  /** Texts of all `ref` parameters of the script, those of untouched blocks too. */
  readonly refs: readonly string[];
  /** The references that came from projects, each with its project. */
  readonly references: readonly (AssemblyReference & { readonly project: Project })[];
  /** The DLLs of NuGet packages that belong into the package, each file once, in order; referenced or not. */
  readonly packageAssemblies: readonly PackageAssembly[];
  readonly warnings: readonly string[];
}

/** A C# block of an assembled script. */
export interface AssembledExe {
  readonly id: number;
  /** The project that its code came from; absent when its code stands in the script itself. */
  readonly project?: string;
  /** How many C# files were combined into it. */
  readonly files: number;
}

export interface Assembly {
  readonly script: ScriptDocument;
  /** The projects that the script's marks may name. */
  readonly projects: ReadonlyMap<string, Project>;
  readonly libraries: ScriptLibraries;
  readonly codeFiles: CodeFiles;
  readonly restorer: PackageRestorer;
  /** How messages name a file. */
  readonly show: (path: string) => string;
}

/**
 * Puts the code of its projects into a script (packaging spec 5 to 11). The document is changed in place.
 * @throws PackagingError `project-not-found`, or what is wrong with the code
 */
export async function assembleScript(assembly: Assembly): Promise<AssembledScript> {
  const { script } = assembly;
  const found: Findings = { references: [], packageAssemblies: new Map(), warnings: [] };
  const assembledExes: AssembledExe[] = [];
  for (const exe of script.exes) {
    const files = exe.placeholder === undefined ? 0 : await assembleExe(exe, assembly, found);
    const project = exe.placeholder?.project;
    assembledExes.push({ id: exe.id, ...(project !== undefined && { project }), files });
  }
  const { document } = script.source;
  const exes = childElements(document.root, 'Script').flatMap((element) => childElements(element, 'Exe'));
  return {
    name: script.packagedAs,
    xml: writeXml(document),
    exes: assembledExes,
    refs: exes.flatMap((exe) => paramsOf(exe, 'ref').map((param) => textOf(param).trim())),
    references: found.references,
    packageAssemblies: [...found.packageAssemblies.values()],
    warnings: found.warnings,
  };
}

/** What the blocks of a script bring along. */
interface Findings {
  readonly references: (AssemblyReference & { project: Project })[];
  /** By path on disk. */
  readonly packageAssemblies: Map<string, PackageAssembly>;
  readonly warnings: string[];
}

/** @returns how many C# files were combined */
async function assembleExe(
  exe: CSharpExe,
  { script, projects, libraries, codeFiles, restorer, show }: Assembly,
  { references, packageAssemblies, warnings }: Findings,
): Promise<number> {
  const { mark, project: projectName } = exe.placeholder as NonNullable<CSharpExe['placeholder']>;
  const project = projects.get(projectName);
  if (project === undefined) {
    throw new PackagingError('project-not-found', `The mark ${mark} names no project of script ${script.name}.`, {
      where: exe.where,
      next: `Put the project into the solution folder 'Actions' beside the script; it has ${listed([...projects.keys()])}.`,
    });
  }
  const packages = await packageContribution(project, restorer, show(project.file));
  const files = await codeFiles.of(project);
  const combined = combine(files, project.name);
  const withoutMark = exe.code.replaceAll(mark, '');
  if (withoutMark.includes('[Project:')) {
    warnings.push(`${exe.where}: another [Project:…] mark stays in the code; only the first one is replaced.`);
  }
  const assemblies = assemblyReferences(project, restorer.packagesFolder).filter(({ dll }) => !packages.dlls.has(dll));
  const scriptReferences = libraries.referencesOf(script, project);
  rewriteExe(exe, {
    code: exe.code.replaceAll(mark, () => combined.text),
    packageRefs: packages.params,
    refs: assemblies.map(({ param }) => param),
    scriptRefs: scriptReferences.params,
  });
  references.push(...assemblies.map((reference) => ({ ...reference, project })));
  for (const assembly of packages.assemblies) {
    packageAssemblies.set(assembly.path, packageAssemblies.get(assembly.path) ?? assembly);
  }
  warnings.push(...packages.warnings, ...combined.warnings, ...scriptReferences.warnings);
  return files.length;
}

function listed(names: readonly string[]): string {
  return names.length === 0 ? 'no projects there' : `there ${names.join(', ')}`;
}
