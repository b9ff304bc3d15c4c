import type { Project } from '../project/project.ts';
import { defaultAssemblies } from '../script/framework-assemblies.ts';
import { assemblyVersion } from './assembly-version.ts';
import type { CollectedPackage } from './collect-packages.ts';
import { assembliesOf, type PackageAssembly } from './package-assemblies.ts';
import { nearestItems } from './package-manifest.ts';
import type { PackageRestorer } from './package-restorer.ts';
import { type ProjectPackages, restoreProject } from './project-packages.ts';

/** What the packages of a project bring into a script. */
export interface PackageContribution {
  /** Texts of `ref` parameters, in order. */
  readonly params: readonly string[];
  /** File names of all DLLs that packages bring, those of .NET Framework included. */
  readonly dlls: ReadonlySet<string>;
  /** DLLs for the package, in order. */
  readonly assemblies: readonly PackageAssembly[];
  readonly warnings: readonly string[];
}

/**
 * Restores the packages of a project and says what they bring into the script (packaging spec 12.5 and 12.6).
 * @param shown how messages name the project file
 * @throws PackagingError when a package cannot be restored
 */
export async function packageContribution(
  project: Project,
  restorer: Pick<PackageRestorer, 'find'>,
  shown: string,
): Promise<PackageContribution> {
  const packages = await restoreProject(project, restorer, shown);
  const { framework, chosen, referenced, passedOver, warnings } = await chosenAssemblies(packages);
  const remaining = await assembliesIn(packages.remaining, packages, []);
  return {
    params: [
      ...framework.filter((dll) => !defaultAssemblies.has(dll.toLowerCase())),
      ...referenced.map(({ target }) => target),
      ...folderHints(referenced, [...passedOver, ...remaining]),
    ],
    dlls: new Set([
      ...chosen.map(({ dll }) => dll),
      ...framework,
      ...frameworkAssemblies(packages.remaining, packages),
    ]),
    assemblies: [...chosen, ...remaining].filter(({ isPackaged }) => isPackaged),
    warnings,
  };
}

/** The DLLs of the packages that are used. */
export interface ChosenAssemblies {
  /** File names of assemblies of .NET Framework itself. */
  readonly framework: readonly string[];
  readonly chosen: readonly PackageAssembly[];
  /** Of each name one. */
  readonly referenced: readonly PackageAssembly[];
  readonly passedOver: readonly PackageAssembly[];
  readonly warnings: readonly string[];
}

/** The DLLs that restored packages have for the target framework, and which of them are referenced (packaging spec 12.5, 12.6). */
export async function chosenAssemblies(packages: ProjectPackages): Promise<ChosenAssemblies> {
  const warnings = [...packages.warnings];
  const chosen = await assembliesIn(packages.chosen, packages, warnings);
  const named = await oneOfEachName(chosen, warnings);
  return { framework: frameworkAssemblies(packages.chosen, packages), chosen, ...named, warnings };
}

async function assembliesIn(
  packages: readonly CollectedPackage[],
  { framework }: ProjectPackages,
  warnings: string[],
): Promise<PackageAssembly[]> {
  const assemblies: PackageAssembly[] = [];
  for (const { package: one } of packages.filter(({ package: { manifest } }) => !manifest.isDevelopmentDependency)) {
    const found = await assembliesOf(one, framework);
    if (found === undefined) {
      warnings.push(
        `The NuGet package ${one.id} ${one.version.text} has no library in its lib folder for the target framework: nothing of it is packaged.`,
      );
    }
    assemblies.push(...(found ?? []));
  }
  return assemblies;
}

/** Assemblies of .NET Framework that packages ask for, each once. */
function frameworkAssemblies(packages: readonly CollectedPackage[], { framework }: ProjectPackages): string[] {
  const names = packages
    .filter(({ package: { manifest } }) => !manifest.isDevelopmentDependency)
    .flatMap(({ package: { manifest } }) => nearestItems(manifest.frameworkAssemblyGroups, framework));
  return [...new Set(names.map((name) => `${name}.dll`))];
}

/**
 * Of DLLs of one name the one that the DataMiner System has itself is referenced, else that of the highest assembly
 * version, at the place of the first.
 */
async function oneOfEachName(
  assemblies: readonly PackageAssembly[],
  warnings: string[],
): Promise<{ referenced: PackageAssembly[]; passedOver: PackageAssembly[] }> {
  const byName = new Map<string, PackageAssembly[]>();
  for (const assembly of assemblies) {
    const key = assembly.dll.toLowerCase();
    byName.set(key, [...(byName.get(key) ?? []), assembly]);
  }
  const referenced: PackageAssembly[] = [];
  for (const named of byName.values()) {
    // DLLs of one package and one name have one place, so they are no rivals.
    const rivals = named.length > 1 ? await byPreference(named) : named;
    const best = rivals[0] as PackageAssembly;
    referenced.push(best);
    if (!best.isPackaged && rivals.some(({ isPackaged }) => isPackaged)) {
      warnings.push(
        `${best.dll} is in ${rivals.map((one) => `${one.package.id} ${one.package.version.text}`).join(' and ')}; the one that the DataMiner System has, ${best.target}, is used.`,
      );
    }
  }
  return { referenced, passedOver: assemblies.filter((assembly) => !referenced.includes(assembly)) };
}

async function byPreference(assemblies: readonly PackageAssembly[]): Promise<PackageAssembly[]> {
  const measured = await Promise.all(
    assemblies.map(async (assembly) => ({ assembly, version: (await assemblyVersion(assembly.path)) ?? [] })),
  );
  return measured
    .sort(
      (a, b) =>
        Number(a.assembly.isPackaged) - Number(b.assembly.isPackaged) || compareDescending(a.version, b.version),
    )
    .map(({ assembly }) => assembly);
}

/** Four numbers; a DLL without a version comes last. */
function compareDescending(a: readonly number[], b: readonly number[]): number {
  for (const index of [0, 1, 2, 3]) {
    const difference = (b[index] ?? -1) - (a[index] ?? -1);
    if (difference !== 0) {
      return difference;
    }
  }
  return 0;
}

/**
 * DataMiner looks for assemblies beside those that are referenced, so each folder of a package of which nothing is
 * referenced gets one reference; other versions of referenced packages do not.
 */
function folderHints(referenced: readonly PackageAssembly[], others: readonly PackageAssembly[]): string[] {
  const ids = new Set(referenced.map((one) => one.package.id.toLowerCase()));
  const hints: string[] = [];
  for (const assembly of others.filter(({ isPackaged }) => isPackaged)) {
    const id = assembly.package.id.toLowerCase();
    if (!ids.has(id)) {
      ids.add(id);
      hints.push(assembly.target);
    }
  }
  return hints;
}
