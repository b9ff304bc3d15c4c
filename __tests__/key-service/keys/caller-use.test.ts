import { addUse, type CallerUse, forgottenName } from '../../../src/key-service/keys/caller-use.ts';

function use(name: string, at: number): CallerUse {
  const caller = { repository: name, workflow: '', runId: '1', runAttempt: null, address: null };
  return { ...caller, count: 1, firstAt: at, at, route: `GET /${at}` };
}

function callersFrom(first: number, end: number): CallerUse[] {
  const callers: CallerUse[] = [];
  for (let number = first; number < end; number++) addUse(callers, use(`acme/${number}`, number));
  return callers;
}

describe('the callers of a value', () => {
  it('are kept apart by name, the one that called last at the end, with its last call', () => {
    const callers = callersFrom(0, 3);
    addUse(callers, use('acme/0', 9));
    expect(callers.map(({ repository }) => repository)).toEqual(['acme/1', 'acme/2', 'acme/0']);
    expect(callers.at(-1)).toMatchObject({ count: 2, firstAt: 0, at: 9, route: 'GET /9' });
  });

  it('are the last hundred; the others lose their names, and still count', () => {
    const callers = callersFrom(0, 130);
    expect(callers).toHaveLength(101);
    expect(callers[0]).toEqual({ ...use(forgottenName, 29), count: 30, firstAt: 0, runId: null });
    expect(callers[1]).toMatchObject({ repository: 'acme/30', count: 1 });
  });

  it.each<[string, number]>([
    ['there were few before', 0],
    ['there were too many before as well', 130],
  ])('can be added to one another when %s: those without a name stay one', (_what, before) => {
    const callers = callersFrom(0, before);
    for (const one of callersFrom(500, 630)) addUse(callers, one);
    const names = callers.map(({ repository }) => repository);
    expect(new Set(names).size).toBe(101);
    expect(names.slice(0, 2)).toEqual([forgottenName, 'acme/530']);
    expect(callers.reduce((sum, { count }) => sum + count, 0)).toBe(before + 130);
  });
});
