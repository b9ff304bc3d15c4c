import { setTimeout as wait } from 'node:timers/promises';

/**
 * The result of something that may hang; `otherwise` when it takes longer. It is not ended then, only no longer waited for, and
 * what becomes of it is not told.
 */
export async function withinTime<Result, Otherwise>(
  milliseconds: number,
  action: Promise<Result>,
  otherwise: () => Otherwise,
): Promise<Result | Otherwise> {
  const ended = new AbortController();
  const late = wait(milliseconds, undefined, { signal: ended.signal }).then(otherwise);
  late.catch(() => undefined);
  try {
    return await Promise.race([action, late]);
  } finally {
    ended.abort();
  }
}
