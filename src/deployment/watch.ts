import type { Clock } from '../client/clock.ts';
import type { DeploymentReading } from '../client/deployments.ts';
import type { Outcome } from '../client/outcome.ts';
import { isFinalState } from '../contract/deployment-state.ts';
import type { DeploymentInfo } from '../contract/schemas.ts';
import { pollDelays } from './poll-schedule.ts';

/** How long a deployment that was just started may be unknown to the service, in ms (spec 2.9). */
const missingGrace = 60_000;

type Poll = Exclude<Outcome<DeploymentReading>, { kind: 'rejected' }>;

/** How watching ended. `latest` is the last that was seen of the deployment, if anything was. */
export type WatchEnd =
  | { kind: 'finished'; latest: DeploymentInfo; state: 'Succeeded' | 'Error' | 'Timeout' }
  | { kind: 'time-is-up'; latest: DeploymentInfo | undefined; trouble: string | undefined }
  | { kind: 'stopped'; latest: DeploymentInfo | undefined; detail: string };

export type WatchOptions = {
  /** Time to watch, in ms of the clock, requests included. */
  timeout: number;
  clock: Clock;
  signal: AbortSignal;
  /** Called for every reading. */
  onReading?: (info: DeploymentInfo) => void;
  /** Called for a poll that told nothing; watching goes on. */
  onTrouble?: (detail: string) => void;
};

/**
 * Polls a deployment until it is final or the time is up. An outage does not end it, since the deployment goes on without
 * us; only an answer that can never become better does (spec 2.9, column Poll).
 * @param poll reads the deployment once, within the remaining time in ms
 * @throws the signal's reason when aborted; KeysRejectedError from `poll`
 */
export async function watchDeployment(
  poll: (remaining: number) => Promise<Poll>,
  options: WatchOptions,
): Promise<WatchEnd> {
  const { timeout, clock, signal } = options;
  const start = clock.now();
  let latest: DeploymentInfo | undefined;
  let trouble: string | undefined;

  for (const delay of pollDelays(timeout)) {
    // Requests take time as well: the schedule never runs past the end.
    const remaining = start + timeout - clock.now();
    if (remaining > 0) await clock.sleep(Math.min(delay, remaining), signal);

    const outcome = await poll(Math.max(0, start + timeout - clock.now()));
    signal.throwIfAborted();
    trouble = undefined;
    if (outcome.kind === 'answered' && outcome.value.known) {
      const { state, info } = outcome.value;
      latest = info;
      options.onReading?.(info);
      if (isFinalState(state)) return { kind: 'finished', latest, state: state as 'Succeeded' | 'Error' | 'Timeout' };
    } else if (outcome.kind === 'answered') {
      trouble = detailOf(outcome.value);
      if (clock.now() - start >= missingGrace) return { kind: 'stopped', latest, detail: trouble };
    } else if (outcome.kind === 'refused' || outcome.kind === 'unsendable') {
      return { kind: 'stopped', latest, detail: outcome.detail };
    } else {
      trouble = outcome.detail;
    }
    if (trouble !== undefined) options.onTrouble?.(trouble);
    if (remaining <= 0) break;
  }
  return { kind: 'time-is-up', latest, trouble };
}

function detailOf(reading: DeploymentReading): string {
  return reading.known ? reading.state : reading.detail;
}
