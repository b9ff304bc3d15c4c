import { TokenBuckets } from '../../../src/key-service/access/token-buckets.ts';
import { testEnvironment } from '../support/environment.ts';

const size = { capacity: 3, refill: 1000 };

describe('token buckets', () => {
  it('give so many tokens at once, then one for each time that passes', () => {
    const environment = testEnvironment();
    const buckets = new TokenBuckets(size, environment);
    expect([1, 2, 3, 4].map(() => buckets.take('a'))).toEqual([0, 0, 0, 1000]);
    environment.advance(400);
    expect(buckets.take('a')).toBe(600);
    environment.advance(600);
    expect([buckets.take('a'), buckets.take('a')]).toEqual([0, 1000]);
    environment.advance(60_000);
    expect([1, 2, 3, 4].map(() => buckets.take('a'))).toEqual([0, 0, 0, 1000]);
  });

  it('make nobody wait longer because the clock was set back', () => {
    const environment = testEnvironment();
    const buckets = new TokenBuckets(size, environment);
    buckets.take('a');
    environment.advance(-60 * 60_000);
    expect(buckets.take('a')).toBe(1000);
    environment.advance(1000);
    expect(buckets.take('a')).toBe(0);
  });

  it('are apart for each name', () => {
    const buckets = new TokenBuckets({ capacity: 1, refill: 1000 }, testEnvironment());
    expect([buckets.take('a'), buckets.take('b'), buckets.take('a')]).toEqual([0, 0, 1000]);
  });

  it('take tokens back', () => {
    const buckets = new TokenBuckets(size, testEnvironment());
    for (let count = 0; count < 3; count++) buckets.take('a');
    buckets.giveBack('a');
    expect([buckets.take('a'), buckets.take('a')]).toEqual([0, 1000]);
    for (let count = 0; count < 3; count++) buckets.giveBack('a');
    expect(buckets.count).toBe(0);
    buckets.giveBack('a');
    expect([1, 2, 3, 4].map(() => buckets.take('a'))).toEqual([0, 0, 0, 1000]);
  });

  it('are forgotten when they are full, and when there are too many those that were not used for the longest time', () => {
    const environment = testEnvironment();
    const buckets = new TokenBuckets(size, environment);
    for (let name = 0; name < 20_000; name++) buckets.take(`old ${name}`);
    buckets.take('old 0');
    buckets.take('one more');
    expect(buckets.count).toBe(20_000);
    expect([buckets.take('old 0'), buckets.take('old 0')]).toEqual([0, 1000]);
    environment.advance(3000);
    buckets.take('new');
    expect(buckets.count).toBe(1);
  });
});
