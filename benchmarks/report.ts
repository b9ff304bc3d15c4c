import type { Samples } from './samples.ts';

/** Something that was measured; `unit` is that of the samples. */
export interface Row {
  readonly what: string;
  readonly samples: Samples;
  readonly unit: 'ms' | 'MiB' | 'requests/s';
}

/** A figure that may have a bound; times (×) are ratios of medians. Without a bound it is only told. */
export interface Figure {
  readonly what: string;
  readonly value: number;
  readonly unit: '×' | '%' | 'MiB' | 'kB' | 'ms' | 'scripts/s' | 'requests/s';
  readonly atMost?: number;
  readonly atLeast?: number;
}

/** What one benchmark found out. */
export interface Findings {
  readonly rows: readonly Row[];
  readonly figures: readonly Figure[];
}

/** Findings as a text for people: figures first, then what they were made of. */
export function textOf(title: string, { rows, figures }: Findings): string {
  return [
    title,
    '',
    ...aligned([
      ['figure', 'value', 'target', ''],
      ...figures.map((figure) => [
        figure.what,
        quantity(figure.value, figure.unit),
        targetOf(figure),
        targetOf(figure) === '-' ? '' : isMissed(figure) ? 'MISS' : 'pass',
      ]),
    ]),
    '',
    ...aligned([
      ['measured', 'median', 'min', 'max', 'runs'],
      ...rows.map(({ what, samples, unit }) => [
        what,
        ...[samples.median, samples.min, samples.max].map((value) => quantity(value, unit)),
        String(samples.count),
      ]),
    ]),
    '',
  ].join('\n');
}

/** The figures that are beyond their bounds. */
export function missed({ figures }: Findings): Figure[] {
  return figures.filter(isMissed);
}

function isMissed({ value, atMost = Number.POSITIVE_INFINITY, atLeast = Number.NEGATIVE_INFINITY }: Figure): boolean {
  return value > atMost || value < atLeast;
}

function targetOf({ atMost, atLeast, unit }: Figure): string {
  if (atMost !== undefined) return `≤ ${quantity(atMost, unit)}`;
  return atLeast === undefined ? '-' : `≥ ${quantity(atLeast, unit)}`;
}

function quantity(value: number, unit: Figure['unit']): string {
  if (unit === '×') return `${value.toFixed(2)}×`;
  return `${value.toFixed(value < 10_000 ? 1 : 0)} ${unit}`;
}

/** Columns of equal width: the first to the left, the others to the right. */
function aligned(lines: readonly (readonly string[])[]): string[] {
  const widths = (lines[0] ?? []).map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  return lines.map((line) =>
    line
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('  ')
      .trimEnd(),
  );
}
