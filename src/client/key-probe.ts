import type { Credential } from '../keys/credential.ts';
import type { Target } from '../keys/decision-table.ts';
import type { ProbeOutcome } from '../keys/probe-outcome.ts';
import type { CallOptions } from './deployments.ts';
import type { Transport } from './transport.ts';

export async function probeKey(
  _transport: Transport,
  _credential: Credential,
  _target: Target,
  _options: CallOptions = {},
): Promise<ProbeOutcome> {
  throw new Error('stub');
}
