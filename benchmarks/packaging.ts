import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Bench } from './bench.ts';
import { writeSolution } from './generated-solution.ts';
import { inTurns, withPeakMemory } from './measure.ts';
import { commandLine } from './places.ts';
import type { Findings } from './report.ts';
import { type Samples, samplesOf } from './samples.ts';
import { shareFigures, stepTimes } from './step-shares.ts';

const sizes = [1, 10, 100, 1000, 2000] as const;

/** The size at which the steps are timed. */
const steppedSize = 1000;

/** How much dearer a script may be in any larger solution, from 10 scripts on. */
const growthLimit = 1.3;

/** Time and peak memory of the command `package`, for solutions of 1 to 2,000 scripts. */
export async function packaging({ folder, quick, signal }: Bench): Promise<Findings> {
  const solutions = new Map<number, string>();
  for (const size of sizes) {
    const solutionFolder = join(folder, String(size));
    await mkdir(solutionFolder);
    solutions.set(size, await writeSolution(solutionFolder, size));
  }
  const rounds = quick ? 2 : 5;
  const runs = await inTurns(
    rounds,
    Object.fromEntries([...solutions].map(([size, solution]) => [size, () => packaged(solution, size, signal)])),
  );
  const stepped = solutions.get(steppedSize) as string;
  const { steps } = await inTurns(rounds, { steps: () => stepTimes([stepped, `${stepped}.dmapp`], {}, signal) });
  const of = (size: number) => {
    const measured = runs[size] ?? [];
    return {
      time: samplesOf(measured.map(({ milliseconds }) => milliseconds)),
      memory: samplesOf(measured.map(({ peakBytes }) => peakBytes / 2 ** 20)),
    };
  };
  const [one, hundred, thousand, most] = [of(1), of(100), of(1000), of(2000)];
  const above = (samples: Samples) => samples.median - one.time.median;
  const costs = sizes.filter((size) => size > 1).map((size) => ({ size, cost: above(of(size).time) / (size - 1) }));
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
      {
        what: 'cost per script: largest growth towards a larger solution',
        value: largestGrowth(costs.map(({ cost }) => cost)),
        unit: '×',
        atMost: growthLimit,
      },
      ...costs.map(({ size, cost }) => ({ what: `cost per script, ${label(size)}`, value: cost, unit: 'ms' as const })),
      { what: 'throughput, 2,000 scripts', value: 2000 / (most.time.median / 1000), unit: 'scripts/s' },
      {
        what: 'memory of another 1,000 scripts',
        value: most.memory.median - thousand.memory.median,
        unit: 'MiB',
      },
      ...shareFigures(label(steppedSize), steps),
    ],
    rows: [
      ...sizes.map((size) => ({ what: `time, ${label(size)}`, samples: of(size).time, unit: 'ms' as const })),
      ...sizes.map((size) => ({ what: `peak memory, ${label(size)}`, samples: of(size).memory, unit: 'MiB' as const })),
    ],
  };
}

/** The most that a value is above one before it, as a ratio; below 1 when they only fall. */
function largestGrowth(values: readonly number[]): number {
  return Math.max(...values.flatMap((value, index) => values.slice(0, index).map((before) => value / before)));
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
