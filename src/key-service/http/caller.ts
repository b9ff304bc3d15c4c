import type { IncomingHttpHeaders } from 'node:http';
import { isIP } from 'node:net';
import { type Caller, callerHeaders, keyHeader, legacyKeyHeader } from '../../contract/headers.ts';

/** Longest value that is kept of a caller header. */
const maxCallerLength = 200;

/** As Node names them: in lower case. */
const keyNames = [keyHeader, legacyKeyHeader].map((name) => name.toLowerCase());
const callerNames = Object.entries(callerHeaders).map(([what, name]) => [what, name.toLowerCase()] as const);

/** The key that a request carries under either name; the documented name wins. */
export function keyOf(headers: IncomingHttpHeaders): string | undefined {
  for (const name of keyNames) {
    const value = headers[name];
    if (value !== undefined) return String(value);
  }
  return undefined;
}

/** Who the caller says it is. It is only said, so it is shown, never trusted; anything but visible ASCII is replaced. */
export function callerOf(headers: IncomingHttpHeaders): Caller {
  const caller: Record<string, string> = {};
  for (const [what, name] of callerNames) {
    const value = headers[name];
    const text = value === undefined ? '' : String(value).trim();
    if (text !== '') caller[what] = text.slice(0, maxCallerLength).replace(/[^\x20-\x7e]/g, '?');
  }
  return caller;
}

/** Where a request comes from; null when a proxy wrote something that is no address. */
export function addressOf({ ip }: { readonly ip: string }): string | null {
  return isIP(ip) === 0 ? null : ip;
}
