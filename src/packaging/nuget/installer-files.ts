import type { FileContent } from '../dmapp/package-content.ts';
import { PackagingError } from '../dmapp/packaging-error.ts';
import { parseFramework } from './framework.ts';
import { chosenAssemblies } from './package-contribution.ts';
import type { PackageRestorer } from './package-restorer.ts';
import { restorePackages } from './project-packages.ts';
import { parseRange, type VersionRange } from './version-range.ts';

/** The package that installs content on a DataMiner System, as the official packager of 2025 has it (packaging spec 14.6). */
const installerPackage = { id: 'Skyline.DataMiner.Core.AppPackageInstaller', version: '2.0.5' } as const;

/** What DataMiner runs install scripts on. */
const targetFramework = parseFramework('net48');

/** The DLLs beside the install script, and the texts of its `ref` parameters. */
export interface InstallerFiles {
  readonly libraries: readonly FileContent[];
  readonly references: readonly string[];
}

/**
 * Restores what the install script needs: one package and its dependencies, all DLLs side by side.
 * @throws PackagingError `installer-missing`, saying which package could not be restored and why
 */
export async function installerFiles(restorer: Pick<PackageRestorer, 'find'>): Promise<InstallerFiles> {
  const { id, version } = installerPackage;
  try {
    const roots = [{ id, range: parseRange(`[${version}]`) as VersionRange }];
    const resolved = await restorePackages(roots, targetFramework, `install script, ${id} ${version}`, restorer);
    const { framework, referenced } = await chosenAssemblies({ ...resolved, framework: targetFramework, warnings: [] });
    const libraries = referenced.map(({ dll, path }) => ({ name: dll, path }));
    return { libraries, references: [...framework, ...libraries.map(({ name }) => name)] };
  } catch (error) {
    if (!(error instanceof PackagingError)) {
      throw error;
    }
    throw new PackagingError(
      'installer-missing',
      `The install script needs the NuGet package ${id} ${version} and its dependencies: ${error.message}`,
      {
        where: error.where,
        next: `${error.next} For a DataMiner System that installs packages without its own installer, set 'installer' to 'omit'.`,
        cause: error,
      },
    );
  }
}
