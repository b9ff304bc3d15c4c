import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { readTextFile } from '../files/read-text.ts';
import { parseXml } from '../xml/parse-xml.ts';
import { childElements, textOf } from '../xml/xml-node.ts';

/** A package in NuGet's global packages folder. */
export interface InstalledPackage {
  readonly id: string;
  readonly version: string;
  readonly folder: string;
}

/** Folders of `lib` from the nearest to .NET Framework 4.8 to the farthest (packaging spec 12.5). */
const nearestToNet48 =
  'net48 net472 net471 net47 net462 net461 net46 net452 net451 net45 net403 net40 net4 net35 net20 netstandard2.0 netstandard1.6 netstandard1.5 netstandard1.4 netstandard1.3 netstandard1.2 netstandard1.1 netstandard1.0'.split(
    ' ',
  );

/** Looks a package up (packaging spec 12.1); undefined when it has not been restored. */
export async function installedPackage(
  packagesFolder: string,
  id: string,
  version: string,
): Promise<InstalledPackage | undefined> {
  const folder = join(packagesFolder, id.toLowerCase(), version.toLowerCase());
  const names = await readdir(folder).catch(() => undefined);
  return names && { id, version, folder };
}

/** Paths of the DLLs that the package offers to .NET Framework 4.8, sorted by name. */
export async function librariesOf({ folder }: InstalledPackage): Promise<string[]> {
  const offered = await readdir(join(folder, 'lib')).catch((): string[] => []);
  const nearest = nearestToNet48.find((name) => offered.includes(name));
  if (nearest === undefined) {
    return [];
  }
  const names = await readdir(join(folder, 'lib', nearest));
  return names
    .filter((name) => name.endsWith('.dll'))
    .sort()
    .map((name) => join(folder, 'lib', nearest, name));
}

/** Whether the package serves the build only, such as an analyzer. */
export async function isDevelopmentDependency({ id, folder }: InstalledPackage): Promise<boolean> {
  const file = join(folder, `${id.toLowerCase()}.nuspec`);
  const { root } = parseXml(await readTextFile(file, file, true), file);
  const metadata = childElements(root, 'metadata')[0];
  const flag = metadata && childElements(metadata, 'developmentDependency')[0];
  return flag !== undefined && textOf(flag).trim().toLowerCase() === 'true';
}
