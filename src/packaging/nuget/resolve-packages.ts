import { PackagingError } from '../dmapp/packaging-error.ts';
import type { CollectedPackage } from './collect-packages.ts';
import { compareIgnoringCase, compareVersions } from './nuget-version.ts';
import { isWithinRange, type VersionRange } from './version-range.ts';

/** Which version of each package is used. */
export interface ResolvedPackages {
  /** One version of each package, each behind the packages that it needs. */
  readonly chosen: readonly CollectedPackage[];
  /** Collected, but another version, or nothing at all, of the package is used. */
  readonly remaining: readonly CollectedPackage[];
}

type Choice = Map<string, CollectedPackage>;

/** A search that takes longer than this many steps has no answer that people would find either. */
const maxSteps = 100_000;

/**
 * Chooses one version of each package such that every range is met: of direct references the highest collected, of
 * others the lowest (packaging spec 12.4).
 * @param roots ids of the direct references
 * @throws PackagingError `package-conflict` when no choice meets all ranges, or packages need each other in a circle
 */
export function resolvePackages(roots: readonly string[], collected: readonly CollectedPackage[]): ResolvedPackages {
  const rootKeys = new Set(roots.map((id) => id.toLowerCase()));
  const candidates = new Map<string, CollectedPackage[]>();
  for (const one of collected) {
    const key = keyOf(one);
    candidates.set(key, [...(candidates.get(key) ?? []), one]);
  }
  for (const [key, versions] of candidates) {
    versions.sort((a, b) => compareVersions(a.package.version, b.package.version) * (rootKeys.has(key) ? -1 : 1));
  }
  startAtHighestMinimum(rootKeys, candidates);
  const choice = search(rootKeys, candidates);
  const chosen = inDependencyOrder([...choice.values()]);
  return { chosen, remaining: collected.filter((one) => choice.get(keyOf(one)) !== one) };
}

/**
 * Moves the versions that minimums rule out behind the others, so that the search finds the usual answer, the highest of
 * all minimums, at once.
 */
function startAtHighestMinimum(roots: ReadonlySet<string>, candidates: ReadonlyMap<string, CollectedPackage[]>): void {
  for (let isChanged = true; isChanged; ) {
    isChanged = false;
    for (const { dependencies } of reachable(roots, candidates)) {
      for (const { id, range } of dependencies) {
        const versions = candidates.get(id.toLowerCase()) ?? [];
        const isEnough = (one: CollectedPackage): boolean =>
          range.minimum === undefined || compareVersions(one.package.version, range.minimum) >= 0;
        const first = versions.findIndex(isEnough);
        if (first > 0) {
          versions.push(...versions.splice(0, first));
          isChanged = !roots.has(id.toLowerCase());
        }
      }
    }
  }
}

function reachable(
  roots: ReadonlySet<string>,
  candidates: ReadonlyMap<string, CollectedPackage[]>,
): CollectedPackage[] {
  const keys = new Set(roots);
  const found: CollectedPackage[] = [];
  for (const key of keys) {
    const first = candidates.get(key)?.[0];
    if (first !== undefined) {
      found.push(first);
      for (const { id } of first.dependencies) {
        keys.add(id.toLowerCase());
      }
    }
  }
  return found;
}

/** Tries the candidates in order, going back where ranges cannot be met. */
function search(roots: ReadonlySet<string>, candidates: ReadonlyMap<string, CollectedPackage[]>): Choice {
  let steps = 0;
  let conflict: string | undefined;
  const tried = (choice: Choice): Choice | undefined => {
    const key = nextNeeded(roots, choice);
    if (key === undefined) {
      return choice;
    }
    for (const candidate of candidates.get(key) ?? []) {
      steps += 1;
      const problem = conflictOf(candidate, choice);
      conflict ??= problem;
      const found = problem === undefined ? tried(new Map(choice).set(key, candidate)) : undefined;
      if (found !== undefined || steps > maxSteps) {
        return found;
      }
    }
    return undefined;
  };
  const found = tried(new Map());
  if (found === undefined) {
    throw new PackagingError(
      'package-conflict',
      `NuGet packages cannot be used together: ${conflict ?? 'there is no version of each that fits the others'}.`,
      { next: 'Reference versions of these packages that fit each other.' },
    );
  }
  return found;
}

/** The next package that a chosen one needs and that is not chosen yet. */
function nextNeeded(roots: ReadonlySet<string>, choice: Choice): string | undefined {
  const needed = [...roots, ...[...choice.values()].flatMap(({ dependencies }) => dependencies.map(({ id }) => id))];
  return needed.map((id) => id.toLowerCase()).find((key) => !choice.has(key));
}

/** Why a candidate does not go with what is chosen; undefined when it does. */
function conflictOf(candidate: CollectedPackage, choice: Choice): string | undefined {
  for (const other of choice.values()) {
    const refused = refusal(other, candidate) ?? refusal(candidate, other);
    if (refused !== undefined) {
      return refused;
    }
  }
  return undefined;
}

function refusal(asker: CollectedPackage, asked: CollectedPackage): string | undefined {
  const range = rangeOn(asker, asked);
  return range === undefined || isWithinRange(range, asked.package.version)
    ? undefined
    : `${nameOf(asker)} needs ${asked.package.id} ${range.text}, but something else needs ${nameOf(asked)}`;
}

function rangeOn(asker: CollectedPackage, asked: CollectedPackage): VersionRange | undefined {
  return asker.dependencies.find(({ id }) => id.toLowerCase() === keyOf(asked))?.range;
}

/** Again and again the smallest id of those whose dependencies are all placed (packaging spec 12.4). */
function inDependencyOrder(packages: readonly CollectedPackage[]): CollectedPackage[] {
  const placed: CollectedPackage[] = [];
  const left = new Map(
    packages.toSorted((a, b) => compareIgnoringCase(a.package.id, b.package.id)).map((one) => [keyOf(one), one]),
  );
  while (left.size > 0) {
    const next = [...left.values()].find(({ dependencies }) =>
      dependencies.every(({ id }) => !left.has(id.toLowerCase())),
    );
    if (next === undefined) {
      throw new PackagingError(
        'package-conflict',
        `NuGet packages need each other in a circle: ${[...left.values()].map(nameOf).join(', ')}.`,
        { next: 'Reference versions of these packages that do not depend on each other.' },
      );
    }
    placed.push(next);
    left.delete(keyOf(next));
  }
  return placed;
}

function keyOf(one: CollectedPackage): string {
  return one.package.id.toLowerCase();
}

function nameOf(one: CollectedPackage): string {
  return `${one.package.id} ${one.package.version.text}`;
}
