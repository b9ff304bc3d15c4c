import { type DeploymentState, deploymentStateOf } from '../contract/deployment-state.ts';
import { deploymentPath, paths } from '../contract/paths.ts';
import type { DeployAnswer, DeploymentInfo, DeployRequest } from '../contract/schemas.ts';
import type { Credential } from '../keys/credential.ts';
import { type CheckedAnswer, checkedAnswer } from './answer-schema.ts';
import { jsonBody } from './json-body.ts';
import type { TransportRequest } from './message.ts';
import type { Outcome } from './outcome.ts';
import { sendWithRetries } from './retry.ts';
import { type CallOptions, outcomeOf, shortCallLimits } from './service-call.ts';
import type { Transport } from './transport.ts';
import { visibleText, withCleanTexts } from './visible-text.ts';

/** A deployment as the service shows it; `known: false` when it knows none by that ID (yet). */
export type DeploymentReading =
  | { known: true; state: DeploymentState; info: DeploymentInfo }
  | { known: false; detail: string };

/**
 * Asks the service to deploy an uploaded artifact to the DMS of the key (spec 2.2). Sent once: only a request that
 * cannot have left is sent again. After `bad-answer`, or `unavailable` with `sent`, nobody knows whether it started.
 */
export async function startDeployment(
  transport: Transport,
  credential: Credential,
  artifactId: string,
  options: CallOptions = {},
): Promise<Outcome<DeployAnswer>> {
  const request: TransportRequest = {
    method: 'POST',
    path: paths.deployArtifact,
    credential,
    body: jsonBody({ artifactId } satisfies DeployRequest),
    limits: shortCallLimits,
  };
  const exchange = await sendWithRetries(transport, request, { call: 'deploy', target: 'volatile', ...options });
  return await outcomeOf(transport, request, exchange, (text) => checkedAnswer('DeployAnswer', text));
}

/** Reads the state of a deployment (spec 2.3). Every text in it is made fit for a log. */
export async function readDeployment(
  transport: Transport,
  credential: Credential,
  deploymentId: string,
  options: CallOptions = {},
): Promise<Outcome<DeploymentReading>> {
  const request: TransportRequest = {
    method: 'GET',
    path: deploymentPath(deploymentId),
    credential,
    limits: shortCallLimits,
  };
  const exchange = await sendWithRetries(transport, request, { call: 'poll', target: 'volatile', ...options });
  const outcome = await outcomeOf(transport, request, exchange, (text) =>
    readInfo(text, (part) => visibleText(transport.redact(part))),
  );
  if (exchange.verdict === 'missing' && outcome.kind === 'refused') {
    return { kind: 'answered', value: { known: false, detail: outcome.detail } };
  }
  return outcome;
}

async function readInfo(text: string, clean: (text: string) => string): Promise<CheckedAnswer<DeploymentReading>> {
  const checked = await checkedAnswer('DeploymentInfoAnswer', text);
  if (!checked.ok) return checked;
  const info = withCleanTexts(checked.value.DeploymentInfo, clean) as DeploymentInfo;
  return { ok: true, value: { known: true, state: deploymentStateOf(info.currentState), info } };
}
