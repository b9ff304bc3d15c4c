import type { KeySelf } from '../contract/schemas.ts';
import type { Credential } from '../keys/credential.ts';
import type { Transport } from './transport.ts';

/** Who is this key? Undefined when the service does not say; never an error. */
export async function describeKey(_transport: Transport, _credential: Credential): Promise<KeySelf | undefined> {
  throw new Error('stub');
}
