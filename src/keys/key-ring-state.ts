import { type KeySlot, keySlots } from '../contract/key-slot.ts';

export type SlotState = 'untested' | 'accepted' | 'rejected' | 'ambiguous' | 'unknown';

/** What is known about one slot. `reason` says why, for people; it never holds a part of the key. */
export type SlotStatus = { slot: KeySlot; given: boolean; state: SlotState; reason?: string };

/** What is known about both slots, primary first. */
export type KeyRingState = readonly SlotStatus[];

/** The state before any call: every slot untested. */
export function untestedState(given: readonly KeySlot[]): KeyRingState {
  return keySlots.map((slot) => ({ slot, given: given.includes(slot), state: 'untested' }));
}

/** The state after a slot was found to be `state`. */
export function withSlotState(ring: KeyRingState, slot: KeySlot, state: SlotState, reason?: string): KeyRingState {
  return ring.map((report) =>
    report.slot === slot ? { slot, given: report.given, state, ...(reason !== undefined && { reason }) } : report,
  );
}

/** The slot that the next call uses: the first given one that is not rejected. Only a rejection moves on (spec 2.6.4). */
export function slotToUse(ring: KeyRingState): KeySlot | undefined {
  return ring.find(({ given, state }) => given && state !== 'rejected')?.slot;
}

/** True when a given key was rejected: somebody should regenerate that slot and update the secret that holds it. */
export function needsRotation(ring: KeyRingState): boolean {
  return ring.some(({ given, state }) => given && state === 'rejected');
}
