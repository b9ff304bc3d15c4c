import { tmpdir } from 'node:os';
import { planFrom } from '../deployment/plan.ts';
import type { DeployReport } from '../deployment/report.ts';
import type { Edge } from '../deployment/run-plan.ts';
import type { GivenSettings, SettingName } from '../deployment/settings.ts';
import { redactorFor } from '../keys/redaction.ts';
import { inputError, nameOnCommandLine, secretsFrom } from './given.ts';
import { terminalLog } from './terminal-log.ts';

export type RunOptions = {
  /** File to write the package to, instead of a temporary one. */
  packageOutput?: string;
  /** More NuGet sources than NuGet.config has, or none at all. */
  nuget?: Edge['nuget'];
  /** Name of a setting in messages. */
  nameOf?: (setting: SettingName) => string;
};

/**
 * Plans and runs a job from the flags and the environment, told on stderr.
 * @throws CliError when a setting is wrong
 */
export async function runJob(
  flags: GivenSettings,
  env: NodeJS.ProcessEnv,
  { packageOutput, nuget, nameOf = nameOnCommandLine }: RunOptions = {},
): Promise<DeployReport> {
  const secrets = secretsFrom(env);
  const redact = redactorFor(Object.values(secrets).map((secret) => secret.trim()));
  const planned = planFrom({ ...flags, ...secrets });
  if ('problems' in planned) throw inputError(planned.problems, nameOf, redact);
  const log = terminalLog({ terminal: process.stderr, redact, verbose: flags.debug === 'true', now: Date.now });
  for (const { setting, message } of planned.remarks) log.warning(`${nameOf(setting)} ${message}`);

  const { runPlan } = await import('../deployment/run-plan.ts');
  const report = await runPlan(planned.plan, {
    env,
    log,
    redact,
    folders: { workingFolder: process.cwd(), workspace: undefined, temporaryFolder: tmpdir(), packageOutput },
    nuget,
  });
  if (report.failure) {
    log.info('');
    process.stderr.write(`${redact(`${report.failure.message}\n${report.failure.next}`)}\n`);
  }
  return report;
}
