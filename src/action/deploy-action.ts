import { tmpdir } from 'node:os';
import * as core from '@actions/core';
import { exitCodes } from '../deployment/exit-code.ts';
import { planFrom } from '../deployment/plan.ts';
import { type DeployReport, exitCodeOf, outputsOf } from '../deployment/report.ts';
import type { GivenSettings, SettingProblem } from '../deployment/settings.ts';
import { redactorFor } from '../keys/redaction.ts';
import { actionsLog, annotateFailure } from './actions-log.ts';
import { secretsOf } from './inputs.ts';

/**
 * Runs the deploy action: inputs to plan, job, outputs, annotations and summary.
 * @returns the exit code of the process (design 4)
 */
export async function runDeployAction(inputs: GivenSettings, env: NodeJS.ProcessEnv): Promise<number> {
  const redact = redactorFor(secretsOf(inputs).map((secret) => secret.trim()));
  const planned = planFrom(inputs);
  if ('problems' in planned) {
    annotateFailure(redact(problemText(planned.problems, env)));
    return exitCodes.inputs;
  }
  const log = actionsLog({ redact, verbose: inputs.debug?.trim().toLowerCase() === 'true', now: Date.now });
  for (const { setting, message } of planned.remarks) log.info(`Note: input \`${setting}\` ${message}`);

  // Loaded here: a wrong input is reported without waiting for any of it.
  const { runPlan } = await import('../deployment/run-plan.ts');
  const report = await runPlan(planned.plan, {
    env,
    log,
    redact,
    folders: {
      workingFolder: env.GITHUB_WORKSPACE || process.cwd(),
      workspace: env.GITHUB_WORKSPACE || undefined,
      temporaryFolder: env.RUNNER_TEMP || tmpdir(),
      packageOutput: undefined,
    },
    origin: async () => {
      const { uploadOriginFrom } = await import('./upload-origin.ts');
      return await uploadOriginFrom(env, inputs['github-token']?.trim(), log);
    },
  });
  const lost = setOutputs(report, redact);
  if (report.failure) annotateFailure(redact(`${report.failure.message}\n${report.failure.next}`));
  else if (lost) {
    annotateFailure(
      redact(
        `The job itself succeeded, but its outputs cannot be written: ${lost}\n` +
          'Check the file that GITHUB_OUTPUT names. Later steps would find no outputs, hence this step fails.',
      ),
    );
  }
  await writeSummary(report, env, redact);
  return !report.failure && lost ? exitCodes.unexpected : exitCodeOf(report);
}

/** @returns why the outputs cannot be written, if so */
function setOutputs(report: DeployReport, redact: (text: string) => string): string | undefined {
  try {
    for (const [name, value] of Object.entries(outputsOf(report))) core.setOutput(name, redact(value));
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

async function writeSummary(
  report: DeployReport,
  env: NodeJS.ProcessEnv,
  redact: (text: string) => string,
): Promise<void> {
  if (!env.GITHUB_STEP_SUMMARY) return;
  try {
    const { summaryOf } = await import('./summary.ts');
    await core.summary.addRaw(redact(summaryOf(report))).write();
  } catch (error) {
    // Decoration never changes the verdict.
    core.info(`The job summary could not be written: ${redact(String(error))}`);
  }
}

function problemText(problems: readonly SettingProblem[], env: NodeJS.ProcessEnv): string {
  const lines = problems.map(({ setting, message }) => `Input \`${setting}\` ${message}`);
  const withoutSecrets = env.GITHUB_ACTOR === 'dependabot[bot]' || env.GITHUB_EVENT_NAME === 'pull_request';
  if (withoutSecrets && problems.some(({ setting }) => setting === 'primary-key')) {
    lines.push(
      'GitHub hands no secrets to runs from forks, and Dependabot secrets only to Dependabot: deploy on `push` instead.',
    );
  }
  return lines.join('\n');
}
