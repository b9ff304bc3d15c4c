import type { KeySlot } from '../../contract/key-slot.ts';
import { timestamp } from '../environment.ts';
import { KeyServiceError } from '../key-service-error.ts';
import { isAlive, type StoredSlot } from './stored-key-set.ts';

/** Whether a slot may be regenerated now; else why not. */
export type Gate = { readonly open: true; readonly reason: null } | { readonly open: false; readonly reason: string };

const open: Gate = { open: true, reason: null };

/**
 * The gate of the rotation (spec 2): a slot may be regenerated only while the other one is known to work for those who use it,
 * that is when its newest value is the set's first one, or was used since it was made. A slot without a value that works
 * proves nothing; where both are without, there is nothing to lose.
 */
export function gateOf(slots: { readonly [slot in KeySlot]: StoredSlot }, slot: KeySlot): Gate {
  const otherName = slot === 'primary' ? 'secondary' : 'primary';
  const other = slots[otherName];
  if (!isAlive(other)) {
    return isAlive(slots[slot]) ? closed(`the ${otherName} slot has no value that works`) : open;
  }
  const { version, lastUsedAt, createdAt } = other.newest;
  if (version === 1 || lastUsedAt !== null) return open;
  return closed(`the newest ${otherName} value, made at ${timestamp(createdAt)}, has not been used yet`);
}

/** How a closed gate is told. */
export function gateRefusal(slot: KeySlot, reason: string): KeyServiceError {
  return new KeyServiceError(
    'gate',
    `The ${slot} slot cannot be regenerated yet: ${reason}`,
    'First let a pipeline run with the other value, or check it with "keys check", and try again a few seconds later. ' +
      'An Owner may override this; whoever still needs the old value is then locked out.',
    { facts: { slot } },
  );
}

function closed(reason: string): Gate {
  return { open: false, reason };
}
