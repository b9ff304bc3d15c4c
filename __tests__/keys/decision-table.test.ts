import { type Call, classify, type Ending, type Target, type Verdict } from '../../src/keys/decision-table.ts';

const calls: Call[] = ['probe', 'upload', 'register', 'deploy', 'poll'];

/** Section 2.9 of the specification of dataminer.services, a row for each answer, a column for each call. */
const rows: [Ending, ...Verdict[]][] = [
  //        probe       upload      register    deploy      poll
  [200, 'accepted', 'proceed', 'proceed', 'proceed', 'proceed'],
  [400, 'stop', 'stop', 'stop', 'stop', 'stop'],
  [401, 'rejected', 'rejected', 'rejected', 'rejected', 'rejected'],
  [403, 'rejected', 'rejected', 'rejected', 'rejected', 'rejected'],
  [404, 'accepted', 'stop', 'stop', 'stop', 'missing'],
  [409, 'stop', 'exists', 'exists', 'stop', 'stop'],
  [413, 'stop', 'stop', 'stop', 'stop', 'stop'],
  [429, 'wait', 'wait', 'wait', 'wait', 'wait'],
  [500, 'retry', 'retry', 'retry', 'unknown', 'retry'],
  [503, 'retry', 'retry', 'retry', 'unknown', 'retry'],
  ['lost', 'retry', 'retry', 'retry', 'unknown', 'retry'],
  ['unsent', 'retry', 'retry', 'retry', 'retry', 'retry'],
  [302, 'stop', 'stop', 'stop', 'stop', 'stop'],
  [418, 'stop', 'stop', 'stop', 'stop', 'stop'],
];

const cells = rows.flatMap(([ending, ...verdicts]) =>
  calls.map((call, column): [Ending, Call, Verdict | undefined] => [ending, call, verdicts[column]]),
);

describe('the decision table', () => {
  it.each(cells)('judges %s to a v1-0 %s as %s', (ending, call, verdict) => {
    expect(classify(call, 'volatile', ending)).toBe(verdict);
  });

  it.each(cells.filter(([ending, call]) => ending !== 403 || call !== 'probe'))(
    'judges %s to a key-catalog %s as %s',
    (ending, call, verdict) => {
      expect(classify(call, 'catalog', ending)).toBe(verdict);
    },
  );

  it('takes 403 to a key-catalog probe for ambiguous: the key may only lack the permission to read', () => {
    expect(classify('probe', 'catalog', 403)).toBe('ambiguous');
  });

  it.each<[Call, Target, Verdict]>([
    ['upload', 'volatile', 'proceed'],
    ['register', 'catalog', 'proceed'],
    ['deploy', 'catalog', 'proceed'],
    ['deploy', 'volatile', 'stop'],
    ['poll', 'volatile', 'stop'],
    ['probe', 'volatile', 'stop'],
  ])('takes 201 to %s (%s) for %s: v1-0 deploys and polls answer exactly 200', (call, target, verdict) => {
    expect(classify(call, target, 201)).toBe(verdict);
  });
});
