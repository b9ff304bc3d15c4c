/** A package version as NuGet reads it: up to four numbers, and labels behind a dash; what follows a plus does not count. */
export interface NuGetVersion {
  /** As it was written. */
  readonly text: string;
  /** Always four. */
  readonly numbers: readonly number[];
  /** Pre-release labels; none for a release. */
  readonly labels: readonly string[];
}

const pattern = /^(\d+(?:\.\d+){0,3})(?:-([0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*))?(?:\+[0-9A-Za-z.-]+)?$/;
const maxNumber = 0x7fff_ffff;

/** @returns undefined for a text that is no version */
export function parseVersion(written: string): NuGetVersion | undefined {
  const text = written.trim();
  const [, main, labels] = pattern.exec(text) ?? [];
  const numbers = main?.split('.').map(Number) ?? [];
  if (main === undefined || numbers.some((number) => number > maxNumber)) {
    return undefined;
  }
  return { text, numbers: [0, 1, 2, 3].map((index) => numbers[index] ?? 0), labels: labels?.split('.') ?? [] };
}

/** The form that folders and addresses use: at least three numbers, the fourth unless it is zero, no leading zeros. */
export function normalizedVersion({ numbers, labels }: NuGetVersion): string {
  const shown = numbers[3] === 0 ? numbers.slice(0, 3) : numbers;
  return shown.join('.') + (labels.length === 0 ? '' : `-${labels.join('.')}`);
}

/** Order of versions: by number, a pre-release before its release, labels one by one; numeric labels before others. */
export function compareVersions(a: NuGetVersion, b: NuGetVersion): number {
  for (const [index, number] of a.numbers.entries()) {
    const difference = number - (b.numbers[index] as number);
    if (difference !== 0) {
      return difference;
    }
  }
  if (a.labels.length === 0 || b.labels.length === 0) {
    return b.labels.length - a.labels.length;
  }
  for (const [index, label] of a.labels.entries()) {
    const other = b.labels[index];
    const difference = other === undefined ? 1 : compareLabels(label, other);
    if (difference !== 0) {
      return difference;
    }
  }
  return a.labels.length - b.labels.length;
}

function compareLabels(a: string, b: string): number {
  const [isNumberA, isNumberB] = [/^\d+$/.test(a), /^\d+$/.test(b)];
  if (isNumberA && isNumberB) {
    return Number(a) - Number(b);
  }
  return isNumberA === isNumberB ? compareIgnoringCase(a, b) : isNumberA ? -1 : 1;
}

/** Ordinal order of the upper-case forms, as .NET compares names without regard to case. */
export function compareIgnoringCase(a: string, b: string): number {
  const [upperA, upperB] = [a.toUpperCase(), b.toUpperCase()];
  return upperA < upperB ? -1 : upperA > upperB ? 1 : 0;
}
