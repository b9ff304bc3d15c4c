import { PackagingError } from '../dmapp/packaging-error.ts';
import type { PackageReference, Project } from '../project/project.ts';
import { isBuildTimePackage } from './build-time-packages.ts';
import { collectPackages } from './collect-packages.ts';
import { type Framework, parseFramework } from './framework.ts';
import { type LockedPackage, readLockFile } from './lock-file.ts';
import { compareVersions, parseVersion } from './nuget-version.ts';
import { type Dependency, isPackageId } from './package-manifest.ts';
import type { PackageRestorer } from './package-restorer.ts';
import { type ResolvedPackages, resolvePackages } from './resolve-packages.ts';
import type { RestoredPackage } from './restored-package.ts';
import { isWithinRange, namedVersion, parseRange } from './version-range.ts';

/** The packages of a project, restored. */
export interface ProjectPackages extends ResolvedPackages {
  readonly framework: Framework;
  readonly warnings: readonly string[];
}

/**
 * Restores the packages of a project and all that they need (packaging spec 12.2 to 12.4).
 * @param shown how messages name the project file
 * @throws PackagingError for a reference that cannot be understood, restored or met
 */
export async function restoreProject(
  project: Project,
  restorer: Pick<PackageRestorer, 'find'>,
  shown: string,
): Promise<ProjectPackages> {
  const framework = parseFramework(project.targetFramework);
  const locked = await lockedPackages(project, shown, framework);
  const roots = project.packageReferences
    .filter(({ id }) => !isBuildTimePackage(id))
    .map((reference) => rootOf(reference, locked, project, shown));
  const resolved = await restorePackages(roots, framework, shown, restorer);
  for (const one of [...resolved.chosen, ...resolved.remaining]) {
    checkLock(one.package, locked, shown);
  }
  return { ...resolved, framework, warnings: otherVersions(roots, resolved, project) };
}

/**
 * Restores packages and all that they need, and chooses one version of each.
 * @param where who asks for them, for messages
 * @throws PackagingError for a package that cannot be restored, or versions that do not go together
 */
export async function restorePackages(
  roots: readonly Dependency[],
  framework: Framework,
  where: string,
  restorer: Pick<PackageRestorer, 'find'>,
): Promise<ResolvedPackages> {
  const collected = await collectPackages(roots, framework, where, (id, range) => restorer.find(id, range));
  return resolvePackages(
    roots.map(({ id }) => id),
    collected,
  );
}

async function lockedPackages(
  project: Project,
  shown: string,
  framework: Framework,
): Promise<ReadonlyMap<string, LockedPackage>> {
  const shownFile = shown.replace(/[^/]*$/, 'packages.lock.json');
  return project.lockFile === undefined ? new Map() : readLockFile(project.lockFile, shownFile, framework);
}

/** A range or floating version is what the lock file fixed, if it did and the range still allows it. */
function rootOf(
  { id, version }: PackageReference,
  locked: ReadonlyMap<string, LockedPackage>,
  project: Project,
  shown: string,
): Dependency {
  const range = parseRange(version);
  if (!isPackageId(id)) {
    throw new PackagingError(
      'package-not-restored',
      `Project ${project.name} references '${id}', which cannot be the id of a NuGet package.`,
      { where: shown, next: 'Correct the Include of the PackageReference.' },
    );
  }
  if (range === undefined) {
    throw new PackagingError(
      'package-not-restored',
      version === ''
        ? `Project ${project.name} references the NuGet package ${id} without a version.`
        : `Project ${project.name} references the NuGet package ${id} in version '${version}', which is no version or range.`,
      {
        where: shown,
        next: 'Give the reference a version such as 1.2.3, in the project or in Directory.Packages.props.',
      },
    );
  }
  const fixed = parseVersion(locked.get(id.toLowerCase())?.version ?? '');
  const isOfUse = fixed !== undefined && namedVersion(range) === undefined && isWithinRange(range, fixed);
  return { id, range: (isOfUse ? parseRange(`[${fixed.text}]`) : undefined) ?? range };
}

/** @throws PackagingError `package-corrupt` when a package is not the one that the lock file was made with */
function checkLock(one: RestoredPackage, locked: ReadonlyMap<string, LockedPackage>, shown: string): void {
  const fixed = locked.get(one.id.toLowerCase());
  const version = fixed && parseVersion(fixed.version);
  const isFixed = version !== undefined && compareVersions(version, one.version) === 0;
  if (isFixed && fixed?.contentHash !== undefined && fixed.contentHash !== one.contentHash) {
    throw new PackagingError(
      'package-corrupt',
      `The NuGet package ${one.id} ${one.version.text} from ${one.source} is not the one that packages.lock.json was made with: their content hashes differ.`,
      {
        where: shown,
        next: `Find out which of the two is right; then remove ${one.folder}, or restore the solution anew to write the lock file again.`,
      },
    );
  }
}

/** Other packages may need another version than the project asks for (packaging spec 12.4). */
function otherVersions(roots: readonly Dependency[], { chosen }: ResolvedPackages, project: Project): string[] {
  return roots.flatMap(({ id, range }) => {
    const used = chosen.find((one) => one.package.id.toLowerCase() === id.toLowerCase())?.package.version;
    const asked = namedVersion(range);
    return used !== undefined && asked !== undefined && compareVersions(used, asked) !== 0
      ? [`Project ${project.name} references ${id} ${asked.text}, but ${used.text} is used: another package needs it.`]
      : [];
  });
}
