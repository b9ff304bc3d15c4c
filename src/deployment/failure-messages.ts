import type { Outcome } from '../client/outcome.ts';
import { KeysRejectedError } from '../keys/keys-rejected-error.ts';
import { PackagingError } from '../packaging/dmapp/packaging-error.ts';
import { type ExitCode, exitCodes } from './exit-code.ts';
import { JobFailure } from './job-failure.ts';
import type { WatchEnd } from './watch.ts';

/** Steps of a job, as its log and its messages call them. */
export type JobStep = 'check the keys' | 'package' | 'upload' | 'deploy' | 'watch the deployment';

type Bad<Value> = Exclude<Outcome<Value>, { kind: 'answered' | 'rejected' }>;

/** Exit code of a step that was stopped from outside. */
const exitCodeOfStep: Record<JobStep, ExitCode> = {
  'check the keys': exitCodes.upload,
  package: exitCodes.packaging,
  upload: exitCodes.upload,
  deploy: exitCodes.deployNotStarted,
  'watch the deployment': exitCodes.deployFailed,
};

/** What an error that ended a step means to the user. */
export function jobFailureOf(error: unknown, step: JobStep, signal: AbortSignal): JobFailure {
  if (error instanceof JobFailure) return error;
  if (signal.aborted) {
    return new JobFailure(
      exitCodeOfStep[step],
      `Stopped by ${reasonText(signal.reason)} (step: ${step}).`,
      nextAfterStop(step),
    );
  }
  if (error instanceof KeysRejectedError) {
    return new JobFailure(exitCodes.keysRejected, error.message, 'Put current keys into the secrets and run it again.');
  }
  if (error instanceof PackagingError) {
    const where = error.where ? ` (${error.where})` : '';
    return new JobFailure(exitCodes.packaging, `${error.message}${where}`, error.next);
  }
  if (isDiskFull(error)) {
    return new JobFailure(
      exitCodes.packaging,
      'The disk is full.',
      'Free space in the temporary folder and run it again.',
    );
  }
  return new JobFailure(
    exitCodes.unexpected,
    `Something unexpected happened (step: ${step}): ${reasonText(error)}`,
    'Run it again with `debug: true`; if it comes back, report it with that log.',
  );
}

/** What to do about a job that was stopped; a deployment that was started is told of beside it. */
function nextAfterStop(step: JobStep): string {
  switch (step) {
    case 'deploy':
      return 'Look at the Deployments page before you run it again: the request may have arrived.';
    case 'watch the deployment':
      return 'There is no need to run it again.';
    default:
      return 'Run it again when it should be done after all.';
  }
}

/** The service told nothing about the keys: an outage, not a key problem. */
export function outage(serviceUrl: URL, detail: string): JobFailure {
  return new JobFailure(
    exitCodes.upload,
    `${serviceUrl.host} could not tell whether the key works: ${detail}. This is an outage, not a problem of the keys.`,
    'Check `service-url` and the network, and run it again later. The keys need no change.',
  );
}

export function uploadFailure(outcome: Bad<unknown>, serviceUrl: URL, limit: number): JobFailure {
  const failure = (message: string, next: string) => new JobFailure(exitCodes.upload, message, next);
  switch (outcome.kind) {
    case 'refused':
      if (outcome.status === 413) {
        return failure(
          `The service finds the package too large: ${outcome.detail}.`,
          `Its limit is about ${limit} bytes.`,
        );
      }
      return failure(
        `The service refused the upload (${outcome.status}): ${outcome.detail}.`,
        'Correct what it names and run it again. Nothing was deployed.',
      );
    case 'unavailable':
      return failure(
        `${serviceUrl.host} did not take the upload: ${outcome.detail}.`,
        'Run it again later. Nothing was deployed.',
      );
    case 'bad-answer':
      return failure(
        `${serviceUrl.host} answered the upload with something else than an artifact ID: ${outcome.detail}.`,
        'Check `service-url`. Nothing was deployed.',
      );
    case 'unsendable':
      return failure(`The package could not be sent: ${outcome.detail}.`, 'Nothing was deployed.');
  }
}

/** A deploy request that did not end with a deployment ID; `unknown` when it may have started one all the same. */
export function deployFailure(outcome: Bad<unknown>, artifactId: string): { failure: JobFailure; unknown: boolean } {
  const unknown = outcome.kind === 'bad-answer' || (outcome.kind === 'unavailable' && outcome.sent);
  if (unknown) {
    return {
      unknown,
      failure: new JobFailure(
        exitCodes.deployNotStarted,
        `The answer to the deploy request was lost (${outcome.detail}), so it is unknown whether the deployment started. ` +
          'The request was not sent again, since that could deploy twice.',
        `Look at the Deployments page of the DMS. If artifact ${artifactId} is not there, run stage \`Deploy\` with its ID.`,
      ),
    };
  }
  const status = outcome.kind === 'refused' ? ` (${outcome.status})` : '';
  return {
    unknown,
    failure: new JobFailure(
      exitCodes.deployNotStarted,
      `The deployment was not started${status}: ${outcome.detail}.`,
      `Artifact ${artifactId} is uploaded; run stage \`Deploy\` with its ID when the cause is mended.`,
    ),
  };
}

/** Watching that ended without `Succeeded`. */
export function watchFailure(end: WatchEnd, deploymentId: string, timeout: number): JobFailure {
  const failure = (message: string, next: string) => new JobFailure(exitCodes.deployFailed, message, next);
  switch (end.kind) {
    case 'finished':
      return failure(
        `Deployment ${deploymentId} ended as ${end.state}.`,
        'Its event chain tells what happened on the DMS; the Deployments page shows it as well.',
      );
    case 'time-is-up': {
      const last = end.latest ? `its last state was ${end.latest.currentState}` : 'no state was ever read';
      return failure(
        `Deployment ${deploymentId} was not finished within ${timeout / 1000} s; ${last}${end.trouble ? ` (${end.trouble})` : ''}.`,
        'It goes on without this job: look at the Deployments page, and raise `timeout` if it needs longer.',
      );
    }
    case 'stopped':
      return failure(
        `The state of deployment ${deploymentId} cannot be read: ${end.detail}.`,
        'It may be running all the same: look at the Deployments page.',
      );
  }
}

function isDiskFull(error: unknown): boolean {
  return error instanceof Error && (error as NodeJS.ErrnoException).code === 'ENOSPC';
}

function reasonText(reason: unknown): string {
  return reason instanceof Error ? reason.message : String(reason);
}
