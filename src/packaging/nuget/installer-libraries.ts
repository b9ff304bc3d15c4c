import { basename } from 'node:path';
import type { FileContent } from '../dmapp/package-content.ts';
import { PackagingError } from '../dmapp/packaging-error.ts';
import { installedPackage, librariesOf } from './global-packages.ts';

/** The packages whose DLLs stand beside the install script, as the official packager of 2025 has them (packaging spec 14.6). */
const installerPackages = [
  { id: 'Skyline.DataMiner.Core.AppPackageInstaller', version: '2.0.5' },
  { id: 'Skyline.DataMiner.Core.ArtifactInstaller', version: '2.0.5' },
  { id: 'Nito.AsyncEx.Tasks', version: '5.1.2' },
  { id: 'Nito.Disposables', version: '2.2.1' },
  { id: 'AlphaFS.New', version: '2.3.0' },
  { id: 'Skyline.DataMiner.CICD.FileSystem', version: '1.0.6' },
] as const;

/**
 * The DLLs that the install script needs, from NuGet's global packages folder.
 * @throws PackagingError `installer-missing`, naming every package that is not there
 */
export async function installerLibraries(packagesFolder: string): Promise<FileContent[]> {
  const found = await Promise.all(
    installerPackages.map(async ({ id, version }) => {
      const installed = await installedPackage(packagesFolder, id, version);
      return { id, version, libraries: installed === undefined ? [] : await librariesOf(installed) };
    }),
  );
  const missing = found.filter(({ libraries }) => libraries.length === 0).map(({ id, version }) => `${id} ${version}`);
  if (missing.length > 0) {
    throw new PackagingError(
      'installer-missing',
      `The install script needs packages that are not in ${packagesFolder}: ${missing.join(', ')}.`,
      {
        next: "Restore them into that folder, or set 'installer' to 'omit' for a DataMiner System that installs packages without its own installer.",
      },
    );
  }
  return found.flatMap(({ libraries }) => libraries.map((path) => ({ name: basename(path), path })));
}
