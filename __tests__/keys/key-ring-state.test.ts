import {
  needsRotation,
  type SlotState,
  slotToUse,
  untestedState,
  withSlotState,
} from '../../src/keys/key-ring-state.ts';

const both = untestedState(['primary', 'secondary']);

describe('the state of a key ring', () => {
  it('starts with every slot untested, also those that are not given', () => {
    expect(untestedState(['primary'])).toEqual([
      { slot: 'primary', given: true, state: 'untested' },
      { slot: 'secondary', given: false, state: 'untested' },
    ]);
  });

  it('remembers why a slot is what it is, and forgets it with the next finding', () => {
    const rejected = withSlotState(both, 'primary', 'rejected', 'answered 403');

    expect(rejected[0]).toEqual({ slot: 'primary', given: true, state: 'rejected', reason: 'answered 403' });
    expect(withSlotState(rejected, 'primary', 'accepted')[0]).toEqual({
      slot: 'primary',
      given: true,
      state: 'accepted',
    });
    expect(rejected[1]).toEqual(both[1]);
  });

  it.each<SlotState>(['untested', 'accepted', 'ambiguous', 'unknown'])('uses a primary key that is %s', (state) => {
    expect(slotToUse(withSlotState(both, 'primary', state))).toBe('primary');
  });

  it('uses the secondary key once the primary key is rejected, and none once both are', () => {
    const first = withSlotState(both, 'primary', 'rejected');

    expect(slotToUse(first)).toBe('secondary');
    expect(slotToUse(withSlotState(first, 'secondary', 'rejected'))).toBeUndefined();
  });

  it('never uses a slot that is not given', () => {
    expect(slotToUse(withSlotState(untestedState(['primary']), 'primary', 'rejected'))).toBeUndefined();
    expect(slotToUse(untestedState(['secondary']))).toBe('secondary');
  });

  it('needs rotation only after a rejection', () => {
    expect(needsRotation(withSlotState(both, 'primary', 'unknown'))).toBe(false);
    expect(needsRotation(withSlotState(both, 'secondary', 'rejected'))).toBe(true);
    expect(needsRotation(untestedState(['primary']))).toBe(false);
  });
});
