import { compareVersions, type NuGetVersion, parseVersion } from './nuget-version.ts';

/** Which versions are asked for: `1.0` (at least), `[1.0]`, `[1.0,2.0)`, or floating as in `1.*` and `*-*`. */
export interface VersionRange {
  /** As it was written. */
  readonly text: string;
  readonly minimum: NuGetVersion | undefined;
  readonly isMinimumIncluded: boolean;
  readonly maximum: NuGetVersion | undefined;
  readonly isMaximumIncluded: boolean;
  /** Set when the newest of the versions that begin like this is asked for. */
  readonly floating: Floating | undefined;
}

interface Floating {
  /** The numbers before the star. */
  readonly numbers: readonly number[];
  /** What pre-release labels begin with; undefined when only releases count. */
  readonly label: string | undefined;
}

/** @returns undefined for a text that is no range */
export function parseRange(written: string): VersionRange | undefined {
  const text = written.trim();
  if (/^[[(]/.test(text)) {
    return intervalIn(text);
  }
  const minimum = parseVersion(text);
  if (minimum !== undefined) {
    return { ...unbounded, text, minimum, isMinimumIncluded: true };
  }
  const floating = floatingIn(text);
  return floating && { ...unbounded, text, ...floating };
}

const unbounded = {
  minimum: undefined,
  isMinimumIncluded: false,
  maximum: undefined,
  isMaximumIncluded: false,
  floating: undefined,
} as const;

function intervalIn(text: string): VersionRange | undefined {
  const [, opening, lower = '', comma, upper = '', closing] =
    /^([[(])\s*([^,\s]*)\s*(,?)\s*([^,\s]*)\s*([\])])$/.exec(text) ?? [];
  if (opening === undefined) {
    return undefined;
  }
  const isMinimumIncluded = opening === '[';
  const isMaximumIncluded = closing === ']';
  if (comma === '') {
    const only = parseVersion(lower);
    const isExact = isMinimumIncluded && isMaximumIncluded && only !== undefined;
    return isExact
      ? { text, minimum: only, isMinimumIncluded, maximum: only, isMaximumIncluded, floating: undefined }
      : undefined;
  }
  const start = lower.includes('*') ? floatingIn(lower) : { minimum: parseVersion(lower), floating: undefined };
  const maximum = parseVersion(upper);
  const isMalformed =
    start === undefined ||
    (lower !== '' && start.minimum === undefined) ||
    (upper !== '' && maximum === undefined) ||
    (start.minimum !== undefined && maximum !== undefined && compareVersions(start.minimum, maximum) > 0);
  return isMalformed ? undefined : { text, ...start, isMinimumIncluded, maximum, isMaximumIncluded };
}

/** `*`, `1.*`, `1.2.*`, `1.0.0-*`, `1.0.0-beta.*`, `*-*`, `1.*-*` and `1.*-beta.*`. */
function floatingIn(text: string): { minimum: NuGetVersion; isMinimumIncluded: true; floating: Floating } | undefined {
  const [, numbersText = '', star, labelText] =
    /^((?:\d+\.){0,3}(?:\d+(?=-))?)(\*?)(?:-([0-9A-Za-z.-]*)\*)?$/.exec(text) ?? [];
  if (!text.includes('*') || (star === '' && labelText === undefined)) {
    return undefined;
  }
  const numbers = numbersText.split('.').filter(Boolean).map(Number);
  const isWhole = star === '';
  const labels = (labelText ?? '').split('.').filter(Boolean);
  const lowest = [0, 1, 2, 3].map((index) => numbers[index] ?? 0).join('.');
  const minimum = parseVersion(
    labelText === undefined ? lowest : `${lowest}-${labels.join('.').replace(/-$/, '') || 0}`,
  );
  if (minimum === undefined) {
    return undefined;
  }
  const full = isWhole ? [0, 1, 2, 3].map((index) => numbers[index] ?? 0) : numbers;
  return { minimum, isMinimumIncluded: true, floating: { numbers: full, label: labelText } };
}

/** Whether a version lies within the bounds; of a floating range too. */
export function isWithinRange(range: VersionRange, version: NuGetVersion): boolean {
  const { minimum, isMinimumIncluded, maximum, isMaximumIncluded } = range;
  const aboveMinimum = minimum === undefined ? 1 : compareVersions(version, minimum);
  const belowMaximum = maximum === undefined ? 1 : compareVersions(maximum, version);
  return (
    (aboveMinimum > 0 || (aboveMinimum === 0 && isMinimumIncluded)) &&
    (belowMaximum > 0 || (belowMaximum === 0 && isMaximumIncluded))
  );
}

/** The version that is asked for when nothing more is known: one that is named and included (packaging spec 12.2). */
export function namedVersion({ floating, minimum, isMinimumIncluded }: VersionRange): NuGetVersion | undefined {
  return floating === undefined && isMinimumIncluded ? minimum : undefined;
}

/** The lowest version within the range, of a floating one the highest that begins as asked; releases before others. */
export function bestVersion(range: VersionRange, versions: readonly NuGetVersion[]): NuGetVersion | undefined {
  const sorted = versions.filter((version) => isWithinRange(range, version)).sort(compareVersions);
  const { floating } = range;
  if (floating !== undefined) {
    return sorted.findLast((version) => matches(floating, version));
  }
  const asksForPreRelease = [range.minimum, range.maximum].some((bound) => bound && bound.labels.length > 0);
  return asksForPreRelease ? sorted[0] : (sorted.find(({ labels }) => labels.length === 0) ?? sorted[0]);
}

function matches({ numbers, label }: Floating, version: NuGetVersion): boolean {
  const isRelease = version.labels.length === 0;
  const labels = version.labels.join('.').toLowerCase();
  return (
    numbers.every((number, index) => version.numbers[index] === number) &&
    (isRelease || (label !== undefined && labels.startsWith(label.toLowerCase())))
  );
}
