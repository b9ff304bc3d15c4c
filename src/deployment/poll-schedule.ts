const firstDelay = 500;
const longestDelay = 120_000;

/**
 * Waiting times between polls of a deployment, in ms: 0.5 s, then 1, 2, 4 … 120 s, and the rest of the timeout last, so that
 * the final poll falls at its end (design 4; the older tools began with 3 s, spec 2.4).
 */
export function* pollDelays(timeout: number): Generator<number> {
  let remaining = timeout;
  for (let delay = firstDelay; remaining > 0; delay = Math.min(delay * 2, longestDelay)) {
    const next = Math.min(delay, remaining);
    remaining -= next;
    yield next;
  }
}
