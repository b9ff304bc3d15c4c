import { PackagingError } from '../dmapp/packaging-error.ts';
import type { Project } from '../project/project.ts';
import { isDevPack } from './build-time-packages.ts';
import { installedPackage, isDevelopmentDependency } from './global-packages.ts';

/**
 * Makes sure that no package of a project is forgotten: dev packs, analyzers and other build-time packages bring
 * nothing into a script, and packages with libraries cannot be packaged.
 * @param shown how messages name the project file
 * @throws PackagingError `package-not-restored` naming the package and the project
 */
export async function checkPackageReferences(project: Project, packagesFolder: string, shown: string): Promise<void> {
  for (const { id, version } of project.packageReferences) {
    if (isDevPack(id) || /\.analyzers?$/i.test(id)) {
      continue;
    }
    const installed = version === '' ? undefined : await installedPackage(packagesFolder, id, version);
    if (installed !== undefined && (await isDevelopmentDependency(installed))) {
      continue;
    }
    throw new PackagingError(
      'package-not-restored',
      `Project ${project.name} uses the NuGet package ${id} ${version}, and packages with libraries are not supported yet.`,
      { where: shown, next: 'Put its DLLs into the folder Dlls beside the solution and reference them from there.' },
    );
  }
}
