import type { Samples } from './samples.ts';

/** Something that was measured; `unit` is that of the samples. */
export interface Row {
  readonly what: string;
  readonly samples: Samples;
  readonly unit: 'ms' | 'MiB';
}

/** A figure that has an upper bound; times (×) are ratios of medians. Without a bound it is only told. */
export interface Figure {
  readonly what: string;
  readonly value: number;
  readonly unit: '×' | '%' | 'MiB' | 'ms' | 'scripts/s';
  readonly atMost?: number;
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
      ...figures.map(({ what, value, unit, atMost }) => [
        what,
        quantity(value, unit),
        atMost === undefined ? '-' : `≤ ${quantity(atMost, unit)}`,
        atMost === undefined ? '' : value <= atMost ? 'pass' : 'MISS',
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

/** The figures that are above their target. */
export function missed({ figures }: Findings): Figure[] {
  return figures.filter(({ value, atMost }) => atMost !== undefined && value > atMost);
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
