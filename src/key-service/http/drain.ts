import type { IncomingMessage } from 'node:http';

export interface DrainLimits {
  /** Bytes that are still taken from a caller who has its answer already. */
  readonly bytes: number;
  /** How long they are taken, in milliseconds. */
  readonly milliseconds: number;
}

/**
 * Reads and forgets what a caller is still sending although it was answered already. Many clients read the answer only after
 * they have sent everything; closing under them would turn the answer into a connection reset. Beyond the limits the
 * connection is closed all the same.
 */
export function drain(request: IncomingMessage, limits: DrainLimits): void {
  if (request.complete || request.destroyed) return;
  let left = limits.bytes;
  const timer = setTimeout(() => request.destroy(), limits.milliseconds);
  request.on('data', (chunk: Buffer) => {
    left -= chunk.length;
    if (left < 0) request.destroy();
  });
  request.once('close', () => clearTimeout(timer));
  request.resume();
}
