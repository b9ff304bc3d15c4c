import type { Clock } from '../../src/client/clock.ts';

/** A clock that never waits: sleeping moves its time on. `slept` holds every sleep in ms. */
export type FakeClock = Clock & { slept: number[] };

export function fakeClock(): FakeClock {
  let time = Date.parse('2026-11-23T10:00:00Z');
  const slept: number[] = [];
  return {
    slept,
    now: () => time,
    sleep: async (milliseconds, signal) => {
      signal?.throwIfAborted();
      slept.push(milliseconds);
      time += milliseconds;
    },
  };
}
