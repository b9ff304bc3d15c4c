import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Bench } from './bench.ts';
import { writeSolution } from './generated-solution.ts';
import { inTurns, withPeakMemory } from './measure.ts';
import { commandLine } from './places.ts';
import type { Findings } from './report.ts';
import { type Samples, samplesOf } from './samples.ts';

const sizes = [1, 10, 100, 1000] as const;

/** Time and peak memory of the command `package`, for solutions of 1 to 1,000 scripts. */
export async function packaging({ folder, quick, signal }: Bench): Promise<Findings> {
  const contenders = Object.fromEntries(
    await Promise.all(
      sizes.map(async (size) => {
        const solutionFolder = join(folder, String(size));
        await mkdir(solutionFolder);
        const solution = await writeSolution(solutionFolder, size);
        return [size, () => packaged(solution, size, signal)] as const;
      }),
    ),
  );
  const runs = await inTurns(quick ? 2 : 5, contenders);
  const of = (size: number) => {
    const measured = runs[size] ?? [];
    return {
      time: samplesOf(measured.map(({ milliseconds }) => milliseconds)),
      memory: samplesOf(measured.map(({ peakBytes }) => peakBytes / 2 ** 20)),
    };
  };
  const [one, hundred, thousand] = [of(1), of(100), of(1000)];
  const above = (samples: Samples) => samples.median - one.time.median;
  return {
    figures: [
      {
        what: 'time of 1,000 scripts / of 100',
        value: thousand.time.median / hundred.time.median,
        unit: '×',
        atMost: 12,
      },
      {
        what: 'the same above the time of one script (linear: 10.09×)',
        value: above(thousand.time) / above(hundred.time),
        unit: '×',
      },
      { what: 'time of each further script', value: above(thousand.time) / (1000 - 1), unit: 'ms' },
    ],
    rows: [
      ...sizes.map((size) => ({ what: `time, ${label(size)}`, samples: of(size).time, unit: 'ms' as const })),
      ...sizes.map((size) => ({ what: `peak memory, ${label(size)}`, samples: of(size).memory, unit: 'MiB' as const })),
    ],
  };
}

async function packaged(solution: string, size: number, signal: AbortSignal) {
  const args = ['package', '--solution', solution, '--version', '1.0.0', '--installer', 'omit', '--json'];
  const run = await withPeakMemory({ args: [commandLine, ...args, '--output', `${solution}.dmapp`], signal });
  const { scripts } = JSON.parse(run.stdout) as { scripts: unknown[] };
  if (scripts.length !== size) throw new Error(`The package holds ${scripts.length} scripts, not ${size}.`);
  return run;
}

function label(size: number): string {
  return size === 1 ? '1 script' : `${size.toLocaleString('en')} scripts`;
}
