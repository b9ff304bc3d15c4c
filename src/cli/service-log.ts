import { isNativeError } from 'node:util/types';
import { type DestinationStream, type LoggerOptions, pino } from 'pino';
import { keyPrefixes, tokenPrefix } from '../contract/key-format.ts';

/** How much is logged: records of this level and of those before it. */
export const logLevels = ['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace'] as const;
export type LogLevel = (typeof logLevels)[number];

/** What looks like a key or a token of ours, whole or cut off. */
const secrets = new RegExp(`(?:${[...Object.values(keyPrefixes), tokenPrefix].join('|')})[0-9A-Za-z]{8,}`, 'g');

/** How far down the causes of an error are told. */
const maxCauses = 3;

/**
 * The log of a service: JSON lines, which no text in them can break. Of requests, answers and errors only what is named here
 * is logged: never a header, a body, or an address with its query. Whatever looks like a secret is blotted out of the line,
 * should it ever get that far.
 */
export function serviceLog(
  level: LogLevel,
  destination: DestinationStream = pino.destination(2),
): LoggerOptions & { readonly stream: DestinationStream } {
  return {
    level,
    serializers: { err: errorRecord, req: requestRecord, res: answerRecord },
    stream: { write: (line) => destination.write(line.replace(secrets, '***')) },
  };
}

/** What is logged of a request, or of an answer, wherever one is handed to the log. */
function requestRecord(request: { method?: unknown; routeOptions?: { url?: unknown } }): object {
  return { method: request.method, route: request.routeOptions?.url };
}

function answerRecord({ statusCode }: { statusCode?: unknown }): object {
  return { status: statusCode };
}

/** What is logged of an error. Its other members are left out: libraries put whole requests, rows and parameters there. */
function errorRecord(error: unknown, depth = 0): object {
  if (!isNativeError(error)) return { message: 'something was thrown that is no error' };
  const { name, message, stack, cause } = error;
  const { code, next } = error as { code?: unknown; next?: unknown };
  return {
    type: name,
    ...(typeof code === 'string' && { code }),
    message,
    ...(typeof next === 'string' && { next }),
    stack,
    ...(cause !== undefined && depth < maxCauses && { cause: errorRecord(cause, depth + 1) }),
  };
}
