import type { IncomingHttpHeaders } from 'node:http';
import { type Caller, callerHeaders, keyHeader, legacyKeyHeader } from '../../contract/headers.ts';

/** Longest value that is kept of a caller header. */
const maxCallerLength = 200;

/** The key that a request carries under either name; the documented name wins. */
export function keyOf(headers: IncomingHttpHeaders): string | undefined {
  return headerOf(headers, keyHeader) ?? headerOf(headers, legacyKeyHeader);
}

/** Who the caller says it is. It is only said, so it is shown, never trusted; anything but visible ASCII is replaced. */
export function callerOf(headers: IncomingHttpHeaders): Caller {
  const names = Object.keys(callerHeaders) as (keyof Caller)[];
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = headerOf(headers, callerHeaders[name])?.trim();
      return value ? [[name, value.slice(0, maxCallerLength).replace(/[^\x20-\x7e]/g, '?')]] : [];
    }),
  );
}

function headerOf(headers: IncomingHttpHeaders, name: string): string | undefined {
  const value = headers[name.toLowerCase()];
  return Array.isArray(value) ? value.join(', ') : value;
}
