import Sequencer from '@jest/test-sequencer';

type Tests = Parameters<Sequencer['sort']>[0];

/** Whose tests start processes: services, browsers, actions. */
const slow = /__tests__\/(soak|cli|browser|e2e)\//;

/**
 * Begins with the tests that take longest, so that none of them is left alone at the end. Jest does this by the times of earlier runs;
 * in a fresh clone there are none, and it goes by the sizes of files, which tell nothing.
 */
export default class SlowFirst extends Sequencer {
  override sort(tests: Tests): Tests {
    const sorted = super.sort(tests) as Tests;
    const isSlow = ({ path }: Tests[number]) => slow.test(path);
    return [...sorted.filter(isSlow), ...sorted.filter((test) => !isSlow(test))];
  }
}
