import { useAtNow } from '../lib/now.ts';

const units: readonly [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
];
const relative = new Intl.RelativeTimeFormat('en', { numeric: 'auto' });
const absolute = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'medium' });

/** How long ago, or until, in the largest unit that fits. @param now in milliseconds since 1970 */
export function relativeTime(timestamp: string, now: number): string {
  const seconds = (Date.parse(timestamp) - now) / 1000;
  const [unit, length] = units.find(([, size]) => Math.abs(seconds) >= size) ?? ['second', 1];
  return unit === 'second' && Math.abs(seconds) < 10 ? 'just now' : relative.format(Math.round(seconds / length), unit);
}

/** A time to the second, in the reader's own time zone. */
export function exactTime(at: string): string {
  return absolute.format(new Date(at));
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
  if (at === null) return '';
  const time = new Date(at);
  return new Date(time.getTime() - time.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}
