import * as core from '@actions/core';
import type { JobLog } from '../deployment/job-log.ts';
import { printableLine } from './printable-line.ts';

const progressInterval = 5_000;
const title = 'DataMiner deploy';

/**
 * Log of a job in GitHub Actions: a group for each step, annotations for warnings. Every line passes `redact`. With
 * `verbose`, debug lines are shown to everybody, else only where the runner asks for them.
 */
export function actionsLog(options: { redact: (text: string) => string; verbose: boolean; now: () => number }): JobLog {
  const { verbose, now } = options;
  const line = (text: string) => printableLine(options.redact(text));
  let lastProgress = now();
  return {
    step: (name, run) => core.group(name, run),
    info: (text) => core.info(line(text)),
    warning: (text) => core.warning(line(text), { title }),
    debug: (text) => (verbose ? core.info(line(`debug: ${text}`)) : core.debug(line(text))),
    progress: (what, done, total) => {
      if (now() - lastProgress < progressInterval) return;
      lastProgress = now();
      core.info(line(`${what}: ${Math.floor((100 * done) / Math.max(total, 1))} %`));
    },
  };
}

/** The one error annotation of a failed run. */
export function annotateFailure(text: string): void {
  core.error(text, { title });
}
