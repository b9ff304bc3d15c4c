import { timed } from './measure.ts';
import type { StepTimes } from './packaging-steps.ts';
import { packagingSteps } from './places.ts';
import type { Figure } from './report.ts';
import { samplesOf } from './samples.ts';

const steps = ['start', 'read', 'assemble', 'restore', 'write'] as const;

/** Packages once, in a process of its own, and tells how long each step took. */
export async function stepTimes(
  args: readonly string[],
  env: Readonly<Record<string, string>>,
  signal: AbortSignal,
): Promise<StepTimes> {
  const { stdout } = await timed({ args: [packagingSteps, ...args], env, signal });
  return JSON.parse(stdout) as StepTimes;
}

/** The share of each step in the whole, from the medians of several runs. */
export function shareFigures(what: string, runs: readonly StepTimes[]): Figure[] {
  const medians = steps.map((step) => samplesOf(runs.map((run) => run[step])).median);
  const whole = medians.reduce((sum, median) => sum + median, 0);
  return steps.map((step, index) => ({
    what: `${what}: share of ${step}`,
    value: (100 * (medians[index] as number)) / whole,
    unit: '%',
  }));
}
