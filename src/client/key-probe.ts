import { catalogItemPath, deploymentPath } from '../contract/paths.ts';
import type { Credential } from '../keys/credential.ts';
import type { Target } from '../keys/decision-table.ts';
import type { ProbeOutcome } from '../keys/probe-outcome.ts';
import { parsedJson } from './answer-schema.ts';
import type { TransportRequest } from './message.ts';
import { sendWithRetries } from './retry.ts';
import { type CallOptions, outcomeOf, shortCallLimits } from './service-call.ts';
import type { Transport } from './transport.ts';

/**
 * Tests a key without any effect: asks for a deployment (a system key) or a Catalog item (an organization key) by an ID
 * that is made up, so that "not found" proves the key (spec 2.6).
 */
export async function probeKey(
  transport: Transport,
  credential: Credential,
  target: Target,
  options: CallOptions = {},
): Promise<ProbeOutcome> {
  const id = transport.chance.uuid();
  const path = target === 'volatile' ? deploymentPath(id) : catalogItemPath(id);
  const request: TransportRequest = { method: 'GET', path, credential, limits: shortCallLimits };
  const exchange = await sendWithRetries(transport, request, { call: 'probe', target, ...options });
  const outcome = await outcomeOf(transport, request, exchange, parsedJson);
  if (outcome.kind === 'answered') return { kind: 'accepted' };
  if (outcome.kind === 'rejected') return outcome;
  if (outcome.kind === 'refused' && exchange.verdict === 'accepted') return { kind: 'accepted' };
  if (outcome.kind === 'refused' && exchange.verdict === 'ambiguous') {
    return { kind: 'ambiguous', status: outcome.status, detail: outcome.detail };
  }
  return { kind: 'unknown', detail: outcome.detail };
}
