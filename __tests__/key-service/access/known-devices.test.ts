import { createSecretKey, randomBytes } from 'node:crypto';
import { KnownDevices } from '../../../src/key-service/access/known-devices.ts';
import type { Peppers } from '../../../src/key-service/secrets/pepper-ring.ts';
import { testEnvironment } from '../support/environment.ts';

const userId = '6b1f8a52-9d3c-4f0e-8a77-0c2f5e1d4b96';
const pepper = () => ({ id: 'a pepper', key: createSecretKey(randomBytes(32)) });
const days = 24 * 60 * 60_000;

/** The note with another letter in one place, whatever stood there. */
function changedAt(note: string, place: number): string {
  return note.slice(0, place) + (note[place] === 'A' ? 'Q' : 'A') + note.slice(place + 1);
}

function peppers(current = pepper(), ...older: ReturnType<typeof pepper>[]): Peppers {
  return { current, all: [current, ...older] };
}

describe('a browser in which somebody has signed in', () => {
  it('is recognised for a year, as that of one account, and apart from others', () => {
    const environment = testEnvironment();
    const devices = new KnownDevices(peppers(), environment);
    const [one, other] = [devices.noteFor(userId), devices.noteFor(userId)];
    environment.advance(365 * days - 1);
    expect(devices.recognize(one)).toEqual({ id: expect.any(String), userId });
    expect(devices.recognize(other)?.id).not.toBe(devices.recognize(one)?.id);
    environment.advance(1);
    expect(devices.recognize(one)).toBeUndefined();
  });

  it('is still recognised after the pepper was changed, as long as the old one is there', () => {
    const [old, current] = [pepper(), pepper()];
    const note = new KnownDevices(peppers(old), testEnvironment()).noteFor(userId);
    expect(new KnownDevices(peppers(current, old), testEnvironment()).recognize(note)).toMatchObject({ userId });
    expect(new KnownDevices(peppers(current), testEnvironment()).recognize(note)).toBeUndefined();
  });

  it.each<[string, (note: string) => string | undefined]>([
    ['no note', () => undefined],
    ['nonsense', () => 'a.b.c.d'],
    ['the note of another account', (note) => note.replace('6b1f8a52', '00000000')],
    ['a note that says it is younger', (note) => note.replace(/\.(\w)/, '.z')],
    ['a note that names another browser', (note) => changedAt(note, note.lastIndexOf('.') - 1)],
    ['a note without signature', (note) => note.replace(/[^.]+$/, '')],
    ['a note with another signature', (note) => note.replace(/[^.]+$/, 'A'.repeat(43))],
  ])('is not recognised by %s', (_what, changed) => {
    const devices = new KnownDevices(peppers(), testEnvironment());
    const note = devices.noteFor(userId);
    expect(changed(note)).not.toBe(note);
    expect(devices.recognize(changed(note))).toBeUndefined();
  });
});
