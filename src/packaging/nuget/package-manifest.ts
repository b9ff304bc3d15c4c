import { PackagingError } from '../dmapp/packaging-error.ts';
import { readTextFile } from '../files/read-text.ts';
import { parseXml } from '../xml/parse-xml.ts';
import { attributeOf, childElements, textOf, type XmlElement } from '../xml/xml-node.ts';
import { anyFramework, type Framework, nearestFramework, parseFramework } from './framework.ts';
import { parseRange, type VersionRange } from './version-range.ts';

/** What packaging needs of a `.nuspec` file. */
export interface PackageManifest {
  readonly id: string;
  readonly version: string;
  /** True for packages that serve the build only, such as analyzers. */
  readonly isDevelopmentDependency: boolean;
  readonly dependencyGroups: readonly Group<Dependency>[];
  /** Names of assemblies of .NET Framework itself. */
  readonly frameworkAssemblyGroups: readonly Group<string>[];
}

export interface Dependency {
  readonly id: string;
  readonly range: VersionRange;
}

export interface Group<T> {
  readonly framework: Framework;
  readonly items: readonly T[];
}

/**
 * Reads a package's manifest, whichever of the format's namespaces it uses.
 * @throws PackagingError `broken-package`, or `malformed-xml`
 */
export async function readManifest(file: string): Promise<PackageManifest> {
  const { root } = parseXml(await readTextFile(file, file, true), file);
  const metadata = childElements(root, 'metadata')[0];
  if (metadata === undefined) {
    throw broken('it has no metadata', file);
  }
  const text = (name: string): string => childElements(metadata, name).map(textOf)[0]?.trim() ?? '';
  return {
    id: text('id'),
    version: text('version'),
    isDevelopmentDependency: text('developmentDependency').toLowerCase() === 'true',
    dependencyGroups: dependencyGroups(metadata, file),
    frameworkAssemblyGroups: frameworkAssemblyGroups(metadata),
  };
}

/** The items of the group that is nearest to a framework; none when no group fits (packaging spec 12.3). */
export function nearestItems<T>(groups: readonly Group<T>[], target: Framework): readonly T[] {
  const nearest = nearestFramework(
    target,
    groups.map(({ framework }) => framework),
  );
  return groups.find(({ framework }) => framework === nearest)?.items ?? [];
}

/** Groups, or the flat list of old packages, which is for every framework. */
function dependencyGroups(metadata: XmlElement, file: string): Group<Dependency>[] {
  return childElements(metadata, 'dependencies').flatMap((list) => {
    const groups = childElements(list, 'group');
    const flat = childElements(list, 'dependency');
    return groups.length === 0
      ? [{ framework: anyFramework, items: flat.map((element) => dependency(element, file)) }]
      : groups.map((group) => ({
          framework: parseFramework(attributeOf(group, 'targetFramework') ?? ''),
          items: childElements(group, 'dependency').map((element) => dependency(element, file)),
        }));
  });
}

function dependency(element: XmlElement, file: string): Dependency {
  const id = attributeOf(element, 'id')?.trim() ?? '';
  const version = attributeOf(element, 'version') || '(,)';
  const range = parseRange(version);
  if (!isPackageId(id) || range === undefined) {
    throw broken(`it depends on '${id}' ${version}, which is no package and version`, file);
  }
  return { id, range };
}

/** Each assembly names its frameworks, or is for every one. */
function frameworkAssemblyGroups(metadata: XmlElement): Group<string>[] {
  const groups = new Map<string, string[]>();
  const elements = childElements(metadata, 'frameworkAssemblies').flatMap((list) =>
    childElements(list, 'frameworkAssembly'),
  );
  for (const element of elements) {
    const name = attributeOf(element, 'assemblyName')?.trim() ?? '';
    for (const framework of (attributeOf(element, 'targetFramework') ?? '').split(',')) {
      const key = framework.trim().toLowerCase();
      groups.set(key, [...(groups.get(key) ?? []), name]);
    }
  }
  return [...groups].map(([key, items]) => ({ framework: parseFramework(key), items }));
}

/** Whether a text can be the name of a package: it becomes part of addresses and folders. */
export function isPackageId(id: string): boolean {
  return /^[\p{L}\p{N}_]+(?:[.-][\p{L}\p{N}_]+)*$/u.test(id) && id.length <= 100;
}

function broken(what: string, file: string): PackagingError {
  return new PackagingError('broken-package', `The manifest of a NuGet package is wrong: ${what}.`, {
    where: file,
    next: 'Use another version of the package, or remove the folder of this one so that it is restored again.',
  });
}
