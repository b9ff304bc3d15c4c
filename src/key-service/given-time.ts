import { timestamp } from './environment.ts';
import { KeyServiceError } from './key-service-error.ts';

const pattern = /^(\d{4})-(\d{2})-(\d{2})T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:\d{2})$/;

/**
 * A time that somebody gave, in milliseconds since 1970. Its zone must be said, lest it mean another time than was thought.
 * @param what as a message names it
 * @throws KeyServiceError `invalid`
 */
export function requireTime(what: string, text: string): number {
  const parts = pattern.exec(text);
  const time = parts !== null && isDay(parts) ? Date.parse(text) : Number.NaN;
  if (!Number.isNaN(time)) return time;
  throw new KeyServiceError(
    'invalid',
    `The ${what} is no time`,
    'Give it in ISO 8601 with its zone, for instance 2030-01-31T12:00:00Z.',
  );
}

/** The same for something that is yet to come. @param now in milliseconds since 1970 @throws KeyServiceError `invalid` */
export function requireFutureTime(what: string, text: string, now: number): number {
  const time = requireTime(what, text);
  if (time > now) return time;
  throw new KeyServiceError(
    'invalid',
    `The ${what} has passed: it is ${timestamp(now)} already`,
    'Choose a time in the future.',
  );
}

/** Whether a month has such a day: the 31st of February would be taken for the 3rd of March. */
function isDay([, year, month, day]: RegExpExecArray): boolean {
  return Number(day) <= new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
}
