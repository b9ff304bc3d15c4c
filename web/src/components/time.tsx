import { useAtNow } from '../lib/now.ts';

// Without `Intl`: to set it up takes a slow machine a tenth of a second, while everybody waits for the first page.

const units: readonly [string, number][] = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
  ['second', 1],
];

/**
 * How long ago, or until, in the largest unit that fits. It is never more than there is, as nobody may count on that.
 * @param now in milliseconds since 1970
 */
export function relativeTime(timestamp: string, now: number): string {
  const seconds = (Date.parse(timestamp) - now) / 1000;
  const distance = Math.abs(seconds);
  if (distance < 10) return 'just now';
  const [unit, length] = units.find(([, size]) => distance >= size) ?? ['second', 1];
  const count = Math.floor(distance / length);
  const text = `${count} ${unit}${count === 1 ? '' : 's'}`;
  return seconds < 0 ? `${text} ago` : `in ${text}`;
}

/** A time to the second, in the reader's own time zone. */
export function exactTime(at: string): string {
  // The language fixes this form: Tue Nov 24 2026 03:04:05 GMT+0100 (…).
  const [, month, day, year, time] = new Date(at).toString().split(' ');
  return `${day} ${month} ${year}, ${time}`;
}

/** A time as people speak of it, right for as long as it is shown, with the exact one on hover. */
export function Time({ at, none = 'never' }: { at: string | null; none?: string }) {
  return at === null ? <span class="quiet">{none}</span> : <Ago at={at} />;
}

function Ago({ at }: { at: string }) {
  return (
    <time dateTime={at} title={exactTime(at)}>
      {useAtNow((now) => relativeTime(at, now))}
    </time>
  );
}

/** A time as an input for local times takes it; empty for none. */
export function localInputTime(at: string | null): string {
  if (!at) return '';
  const time = new Date(at);
  const day = [digits(time.getFullYear(), 4), digits(time.getMonth() + 1), digits(time.getDate())].join('-');
  return `${day}T${digits(time.getHours())}:${digits(time.getMinutes())}`;
}

function digits(number: number, length = 2): string {
  return String(number).padStart(length, '0');
}
