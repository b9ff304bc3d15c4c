import type { IncomingMessage } from 'node:http';
import type { FastifyInstance } from 'fastify';

/** How long a caller may pause before it is taken to wait for its answer, or to have gone, in milliseconds. */
const pauseBeforeAnswer = 1_000;
const pauseAfterAnswer = 10_000;

/** How long a caller who was answered may go on sending, in milliseconds. */
const longestDrain = 60_000;

/**
 * Reads and forgets what a caller is still sending although it is answered before all of it was read. Many clients read the
 * answer only after they have sent everything; closing under them would turn the answer into a connection reset. Beyond the
 * limits of bytes and time the connection is closed all the same.
 */
export function drainAnsweredRequests(app: FastifyInstance, maxBytes: number): void {
  // They call back: a promise would cost every request something, and most of them were read already.
  app.addHook('onSend', ({ raw }, reply, _payload, done) => {
    // A connection that does not stay open is closed behind the answer, so there the answer has to wait.
    const staysOpen = reply.raw.shouldKeepAlive && reply.getHeader('connection') !== 'close';
    if (staysOpen || isRead(raw)) done();
    else drained(raw, maxBytes, pauseBeforeAnswer).then(() => done(), done);
  });
  app.addHook('onResponse', ({ raw }, _reply, done) => {
    if (isRead(raw)) {
      done();
      return;
    }
    const isDrained = drained(raw, maxBytes, pauseAfterAnswer).then(() => {
      if (!raw.complete) raw.destroy();
    });
    isDrained.then(() => done(), done);
  });
}

/** Whether nothing more of a request can come. */
function isRead(request: IncomingMessage): boolean {
  return request.complete || request.destroyed || request.socket.destroyed;
}

/** Reads on until the request ends, pauses, or goes beyond the limits. */
async function drained(request: IncomingMessage, maxBytes: number, pause: number): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const deadline = setTimeout(resolve, longestDrain);
  const pauseTimer = setTimeout(resolve, pause);
  let left = maxBytes;
  const take = (chunk: Buffer) => {
    left -= chunk.length;
    pauseTimer.refresh();
    if (left < 0) resolve();
  };
  // The socket is listened to as well: a request that was answered is no longer told that its connection ended.
  request.socket.once('close', resolve);
  request.on('data', take).once('end', resolve).once('close', resolve);
  request.resume();
  await promise;
  request.off('data', take);
  request.socket.off('close', resolve);
  clearTimeout(deadline);
  clearTimeout(pauseTimer);
}
