import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { bundle } from '../scripts/bundle.ts';
import type { Bench } from './bench.ts';
import { inTurns, timed } from './measure.ts';
import { actionBundle, repositoryFolder } from './places.ts';
import type { Findings } from './report.ts';
import { stepEnvironment } from './runner-environment.ts';
import { samplesOf } from './samples.ts';

/** Start of the action to its first validation error, against an empty process and a bundle of `@actions/core` alone. */
export async function coldStart({ folder, quick, signal }: Bench): Promise<Findings> {
  const empty = join(folder, 'empty.mjs');
  await writeFile(empty, '');
  const coreOnly = await bundleOfCoreOnly(folder);
  const { env } = await stepEnvironment({}, folder, folder);
  const start = (program: string, exitCode: number) => async () =>
    (await timed({ args: [program], env, exitCode, signal })).milliseconds;

  const times = await inTurns(quick ? 5 : 31, {
    empty: start(empty, 0),
    coreOnly: start(coreOnly, 3),
    action: start(actionBundle, 3),
  });
  const samples = { empty: samplesOf(times.empty), core: samplesOf(times.coreOnly), action: samplesOf(times.action) };
  return {
    figures: [
      {
        what: 'action / bundle of @actions/core',
        value: samples.action.median / samples.core.median,
        unit: '×',
        atMost: 1.1,
      },
      { what: 'action / empty process', value: samples.action.median / samples.empty.median, unit: '×' },
    ],
    rows: [
      { what: 'empty process', samples: samples.empty, unit: 'ms' },
      { what: 'bundle of @actions/core', samples: samples.core, unit: 'ms' },
      { what: 'action to its first error', samples: samples.action, unit: 'ms' },
    ],
  };
}

/** Bundled as the action is, so that only the content differs. */
async function bundleOfCoreOnly(folder: string): Promise<string> {
  const out = join(folder, 'core-only');
  await bundle(join(repositoryFolder, 'benchmarks/core-only-action.ts'), out);
  return join(out, 'index.js');
}
