import type { IncomingMessage } from 'node:http';

/** A request that got no usable answer; the message says why and names no secret. */
export class HttpFailure extends Error {
  readonly status: number | undefined;
  readonly isTransient: boolean;
  /** What the server asks to wait, in milliseconds. */
  readonly retryAfter: number | undefined;

  constructor(message: string, { status, isTransient = false, retryAfter, cause }: HttpFailureDetails = {}) {
    super(message, { cause });
    this.status = status;
    this.isTransient = isTransient;
    this.retryAfter = retryAfter;
  }
}

interface HttpFailureDetails {
  readonly status?: number | undefined;
  readonly isTransient?: boolean;
  readonly retryAfter?: number | undefined;
  readonly cause?: unknown;
}

/** @throws HttpFailure for an answer of another status, with what it says about a later time */
export function requireStatus(response: IncomingMessage, expected: number): void {
  const { statusCode: status } = response;
  if (status === expected) {
    return;
  }
  response.destroy();
  const isTransient = status === 408 || status === 429 || (status !== undefined && status >= 500);
  const seconds = Number(response.headers['retry-after']);
  const retryAfter = Number.isFinite(seconds) && seconds >= 0 ? seconds * 1000 : undefined;
  throw new HttpFailure(`it answered ${status}`, { status, isTransient, retryAfter });
}

/** The download could not be written: no fault of the source. */
export function isOfDisk(error: unknown): boolean {
  const { code = '', syscall = '' } = error as NodeJS.ErrnoException;
  return ['ENOSPC', 'EDQUOT', 'EFBIG', 'EROFS', 'EIO'].includes(code) || syscall === 'open';
}

/** What broke a request; of the network most things may be different the next time, but not a refusal or an unknown host. */
export function asFailure(error: unknown): HttpFailure {
  if (error instanceof HttpFailure) {
    return error;
  }
  const { code = '', message, syscall } = error as NodeJS.ErrnoException;
  const isOfNetwork = /^E(?:CONN|PIPE|TIMEDOUT|AI_AGAIN|HOSTUNREACH|NETUNREACH)|^Z_|^ERR_STREAM_PREMATURE_CLOSE$/.test(
    code,
  );
  const isLasting = code === 'ECONNREFUSED';
  const place = syscall === undefined || isOfNetwork ? '' : ` (${syscall})`;
  return new HttpFailure(`${code || message}${place}`, { isTransient: isOfNetwork && !isLasting, cause: error });
}
