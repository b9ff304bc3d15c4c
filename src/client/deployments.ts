import type { DeploymentState } from '../contract/deployment-state.ts';
import type { DeploymentInfo } from '../contract/schemas.ts';
import type { Credential } from '../keys/credential.ts';
import type { Outcome } from './outcome.ts';
import type { Transport } from './transport.ts';

export type CallOptions = { waitBudget?: number };

/** A deployment as the service shows it now. `missing`: not known (yet). */
export type DeploymentReading =
  | { known: true; state: DeploymentState; info: DeploymentInfo }
  | { known: false; detail: string };

export async function startDeployment(
  _transport: Transport,
  _credential: Credential,
  _artifactId: string,
  _options: CallOptions = {},
): Promise<Outcome<{ deploymentId: string }>> {
  throw new Error('stub');
}

export async function readDeployment(
  _transport: Transport,
  _credential: Credential,
  _deploymentId: string,
  _options: CallOptions = {},
): Promise<Outcome<DeploymentReading>> {
  throw new Error('stub');
}
