import { requireFutureTime, requireTime } from '../../src/key-service/given-time.ts';

const noon = Date.UTC(2026, 10, 23, 12);

describe('a time that somebody gave', () => {
  it.each(['2026-11-23T12:00Z', '2026-11-23T12:00:00Z', '2026-11-23T12:00:00.000Z', '2026-11-23T14:00:00+02:00'])(
    'may be %s',
    (text) => {
      expect(requireTime('expiry', text)).toBe(noon);
    },
  );

  it.each([
    '',
    '2026-11-23',
    '2026-11-23T12:00:00',
    '23.11.2026 12:00',
    'tomorrow',
    '2030-02-31T12:00:00Z',
    '2030-00-01T12:00:00Z',
    '2026-13-01T12:00:00Z',
    '1763899200',
  ])('may not be "%s"', (text) => {
    expect(() => requireTime('expiry', text)).toThrow('The expiry is no time');
  });

  it('must lie in the future where it says how long something goes on', () => {
    expect(requireFutureTime('expiry', '2026-11-23T12:00:00.001Z', noon)).toBe(noon + 1);
    expect(() => requireFutureTime('expiry', '2026-11-23T12:00:00Z', noon)).toThrow(
      expect.objectContaining({ code: 'invalid', message: expect.stringContaining('has passed') }),
    );
  });
});
