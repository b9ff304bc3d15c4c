import type { Initiator } from '../../../src/contract/management/initiator.ts';
import type { KeySetReference } from '../../../src/key-service/keys/key-set-reference.ts';

/** Who does what tests do to key sets. */
export const aTest: Initiator = { type: 'operator', id: null, name: 'a test' };

/** A key set, wherever it lies. */
export function anywhere(id: string): KeySetReference {
  return { id, owner: 'anywhere' };
}
