import { type Caller, callerHeaders } from '../contract/headers.ts';

/** Longest value that is sent, in characters. */
const maxValueLength = 256;

/**
 * The headers that say who calls, as far as it is known. Header values are ASCII; what a repository or workflow name
 * holds beyond that is percent-encoded, line breaks included.
 */
export function headersOfCaller(caller: Caller): Record<string, string> {
  const names = Object.keys(callerHeaders) as (keyof Caller)[];
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = caller[name]
        ?.toWellFormed()
        .replace(/[^\x20-\x7e]/gu, encodeURIComponent)
        .slice(0, maxValueLength);
      return value ? [[callerHeaders[name], value]] : [];
    }),
  );
}
