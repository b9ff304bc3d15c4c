import type { KeySlot } from '../../../src/contract/key-slot.ts';
import { gateOf } from '../../../src/key-service/keys/rotation-gate.ts';
import type { StoredSlot } from '../../../src/key-service/keys/stored-key-set.ts';

interface Newest {
  readonly version: number;
  readonly used?: boolean;
  readonly dead?: boolean;
}

function slotWith({ version, used = false, dead = false }: Newest): StoredSlot {
  return {
    newest: {
      id: 'a value',
      version,
      hint: 'abcd',
      state: dead ? 'replaced' : 'current',
      validUntil: null,
      createdAt: Date.UTC(2026, 10, 23, 10),
      uses: used ? 1 : 0,
      lastUsedAt: used ? Date.UTC(2026, 10, 23, 11) : null,
      lastRoute: null,
    },
    previous: undefined,
  };
}

function gate(slot: KeySlot, primary: Newest, secondary: Newest) {
  return gateOf({ primary: slotWith(primary), secondary: slotWith(secondary) }, slot);
}

describe('the gate', () => {
  it.each<[string, Newest]>([
    ["the set's first one, never used", { version: 1 }],
    ["the set's first one, used", { version: 1, used: true }],
    ['a regenerated one that was used since', { version: 2, used: true }],
  ])('is open when the other value is %s', (_what, other) => {
    expect(gate('primary', { version: 1, used: true }, other)).toEqual({ open: true, reason: null });
    expect(gate('secondary', other, { version: 3 })).toEqual({ open: true, reason: null });
  });

  it('is closed while the other value was regenerated and not used since, and says so', () => {
    expect(gate('primary', { version: 1, used: true }, { version: 2 })).toEqual({
      open: false,
      reason: 'the newest secondary value, made at 2026-11-23T10:00:00.000Z, has not been used yet',
    });
    expect(gate('secondary', { version: 2 }, { version: 2, used: true })).toMatchObject({
      open: false,
      reason: expect.stringContaining('the newest primary value'),
    });
  });

  it('does not look at the slot that is regenerated: the same one may be done again and again', () => {
    expect(gate('secondary', { version: 1 }, { version: 2 }).open).toBe(true);
    expect(gate('secondary', { version: 2, used: true }, { version: 7 }).open).toBe(true);
  });

  it('is closed while the other slot has no value that works, however well that was used', () => {
    for (const other of [
      { version: 1, dead: true },
      { version: 2, used: true, dead: true },
    ]) {
      expect(gate('primary', { version: 1 }, other)).toEqual({
        open: false,
        reason: 'the secondary slot has no value that works',
      });
    }
  });

  it('is open for a slot without a value that works, once the other is known to', () => {
    expect(gate('primary', { version: 2, dead: true }, { version: 2, used: true }).open).toBe(true);
    expect(gate('primary', { version: 2, dead: true }, { version: 2 }).open).toBe(false);
  });

  it('is open for both slots when neither has a value that works', () => {
    expect(gate('primary', { version: 2, dead: true }, { version: 1, dead: true }).open).toBe(true);
    expect(gate('secondary', { version: 2, dead: true }, { version: 1, dead: true }).open).toBe(true);
  });
});
