import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTransport } from '../../src/client/transport.ts';
import { runDeployJob } from '../../src/deployment/job.ts';
import type { JobLog } from '../../src/deployment/job-log.ts';
import { planFrom } from '../../src/deployment/plan.ts';
import type { DeployReport } from '../../src/deployment/report.ts';
import type { GivenSettings } from '../../src/deployment/settings.ts';
import { redactorFor } from '../../src/keys/redaction.ts';
import { type FakeClock, fakeClock } from './fake-clock.ts';

export type JobRun = { report: DeployReport; lines: string[]; warnings: string[]; clock: FakeClock };

export type JobRunOptions = { workspace?: string; stop?: AbortController; onLine?: (line: string) => void };

/** Runs a job with the real transport against a service on loopback, on a clock that never waits. */
export async function runJobAgainst(url: string, given: GivenSettings, options: JobRunOptions = {}): Promise<JobRun> {
  const planned = planFrom({ 'service-url': url, ...given });
  if ('problems' in planned) throw new Error(JSON.stringify(planned.problems));
  const lines: string[] = [];
  const warnings: string[] = [];
  const clock = fakeClock();
  const { signal } = options.stop ?? new AbortController();
  const redact = redactorFor(planned.plan.credentials.map(({ value }) => value));
  const tell = (line: string) => {
    lines.push(line);
    options.onLine?.(line);
  };
  const log: JobLog = {
    step: async (title, run) => {
      tell(title);
      return await run();
    },
    info: tell,
    warning: (line) => warnings.push(line),
    debug: tell,
    progress: () => {},
  };
  const temporaryFolder = await mkdtemp(join(tmpdir(), 'job-'));
  try {
    const report = await runDeployJob(planned.plan, {
      transport: createTransport({
        serviceUrl: planned.plan.serviceUrl,
        version: '0',
        redact,
        debug: log.debug,
        signal,
        clock,
      }),
      clock,
      log,
      signal,
      places: {
        workingFolder: options.workspace ?? temporaryFolder,
        workspace: options.workspace,
        temporaryFolder,
        packageOutput: undefined,
        nuget: { sources: [], offline: true, env: {}, home: join(temporaryFolder, 'none') },
        packageTime: new Date('1980-01-01T00:00:00Z'),
      },
    });
    return { report, lines, warnings, clock };
  } finally {
    await rm(temporaryFolder, { recursive: true, force: true });
  }
}
