import { Turnstile } from '../../../src/key-service/access/turnstile.ts';

/** Work that goes on until the test ends it. */
function work() {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  return { act: () => promise, end: resolve, fail: reject };
}

describe('a turnstile', () => {
  it('lets so many through at a time, the others in their order', async () => {
    const turnstile = new Turnstile(2, 10);
    const works = [work(), work(), work(), work()];
    const begun: number[] = [];
    const passes = works.map(({ act }, index) =>
      turnstile.pass(() => {
        begun.push(index);
        return act();
      }),
    );
    expect(begun).toEqual([0, 1]);
    works[1]?.end('one');
    expect(await passes[1]).toBe('one');
    await new Promise(setImmediate);
    expect(begun).toEqual([0, 1, 2]);
    for (const { end } of works) end('rest');
    await Promise.all(passes);
    expect(begun).toEqual([0, 1, 2, 3]);
  });

  it('sends away whoever finds no room to wait, and says when to come back', async () => {
    const turnstile = new Turnstile(1, 1);
    const [first, second] = [work(), work()];
    const passes = [turnstile.pass(first.act), turnstile.pass(second.act)];
    await expect(turnstile.pass(async () => 'third')).rejects.toMatchObject({
      code: 'too-many',
      facts: { retryAfter: 1 },
    });
    first.end('');
    second.end('');
    await Promise.all(passes);
    expect(await turnstile.pass(async () => 'fourth')).toBe('fourth');
  });

  it('lets nobody who gives a name wait twice, and so take the room of others', async () => {
    const turnstile = new Turnstile(1, 2);
    const [inside, waiting] = [work(), work()];
    const passes = [turnstile.pass(inside.act, 'mallory'), turnstile.pass(waiting.act, 'mallory')];
    await expect(turnstile.pass(async () => 'again', 'mallory')).rejects.toMatchObject({ code: 'too-many' });
    const alice = turnstile.pass(async () => 'alice', 'alice');
    inside.end('');
    waiting.end('');
    await Promise.all(passes);
    expect(await alice).toBe('alice');
    expect(await turnstile.pass(async () => 'later', 'mallory')).toBe('later');
  });

  it('goes on after something that failed', async () => {
    const turnstile = new Turnstile(1, 1);
    const failing = work();
    const failed = turnstile.pass(failing.act);
    const next = turnstile.pass(async () => 'next');
    failing.fail(new Error('broken'));
    await expect(failed).rejects.toThrow('broken');
    expect(await next).toBe('next');
    expect(await turnstile.pass(async () => 'last')).toBe('last');
  });
});
