import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { dataMinerFolder } from '../dmapp/package-content.ts';
import { type Framework, isSameFramework, nearestFramework, parseFramework } from './framework.ts';
import { compareIgnoringCase } from './nuget-version.ts';
import type { RestoredPackage } from './restored-package.ts';

/** A DLL that a package brings into a script. */
export interface PackageAssembly {
  /** File name. */
  readonly dll: string;
  /** Where it is on a DataMiner System; the text of the parameter that references it. */
  readonly target: string;
  /** Absolute path of the file in the global packages folder. */
  readonly path: string;
  /** False for DLLs that the DataMiner System has itself. */
  readonly isPackaged: boolean;
  readonly package: RestoredPackage;
}

export const dllImportFolder = `${dataMinerFolder}ProtocolScripts\\DllImport\\`;
const filesFolder = `${dataMinerFolder}Files\\`;

/** Packages whose DLLs are part of an installed solution (packaging spec 12.5). */
const installedAs: Readonly<Record<string, string>> = {
  'Skyline.DataMiner.Core.SRM': 'SRM\\SLSRMLibrary.dll',
  'Skyline.DataMiner.Core.SRM.Utils.Dijkstra': 'SRM\\SLDijkstraSearch.dll',
  'Skyline.DataMiner.Core.SRM.Utils.IAS': 'SRM\\Skyline.DataMiner.Core.SRM.Utils.IAS.dll',
};

const filesPrefix = 'Skyline.DataMiner.Files.';
const solutionPrefix = 'Skyline.DataMiner.Dev.Utils.';

/**
 * The DLLs of a package's `lib` folder that is nearest to a framework, in the order of their names (packaging spec 12.5).
 * @returns undefined when the package has libraries, but none for that framework
 */
export async function assembliesOf(one: RestoredPackage, framework: Framework): Promise<PackageAssembly[] | undefined> {
  const library = await childNamed(one.folder, 'lib');
  if (library === undefined) {
    return (await childNamed(one.folder, 'ref')) || (await childNamed(one.folder, 'runtimes')) ? undefined : [];
  }
  const offered = (await folders(library)).map((name) => ({ name, framework: parseFramework(name) }));
  const nearest = nearestFramework(
    framework,
    offered.map((folder) => folder.framework),
  );
  if (nearest === undefined) {
    return offered.length === 0 ? [] : undefined;
  }
  const paths: { name: string; dll: string }[] = [];
  for (const { name } of offered.filter((folder) => isSameFramework(folder.framework, nearest))) {
    const entries = await readdir(join(library, name), { withFileTypes: true });
    const dlls = entries.filter((entry) => entry.isFile() && entry.name.endsWith('.dll'));
    paths.push(...dlls.map((entry) => ({ name, dll: entry.name })));
  }
  return paths
    .sort((a, b) => compareIgnoringCase(`${a.name}/${a.dll}`, `${b.name}/${b.dll}`))
    .map(({ name, dll }) => ({ dll, path: join(library, name, dll), package: one, ...placeOf(one, name, dll) }));
}

/** Where a DLL is on a DataMiner System; ids are matched with case, the version is shown as written. */
function placeOf(
  { id, version }: RestoredPackage,
  folder: string,
  dll: string,
): { target: string; isPackaged: boolean } {
  if (id.startsWith(filesPrefix)) {
    return { target: filesFolder + dll, isPackaged: false };
  }
  const installed = Object.hasOwn(installedAs, id) ? installedAs[id] : undefined;
  if (installed !== undefined) {
    return { target: dllImportFolder + installed, isPackaged: false };
  }
  if (id.startsWith(solutionPrefix)) {
    const name = id.slice(solutionPrefix.length);
    return { target: `${dllImportFolder}SolutionLibraries\\${name}\\${dll}`, isPackaged: false };
  }
  const place = `${id.toLowerCase()}\\${versionText(version.text)}\\lib\\${folder}\\`;
  return { target: dllImportFolder + place + dll, isPackaged: true };
}

/** Build metadata takes no part in the name of a folder. */
function versionText(text: string): string {
  return (text.split('+')[0] as string).toLowerCase();
}

async function childNamed(folder: string, lowerName: string): Promise<string | undefined> {
  const name = (await folders(folder)).find((one) => one.toLowerCase() === lowerName);
  return name === undefined ? undefined : join(folder, name);
}

async function folders(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
}
