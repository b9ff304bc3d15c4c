import type { Initiator } from '../../contract/management/initiator.ts';
import type { AuthenticatedKey } from './key-verifier.ts';

/** A key as records name it: its set, and which of the two it is. */
export function keyInitiator({ setId, label, slot }: AuthenticatedKey): Initiator {
  return { type: 'key', id: setId, name: `${label} (${slot})` };
}
