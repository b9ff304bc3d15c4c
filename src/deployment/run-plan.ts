import { systemClock } from '../client/clock.ts';
import { createTransport } from '../client/transport.ts';
import { version } from '../contract/version.ts';
import { callerFrom } from './caller.ts';
import { runDeployJob } from './job.ts';
import type { JobLog } from './job-log.ts';
import { environmentForNuGet, homeFolder, type Places, packageTimeFrom } from './places.ts';
import type { DeployPlan } from './plan.ts';
import { signalOfProcess } from './process-signal.ts';
import type { DeployReport } from './report.ts';
import type { UploadOrigin } from './upload-origin.ts';

/** What an edge brings to a job: its log, its folders, and how it hides secrets. */
export type Edge = {
  env: NodeJS.ProcessEnv;
  log: JobLog;
  redact: (text: string) => string;
  folders: Pick<Places, 'workingFolder' | 'workspace' | 'temporaryFolder' | 'packageOutput'>;
  /** More sources than NuGet.config has, or none at all. */
  nuget?: Pick<Places['nuget'], 'sources' | 'offline'> | undefined;
  origin?: () => Promise<UploadOrigin>;
};

/** Runs a plan in this process: real clock, real network, stopped by SIGINT and SIGTERM. */
export async function runPlan(plan: DeployPlan, edge: Edge): Promise<DeployReport> {
  const { env, log, redact } = edge;
  const stop = signalOfProcess(process);
  const transport = createTransport({
    serviceUrl: plan.serviceUrl,
    version,
    caller: callerFrom(env),
    redact,
    debug: log.debug,
    signal: stop.signal,
  });
  try {
    return await runDeployJob(plan, {
      transport,
      log,
      clock: systemClock,
      signal: stop.signal,
      ...(edge.origin && { origin: edge.origin }),
      places: {
        ...edge.folders,
        nuget: { sources: [], offline: false, ...edge.nuget, env: environmentForNuGet(env), home: homeFolder() },
        packageTime: packageTimeFrom(env),
      },
    });
  } finally {
    stop.dispose();
  }
}
