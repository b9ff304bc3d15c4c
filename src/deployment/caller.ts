import type { Caller } from '../contract/headers.ts';

/**
 * Who runs this job, from the variables that GitHub Actions, GitLab CI and Azure Pipelines set; sent along as the caller
 * headers so that a custodian sees who uses a key (design 4).
 */
export function callerFrom(env: NodeJS.ProcessEnv): Caller {
  const first = (...names: string[]) => names.map((name) => env[name]).find((value) => value);
  const caller = {
    repository: first('GITHUB_REPOSITORY', 'CI_PROJECT_PATH', 'BUILD_REPOSITORY_NAME'),
    workflow: first('GITHUB_WORKFLOW', 'CI_PIPELINE_NAME', 'BUILD_DEFINITIONNAME'),
    runId: first('GITHUB_RUN_ID', 'CI_PIPELINE_ID', 'BUILD_BUILDID'),
    runAttempt: first('GITHUB_RUN_ATTEMPT', 'SYSTEM_JOBATTEMPT'),
  };
  return Object.fromEntries(Object.entries(caller).filter(([, value]) => value !== undefined));
}
