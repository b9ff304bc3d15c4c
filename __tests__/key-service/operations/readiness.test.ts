import { Readiness } from '../../../src/key-service/operations/readiness.ts';

const hurried = { limit: 20, goodFor: 0 };

describe('readiness', () => {
  it('is given when every check passes', async () => {
    const readiness = new Readiness({ store: () => true, disk: async () => true });
    expect(await readiness.report()).toEqual({ ready: true, checks: { store: 'ok', disk: 'ok', serving: 'ok' } });
  });

  it.each<[string, () => boolean | Promise<boolean>]>([
    ['says no', () => false],
    ['throws', () => Promise.reject(new Error('the password is 12345'))],
    [
      'throws at once',
      () => {
        throw new Error('broken');
      },
    ],
    ['never ends', () => new Promise<boolean>(() => undefined)],
  ])('is not given when a check %s, and which one is all that is told', async (_what, check) => {
    const readiness = new Readiness({ store: check, disk: () => true }, undefined, hurried);
    expect(await readiness.report()).toEqual({
      ready: false,
      checks: { store: 'failing', disk: 'ok', serving: 'ok' },
    });
  });

  it('ends the moment the service is asked to end, without another check', async () => {
    const ending = new AbortController();
    const readiness = new Readiness({ store: () => true }, ending.signal);
    await readiness.report();
    ending.abort();
    expect(await readiness.report()).toEqual({ ready: false, checks: { store: 'ok', serving: 'failing' } });
  });

  it('is checked once for all who ask within a second', async () => {
    let checks = 0;
    const readiness = new Readiness({ store: () => ++checks > 0 });
    await Promise.all([readiness.report(), readiness.report()]);
    await readiness.report();
    expect(checks).toBe(1);
  });

  it('is checked again after that', async () => {
    const answers = [false, true];
    const readiness = new Readiness({ store: () => answers.shift() ?? false }, undefined, hurried);
    expect((await readiness.report()).ready).toBe(false);
    await new Promise((resolve) => setTimeout(resolve, 1));
    expect((await readiness.report()).ready).toBe(true);
  });

  it('never begins a check again that still hangs', async () => {
    let begun = 0;
    const hanging = () => {
      begun += 1;
      return new Promise<boolean>(() => undefined);
    };
    const readiness = new Readiness({ store: hanging }, undefined, hurried);
    await readiness.report();
    await readiness.report();
    expect(begun).toBe(1);
  });
});
