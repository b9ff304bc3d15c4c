import { pollDelays } from '../../src/deployment/poll-schedule.ts';

describe('the poll schedule', () => {
  it('begins after half a second and doubles up to two minutes', () => {
    const delays = [...pollDelays(900_000)].map((delay) => delay / 1000);
    expect(delays.slice(0, 10)).toEqual([0.5, 1, 2, 4, 8, 16, 32, 64, 120, 120]);
  });

  it.each([60_000, 900_000, 43_200_000])('ends exactly at the end of a timeout of %i ms', (timeout) => {
    const total = [...pollDelays(timeout)].reduce((sum, delay) => sum + delay, 0);
    expect(total).toBe(timeout);
  });
});
