import { PackagingError } from '../dmapp/packaging-error.ts';
import { isDevPack } from './build-time-packages.ts';
import type { Framework } from './framework.ts';
import { normalizedVersion } from './nuget-version.ts';
import { type Dependency, nearestItems } from './package-manifest.ts';
import type { RestoredPackage } from './restored-package.ts';
import type { VersionRange } from './version-range.ts';

/** A package with what it needs for one target framework. */
export interface CollectedPackage {
  readonly package: RestoredPackage;
  readonly dependencies: readonly Dependency[];
}

/** Restores the version of a package that a range asks for. */
export type FindPackage = (id: string, range: VersionRange) => Promise<RestoredPackage>;

/** Packages whose dependencies every DataMiner System with them has itself (packaging spec 12.3). */
const withoutDependencies = new Set([
  'Skyline.DataMiner.Core.SRM',
  'Skyline.DataMiner.Core.SRM.Utils.Dijkstra',
  'Skyline.DataMiner.Core.SRM.Utils.IAS',
]);

/**
 * All packages that the given ones need, themselves included, in depth-first order, each version once
 * (packaging spec 12.3). Downloads run side by side; the order and the first error do not depend on which ends first.
 * @param where who asks for the roots, for messages
 * @throws PackagingError for a package that cannot be restored, when all others have ended
 */
export async function collectPackages(
  roots: readonly Dependency[],
  framework: Framework,
  where: string,
  find: FindPackage,
): Promise<CollectedPackage[]> {
  const needs = new Map<string, Needs>();
  const ended: Promise<unknown>[] = [];
  const visit = (dependency: Dependency, from: string): Promise<Visit> => {
    const visiting = visitOf(dependency, from);
    ended.push(visiting.catch(() => undefined));
    return visiting;
  };
  const visitOf = async ({ id, range }: Dependency, from: string): Promise<Visit> => {
    const found = await find(id, range).catch((error: unknown) => {
      throw error instanceof PackagingError ? asked(error, from) : error;
    });
    const key = `${found.id}/${normalizedVersion(found.version)}`.toLowerCase();
    let needed = needs.get(key);
    if (needed === undefined) {
      const dependencies = dependenciesOf(found, framework);
      const through = `${where}, through ${found.id} ${found.version.text}`;
      // Not awaited here: packages may lead back to this one.
      needed = { dependencies, visits: dependencies.map((dependency) => visit(dependency, through)) };
      needs.set(key, needed);
    }
    return { key, found, needed };
  };

  const ordered = new Map<string, CollectedPackage>();
  const order = async (visits: readonly Promise<Visit>[]): Promise<void> => {
    for (const visiting of visits) {
      const { key, found, needed } = await visiting;
      if (!ordered.has(key)) {
        ordered.set(key, { package: found, dependencies: needed.dependencies });
        await order(needed.visits);
      }
    }
  };
  try {
    await order(roots.map((root) => visit(root, where)));
    return [...ordered.values()];
  } finally {
    for (const visiting of ended) {
      await visiting;
    }
  }
}

interface Visit {
  readonly key: string;
  readonly found: RestoredPackage;
  readonly needed: Needs;
}

interface Needs {
  readonly dependencies: readonly Dependency[];
  readonly visits: readonly Promise<Visit>[];
}

function asked({ code, message, where, next, cause }: PackagingError, from: string): PackagingError {
  return new PackagingError(code, message, { where: where ?? from, next, cause });
}

/** Packages for the build bring nothing along; files packages are DataMiner's own. */
function dependenciesOf({ id, manifest }: RestoredPackage, framework: Framework): readonly Dependency[] {
  if (manifest.isDevelopmentDependency || withoutDependencies.has(id)) {
    return [];
  }
  return nearestItems(manifest.dependencyGroups, framework).filter(
    (dependency) => !isDevPack(dependency.id) && !/^Skyline\.DataMiner\.Files\./i.test(dependency.id),
  );
}
