import { randomBytes } from 'node:crypto';
import { FailedAttempts } from '../../../src/key-service/keys/failed-attempts.ts';
import { testEnvironment } from '../support/environment.ts';

const here = '192.0.2.1';

/** Tries so many unknown keys, and returns how long each has to wait. */
function tries(attempts: FailedAttempts, count: number, address = here): number[] {
  return Array.from({ length: count }, () => attempts.count(address, randomBytes(32)));
}

describe('the limit of failed attempts', () => {
  it('lets ten unknown keys be tried, then one in six seconds', () => {
    const environment = testEnvironment();
    const attempts = new FailedAttempts(environment);
    expect(tries(attempts, 12)).toEqual([...Array(10).fill(0), 6000, 6000]);
    environment.advance(5999);
    expect(tries(attempts, 1)).toEqual([1]);
    environment.advance(1);
    expect(tries(attempts, 2)).toEqual([0, 6000]);
    environment.advance(10 * 6000);
    expect(tries(attempts, 11)).toEqual([...Array(10).fill(0), 6000]);
  });

  it('counts the same key once, for who sends it again guesses nothing', () => {
    const attempts = new FailedAttempts(testEnvironment());
    const mistyped = randomBytes(32);
    const times = Array.from({ length: 100 }, () => attempts.count(here, mistyped));
    expect(new Set(times)).toEqual(new Set([0]));
    expect(tries(attempts, 10)).toEqual([...Array(9).fill(0), 6000]);
    expect(attempts.count(here, mistyped)).toBe(0);
  });

  it('does not remember a key that it did not look at', () => {
    const attempts = new FailedAttempts(testEnvironment());
    tries(attempts, 10);
    const oneTooMany = randomBytes(32);
    expect(attempts.count(here, oneTooMany)).toBe(6000);
    expect(attempts.count(here, oneTooMany)).toBe(6000);
  });

  it('counts for each network by itself: an IPv4 address, or the first half of an IPv6 address', () => {
    const attempts = new FailedAttempts(testEnvironment());
    tries(attempts, 10);
    expect(tries(attempts, 1, '192.0.2.2')).toEqual([0]);
    expect(tries(attempts, 1, `::ffff:${here}`)).toEqual([6000]);
    tries(attempts, 5, '2001:db8::1');
    tries(attempts, 5, '2001:db8::2');
    expect(tries(attempts, 1, '2001:db8:0:0:ffff::3')).toEqual([6000]);
    expect(tries(attempts, 1, '2001:db8:0:1::1')).toEqual([0]);
  });

  it('can be set', () => {
    const attempts = new FailedAttempts(testEnvironment(), { capacity: 1, refill: 1000 });
    expect(tries(attempts, 2)).toEqual([0, 1000]);
  });

  it('remembers a key for 10,000 others, and longer when it is sent again', () => {
    const attempts = new FailedAttempts(testEnvironment(), { capacity: 30_001, refill: 1000 });
    const old = randomBytes(32);
    for (let round = 0; round < 3; round++) {
      expect(attempts.count(here, old)).toBe(0);
      expect(tries(attempts, 10_000).at(-1)).toBe(0);
    }
    expect(tries(attempts, 1)).toEqual([1000]);
  });

  it('forgets a key after 20,000 others, so that its memory has an end', () => {
    const attempts = new FailedAttempts(testEnvironment(), { capacity: 20_002, refill: 1000 });
    const old = randomBytes(32);
    attempts.count(here, old);
    tries(attempts, 20_000);
    expect(attempts.count(here, old)).toBe(0);
    // The last token went to the one that was forgotten.
    expect(tries(attempts, 1)).toEqual([1000]);
  });
});
