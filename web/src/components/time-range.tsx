import { Icon } from './icon.tsx';
import { Menu } from './menu.tsx';
import { localInputTime } from './time.tsx';

/** When a range begins and ends. */
export interface TimeRange {
  readonly from?: string;
  readonly to?: string;
}

const hour = 3_600_000;

/** Ranges that people ask for, by the length they reach back. */
export const presets: Readonly<Record<string, { readonly name: string; readonly milliseconds: number }>> = {
  '1h': { name: 'Last hour', milliseconds: hour },
  '24h': { name: 'Last 24 hours', milliseconds: 24 * hour },
  '7d': { name: 'Last 7 days', milliseconds: 7 * 24 * hour },
  '30d': { name: 'Last 30 days', milliseconds: 30 * 24 * hour },
  '90d': { name: 'Last 90 days', milliseconds: 90 * 24 * hour },
};

/**
 * When a range begins and ends, as the API takes it.
 * @param range a preset's name, or `from/to` with either side empty
 * @param now in milliseconds since 1970
 */
export function timesOf(range: string | undefined, now: number): TimeRange {
  if (range === undefined) return {};
  const preset = presets[range];
  if (preset) return { from: new Date(now - preset.milliseconds).toISOString() };
  const [from = '', to = ''] = range.split('/').map(timestampOf);
  return { ...(from !== '' && { from }), ...(to !== '' && { to }) };
}

/** The same time for readers everywhere; empty for none. @param text with its time zone, or in the reader's own */
function timestampOf(text: string): string {
  const time = Date.parse(text);
  return Number.isNaN(time) ? '' : new Date(time).toISOString();
}

/** Chooses a range; the exact one is shown in the reader's own time zone. */
export function TimeRangeMenu({
  range,
  onChange,
}: {
  range: string | undefined;
  onChange: (range: string | undefined) => void;
}) {
  const isExact = range?.includes('/') ?? false;
  const { from = '', to = '' } = isExact ? timesOf(range, 0) : {};
  const name = range === undefined ? 'Any time' : (presets[range]?.name ?? 'Exact times');
  return (
    <span class="time-range">
      <Menu
        placement="bottom-start"
        onChoose={({ value }) => onChange(value === '' ? undefined : value)}
        trigger={(given) => (
          <button type="button" class={`small wa-outlined ${range === undefined ? '' : 'wa-filled'}`} {...given}>
            <Icon name="clock" />
            {name}
            <Icon name="chevron-down" />
          </button>
        )}
      >
        <wa-dropdown-item value="">Any time</wa-dropdown-item>
        {Object.entries(presets).map(([value, preset]) => (
          <wa-dropdown-item key={value} value={value}>
            {preset.name}
          </wa-dropdown-item>
        ))}
        <wa-dropdown-item value="/">Exact times …</wa-dropdown-item>
      </Menu>
      {isExact && (
        <>
          <label>
            From{' '}
            <input
              type="datetime-local"
              value={localInputTime(from)}
              onChange={(event) => onChange(`${timestampOf(event.currentTarget.value)}/${to}`)}
            />
          </label>
          <label>
            To{' '}
            <input
              type="datetime-local"
              value={localInputTime(to)}
              onChange={(event) => onChange(`${from}/${timestampOf(event.currentTarget.value)}`)}
            />
          </label>
        </>
      )}
    </span>
  );
}
