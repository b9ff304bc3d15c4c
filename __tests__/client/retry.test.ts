import type { Answer, NoAnswer } from '../../src/client/message.ts';
import { endingOf, pauseBeforeNext, retryAfter } from '../../src/client/retry.ts';
import type { Verdict } from '../../src/keys/decision-table.ts';

const now = Date.UTC(2026, 10, 23, 10);
const answer = (status: number, headers = {}): Answer => ({ kind: 'answer', status, headers, text: '' });
const lost: NoAnswer = { kind: 'no-answer', sent: true, cause: 'network', detail: '' };
const pause = (
  verdict: Verdict,
  reply = answer(503),
  attempts = 1,
  fraction = 0,
  target: 'volatile' | 'catalog' = 'volatile',
) => pauseBeforeNext({ reply, verdict, attempts }, target, now, { fraction: () => fraction, uuid: () => '' });

describe('Retry-After', () => {
  it.each([
    ['40', 40_000],
    ['0', 1_000],
    ['Mon, 23 Nov 2026 10:02:00 GMT', 120_000],
    ['Mon, 23 Nov 2026 09:00:00 GMT', 1_000],
    ['soon', undefined],
    ['-5', undefined],
    ['', undefined],
    [undefined, undefined],
  ])('%j asks for %j milliseconds', (header, milliseconds) => {
    expect(retryAfter(header, now)).toBe(milliseconds);
  });
});

describe('the pause before a request is sent again', () => {
  it.each<Verdict>(['proceed', 'accepted', 'rejected', 'ambiguous', 'missing', 'exists', 'unknown', 'stop'])(
    'is none after the verdict %s, for it is not sent again',
    (verdict) => {
      expect(pause(verdict)).toBeUndefined();
    },
  );

  it('doubles after failures and is none after the third', () => {
    expect([1, 2, 3].map((attempts) => pause('retry', answer(503), attempts))).toEqual([1_000, 2_000, undefined]);
  });

  it('is shortened by chance, by a half at most', () => {
    expect(pause('retry', answer(503), 2, 0.5)).toBe(1_500);
    expect(pause('retry', answer(503), 2, 0.999_999)).toBe(1_000);
  });

  it('is what a failing service asks for, when that is longer', () => {
    expect(pause('retry', answer(503, { 'retry-after': '30' }))).toBe(30_000);
  });

  it('is what a rate limit asks for, however often', () => {
    expect(pause('wait', answer(429, { 'retry-after': '40' }), 9)).toBe(40_000);
  });

  it('is 36 seconds at the rate limit of key-catalog, and grows at others, when nothing is asked for', () => {
    expect([1, 2].map((attempts) => pause('wait', answer(429), attempts, 0.5, 'catalog'))).toEqual([36_000, 36_000]);
    expect([1, 2, 5, 9].map((attempts) => pause('wait', answer(429), attempts))).toEqual([
      5_000, 10_000, 60_000, 60_000,
    ]);
  });

  it.each(['tls', 'body', 'cancelled'] as const)('is none when the cause is %s: trying again cannot help', (cause) => {
    expect(
      pauseBeforeNext({ reply: { ...lost, cause }, verdict: 'retry', attempts: 1 }, 'volatile', now, {
        fraction: () => 0,
        uuid: () => '',
      }),
    ).toBeUndefined();
  });
});

describe('the ending of a request', () => {
  it('is its status, or whether it may have arrived', () => {
    expect(endingOf(answer(404))).toBe(404);
    expect(endingOf(lost)).toBe('lost');
    expect(endingOf({ ...lost, sent: false })).toBe('unsent');
  });

  it('is lost when the answer of a success broke off, but a status that says no counts without its text', () => {
    expect(endingOf({ ...answer(200), flaw: 'broke-off' })).toBe('lost');
    expect(endingOf({ ...answer(403), flaw: 'broke-off' })).toBe(403);
  });
});
