import { setTimeout as wait } from 'node:timers/promises';

/** SQLite's code for a database that another connection is writing to; its low byte, the rest says why. */
const busyCode = 5;

/** How long and how often a statement waits for another writer: ten seconds in all, in milliseconds and number. */
const busyPause = 10;
const busyTries = 1000;

/** Whether a statement failed because another process holds the database. */
export function isBusy(error: unknown): boolean {
  return ((error as { errcode?: number }).errcode ?? 0) % 256 === busyCode;
}

/**
 * Does something, again and again while another connection holds the database. Meanwhile this process goes on, which may be
 * the one that is waited for.
 * @param mayWait asked whether it makes sense to try again
 */
export async function whenNotBusy<Result>(act: () => Result, mayWait: () => boolean = () => true): Promise<Result> {
  for (let tries = 1; ; tries++) {
    try {
      return act();
    } catch (error) {
      if (!isBusy(error) || tries === busyTries || !mayWait()) throw error;
      await wait(busyPause);
    }
  }
}
