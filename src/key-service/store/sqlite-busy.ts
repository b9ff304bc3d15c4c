import { setTimeout as wait } from 'node:timers/promises';
import { KeyServiceError } from '../key-service-error.ts';
import { sqliteRefusal } from './sqlite-refusal.ts';

/** SQLite's code for a database that another connection is writing to; its low byte, the rest says why. */
const busyCode = 5;

/** How long and how often a statement waits for another writer: ten seconds in all, in milliseconds and number. */
const busyPause = 10;
const busyTries = 1000;

/** Whether a statement failed because another process holds the database. */
export function isBusy(error: unknown): boolean {
  const { errcode = 0, cause } = error as { errcode?: number; cause?: unknown };
  return errcode % 256 === busyCode || (cause instanceof Error && isBusy(cause));
}

/**
 * Does something, again and again while another connection holds the database. Meanwhile this process goes on, which may be
 * the one that is waited for.
 * @param mayWait asked whether it makes sense to try again
 * @throws KeyServiceError `store-busy` when it was tried for too long, `store` for a damaged database or a full disk
 */
export async function whenNotBusy<Result>(act: () => Result, mayWait: () => boolean = () => true): Promise<Result> {
  for (let tries = 1; ; tries++) {
    try {
      return act();
    } catch (error) {
      if (!isBusy(error) || !mayWait()) throw sqliteRefusal(error) ?? error;
      if (tries === busyTries) throw heldForLong(error);
      await wait(busyPause);
    }
  }
}

function heldForLong(cause: unknown): KeyServiceError {
  return new KeyServiceError(
    'store-busy',
    `Another process has held the database for ${(busyPause * busyTries) / 1000} seconds`,
    'Try again in a moment.',
    { cause },
  );
}
