import { readFileSync } from 'node:fs';

interface Invariant {
  readonly id: string;
  /** The tests that show it, as the document names them. */
  readonly shownBy: readonly string[];
}

const document = readFileSync('docs/threat-model.md', 'utf8');

/** The rows of its tables that name tests. */
const invariants: readonly Invariant[] = [...document.matchAll(/^\| (INV-\d+) \|.*\| (`.+) \|$/gm)].map(
  ([, id = '', shownBy = '']) => ({ id, shownBy: shownBy.split('<br>') }),
);

const named = invariants.flatMap(({ id, shownBy }) => shownBy.map((test) => ({ id, test })));

describe('the threat model', () => {
  it('numbers its invariants without a gap', () => {
    const expected = invariants.map((_, index) => `INV-${String(index + 1).padStart(2, '0')}`);
    expect(invariants.map(({ id }) => id)).toEqual(expected);
    expect(invariants.length).toBeGreaterThan(30);
  });

  it('has a test for every row that states an invariant', () => {
    expect(document.match(/^\| INV-\d+ \|/gm)).toHaveLength(invariants.length);
  });

  it.each(named)('names a test of $id that exists: $test', ({ test }) => {
    const [, file = '', title] = /^`([^`]+)`: (.+)$/.exec(test) ?? [];
    expect(readFileSync(file, 'utf8')).toContain(`'${title}'`);
  });

  it('refers to no invariant that is not there', () => {
    const known = new Set(invariants.map(({ id }) => id));
    expect([...document.matchAll(/INV-\d+/g)].map(([id]) => id).filter((id) => !known.has(id))).toEqual([]);
  });
});
