import { createSecretKey, randomBytes } from 'node:crypto';
import { systemEnvironment } from '../../../src/key-service/environment.ts';
import { createDataKey, openValue, sealValue, unwrapDataKey } from '../../../src/key-service/secrets/seal.ts';

const masterKey = createSecretKey(randomBytes(32));
const place = { organizationId: 'o1', setId: 's1', slot: 'primary', version: 1 } as const;

describe('a sealed value', () => {
  const { dataKey, wrapped } = createDataKey(masterKey, 's1', systemEnvironment);
  const sealed = sealValue(dataKey, 'the value', place, systemEnvironment);

  it('opens with the data key that the master key unwraps', () => {
    expect(openValue(unwrapDataKey(masterKey, 's1', wrapped), sealed, place)).toBe('the value');
  });

  it('is different each time', () => {
    expect(sealValue(dataKey, 'the value', place, systemEnvironment)).not.toEqual(sealed);
  });

  it.each([
    { ...place, organizationId: 'o2' },
    { ...place, setId: 's2' },
    { ...place, slot: 'secondary' as const },
    { ...place, version: 2 },
  ])('does not open at another place: %j', (other) => {
    expect(() => openValue(dataKey, sealed, other)).toThrow();
  });

  it('does not open when one bit of it was changed', () => {
    for (const position of [0, 12, 28, sealed.length - 1]) {
      const changed = Buffer.from(sealed);
      changed[position] = (changed[position] ?? 0) ^ 1;
      expect(() => openValue(dataKey, changed, place)).toThrow();
    }
  });

  it('says by its first byte how it is laid out, and no other layout is taken for this one', () => {
    expect(sealed[0]).toBe(1);
    expect(() => openValue(dataKey, Uint8Array.of(2, ...sealed.slice(1)), place)).toThrow('a format that');
  });

  it('cannot be read with a data key of another set or under another master key', () => {
    expect(() => unwrapDataKey(masterKey, 's2', wrapped)).toThrow();
    expect(() => unwrapDataKey(createSecretKey(randomBytes(32)), 's1', wrapped)).toThrow();
  });
});
