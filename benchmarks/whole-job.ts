import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startTestService } from '../__tests__/support/processes.ts';
import { pollDelays } from '../src/deployment/poll-schedule.ts';
import type { Bench } from './bench.ts';
import { inTurns, timed } from './measure.ts';
import { actionBundle, repositoryFolder } from './places.ts';
import type { Findings } from './report.ts';
import { stepEnvironment } from './runner-environment.ts';
import { samplesOf } from './samples.ts';

/** How long the action watches a deployment when nobody says otherwise, in milliseconds. */
const defaultTimeout = 900_000;

/** The whole job from start to exit, against a running key service and an empty process; sleeps between polls are taken off. */
export async function wholeJob({ folder, quick, signal }: Bench): Promise<Findings> {
  const empty = join(folder, 'empty.mjs');
  await writeFile(empty, '');
  const service = await startTestService(folder);
  try {
    let build = 0;
    const deploy = async () => {
      const inputs = {
        'primary-key': service.keys.primary,
        'secondary-key': service.keys.secondary,
        'service-url': service.url,
        'solution-path': 'examples/hello-dataminer',
        version: `1.0.${build++}`,
        installer: 'omit',
      };
      const { env, summary } = await stepEnvironment(inputs, folder, repositoryFolder);
      const { milliseconds } = await timed({ args: [actionBundle], env, signal });
      return { milliseconds, slept: sleptIn(await readFile(summary, 'utf8')) };
    };
    const start = async () => ({ ...(await timed({ args: [empty], signal })), slept: 0 });

    const runs = await inTurns(quick ? 3 : 15, { empty: start, job: deploy });
    const samples = {
      empty: samplesOf(runs.empty.map(({ milliseconds }) => milliseconds)),
      job: samplesOf(runs.job.map(({ milliseconds }) => milliseconds)),
      slept: samplesOf(runs.job.map(({ slept }) => slept)),
      awake: samplesOf(runs.job.map(({ milliseconds, slept }) => milliseconds - slept)),
    };
    return {
      figures: [
        {
          what: 'job without its poll sleeps / empty process',
          value: samples.awake.median / samples.empty.median,
          unit: '×',
          atMost: 12,
        },
      ],
      rows: [
        { what: 'empty process', samples: samples.empty, unit: 'ms' },
        { what: 'job, start to exit', samples: samples.job, unit: 'ms' },
        { what: 'of it asleep between polls', samples: samples.slept, unit: 'ms' },
        { what: 'job without its poll sleeps', samples: samples.awake, unit: 'ms' },
      ],
    };
  } finally {
    await service.stop();
  }
}

/**
 * Milliseconds that a job slept between polls: the summary tells how long it watched, to a tenth of a second, and only
 * whole sleeps of the schedule fit into that. What a timer fires late counts as work.
 */
function sleptIn(summary: string): number {
  const seconds = /watch the deployment (\d+\.\d) s/.exec(summary)?.[1];
  if (seconds === undefined)
    throw new Error(`The job summary does not tell how long the deployment was watched:\n${summary}`);
  const watched = Number(seconds) * 1000 + 50;
  let slept = 0;
  for (const delay of pollDelays(defaultTimeout)) {
    if (slept + delay > watched) break;
    slept += delay;
  }
  return slept;
}
