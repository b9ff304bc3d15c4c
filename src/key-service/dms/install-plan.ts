import type { PackageInfo } from '../../packaging/dmapp/read-package.ts';
import { InstallError } from './connector.ts';
import { foldedName, problemWithWindowsName } from './windows-path.ts';

/** Folder below the root where an installation is prepared; nothing of a package goes there. */
export const controlFolder = '.dataminer-deploy';

/** A path below the `Skyline DataMiner` folder, folder by folder. */
export type Target = readonly string[];

/** Where a DMS keeps what it was told of packages, each in a folder of its own, and the file in it that is ours. */
export const installedPackages: Target = ['AppPackages', 'Installed'];
export const manifestName = 'InstalledFiles.json';

export interface InstallPlan {
  /** Entries of the package and where they go. */
  readonly files: readonly { readonly entry: string; readonly target: Target }[];
  /** Where the list of what was installed goes, beside the package's own documents. */
  readonly manifest: Target;
  /** Content that this connector has no place for. */
  readonly skipped: readonly string[];
}

/** Entries that steer Skyline's own installer and say nothing about where files go. */
const installerContent =
  /^(?:scripts\\install\.xml|scripts\\installdependencies\\.*|appinstallcontent\\deploymentactions\.xml)$/i;
const scriptFile = /^appinstallcontent\\scripts\\[^\\]+\\(script_[^\\]+\.xml)$/i;
const assembly = /^appinstallcontent\\assemblies\\(.+)$/i;
const companionFile = /^appinstallcontent\\companionfiles\\skyline dataminer\\(.+)$/i;
const packageDocument = /^(?:appinfo\.xml|description\.txt)$/i;

/**
 * Where the content of a package goes below a `Skyline DataMiner` folder (packaging spec 13.2 and 14.1): scripts to `Scripts`,
 * assemblies and companion files to the path that their entry spells, the package's own documents to
 * `AppPackages/Installed/<name>.<version>`. Companion files for other places on the disk, and content of other kinds, are
 * skipped: this connector reaches nothing else.
 * @throws InstallError for a package that has nothing to install, or whose names a Windows disk does not take
 */
export function installPlan(info: PackageInfo, entries: readonly string[]): InstallPlan {
  const packageFolder = [...installedPackages, `${info.name}.${info.version}`];
  const files: { entry: string; target: Target }[] = [];
  const skipped: string[] = [];
  let content = 0;
  for (const entry of entries) {
    const path = scriptFile.exec(entry)?.[1];
    const below = path === undefined ? (assembly.exec(entry) ?? companionFile.exec(entry))?.[1] : `Scripts\\${path}`;
    if (below !== undefined) {
      files.push({ entry, target: below.split('\\') });
      content += 1;
    } else if (packageDocument.test(entry)) files.push({ entry, target: [...packageFolder, entry] });
    else if (!installerContent.test(entry)) skipped.push(entry);
  }
  if (content === 0) {
    throw new InstallError(
      'The package holds no script, assembly or companion file that can be installed into a folder',
      'Check that the solution has scripts and package it again.',
    );
  }
  const manifest = [...packageFolder, manifestName];
  const all = [...files, { entry: manifestName, target: manifest }];
  for (const { entry, target } of all) checkNames(entry, target);
  checkCollisions(all);
  return { files, manifest, skipped };
}

function checkNames(entry: string, target: Target): void {
  for (const name of target) {
    const problem = problemWithWindowsName(name);
    if (problem !== undefined) throw refused(`The entry "${entry}" cannot be installed: "${name}" ${problem}`);
  }
  if (foldedName(target[0] ?? '') === controlFolder) {
    throw refused(`The entry "${entry}" goes into the folder ${controlFolder}, which belongs to the key service`);
  }
}

/** Windows takes names that differ in case for the same one, and no path is a file and a folder. */
function checkCollisions(files: readonly { readonly entry: string; readonly target: Target }[]): void {
  const fileKeys = new Map<string, string>();
  for (const { entry, target } of files) {
    const key = target.map(foldedName).join('\\');
    const other = fileKeys.get(key);
    if (other !== undefined) throw refused(`The entries "${other}" and "${entry}" go to the same file`);
    fileKeys.set(key, entry);
  }
  for (const { entry, target } of files) {
    for (let depth = 1; depth < target.length; depth++) {
      const other = fileKeys.get(target.slice(0, depth).map(foldedName).join('\\'));
      if (other !== undefined) throw refused(`The entry "${entry}" needs a folder where "${other}" is a file`);
    }
  }
}

function refused(message: string): InstallError {
  return new InstallError(message, 'Rename the content and package it again; nothing was installed.');
}
