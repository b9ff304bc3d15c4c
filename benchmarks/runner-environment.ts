import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What a runner hands to one step, in files of its own; `summary` is where the step writes its job summary. */
export interface StepEnvironment {
  readonly env: Record<string, string>;
  readonly summary: string;
}

/** The environment of one step: its inputs, the workspace, and new files for outputs and summary below `folder`. */
export async function stepEnvironment(
  inputs: Readonly<Record<string, string>>,
  folder: string,
  workspace: string,
): Promise<StepEnvironment> {
  const home = await mkdtemp(join(folder, 'step-'));
  const [output, summary, temp] = [join(home, 'output'), join(home, 'summary.md'), join(home, 'temp')];
  await Promise.all([mkdir(temp), writeFile(output, ''), writeFile(summary, '')]);
  const given = Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]);
  return {
    summary,
    env: {
      ...Object.fromEntries(given),
      CI: 'true',
      GITHUB_ACTIONS: 'true',
      GITHUB_OUTPUT: output,
      GITHUB_STEP_SUMMARY: summary,
      GITHUB_WORKSPACE: workspace,
      GITHUB_REPOSITORY: 'example/scripts',
      GITHUB_WORKFLOW: 'deploy',
      GITHUB_RUN_ID: '1',
      GITHUB_RUN_ATTEMPT: '1',
      RUNNER_TEMP: temp,
      HOME: home,
    },
  };
}
