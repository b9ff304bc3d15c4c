import { jest } from '@jest/globals';
import { temporaryFolder } from '../key-service/support/folder.ts';
import { sqlite } from '../key-service/support/stores.ts';
import { Seeded } from './seeded.ts';
import { answerTimes, compared, type Times } from './timing-soak.ts';

// The service is a process of its own; `npm run test:soak` tries each key 10,000 times.
jest.setTimeout(120_000);

describe('a service that is sent keys that do not work', () => {
  it('gives one answer to all, and none by a way that takes much longer', async () => {
    const times = await answerTimes(
      { store: await sqlite.unmade(), folder: await temporaryFolder(), samples: 100, seed: 1 },
      () => true,
    );
    // On a machine that is busy with other tests, the quickest answer is the one that nothing held up.
    const quickest = Object.values(times).map((its) => Math.min(...its));
    expect(quickest).toHaveLength(7);
    expect(Math.max(...quickest)).toBeLessThan(2 * Math.min(...quickest));
  });
});

describe('the comparison of the times of answers', () => {
  const batches = 50;

  /** Times as a machine measures them: never quicker than the work, often a little slower, now and then much. */
  function times(slower: number, { noise = 20, seed = 1 } = {}): Times {
    const chance = new Seeded(seed);
    const some = (least: number) =>
      Array.from({ length: batches * 100 }, () => {
        const held = chance.next() < 0.02 ? 3_000 * chance.next() : 0;
        return least + noise * -Math.log(1 - chance.next()) + held;
      });
    return { unknown: some(120), dead: some(120 + slower) };
  }

  it.each([0, 2, -2])('lets %d µs pass, which nobody sees over a network', (slower) => {
    expect(compared(times(slower))).toMatchObject({ different: [], unclear: [] });
  });

  it.each([10, -10])('finds %d µs', (slower) => {
    expect(compared(times(slower))).toMatchObject({ different: ['dead'], unclear: [] });
  });

  it('finds them also when only the quick answers show them', () => {
    const { unknown = [], dead = [] } = times(0);
    const shifted = dead.map((time) => (time < 125 ? time + 30 : time));
    expect(compared({ unknown, dead: shifted }).different).toEqual(['dead']);
  });

  it('is not led astray by other work that holds one of them up for a while', () => {
    const { unknown = [], dead = [] } = times(0);
    const burst = dead.map((time, index) => (index < 500 ? time + 1_000 : time));
    expect(compared({ unknown, dead: burst })).toMatchObject({ different: [], unclear: [] });
  });

  it('does not say that keys are alike when it cannot tell', () => {
    expect(compared(times(0, { noise: 500 }))).toMatchObject({ different: [], unclear: ['dead'] });
  });

  it('takes a fiftieth of longer answers for unseen', () => {
    const longer = Object.fromEntries(
      Object.entries(times(15)).map(([kind, its]) => [kind, its.map((time) => time + 900)]),
    );
    expect(compared(longer)).toMatchObject({ different: [], unclear: [] });
  });
});
