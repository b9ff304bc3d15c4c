import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Artifacts } from '../artifacts/artifacts.ts';
import { type Connector, InstallError } from '../dms/connector.ts';
import type { ConnectorSettings } from '../dms/connector-kinds.ts';
import { Cancelled, type DeploymentHold } from './deployment-hold.ts';
import type { ClaimedDeployment } from './deployment-queue.ts';

/** A deployment that took this many processes with it is ended, so that it cannot take the next one, too. */
const maxAttempts = 3;

export interface InstallationParts {
  readonly artifacts: Artifacts;
  readonly connectorFor: (settings: ConnectorSettings) => Connector;
  /** Where packages lie while they are installed. */
  readonly workFolder: string;
}

/**
 * Brings a package to its DMS.
 * @param signal ends it before the package is in place; then the DMS is as it was before
 * @throws the reason of the signal, LeaseLost, Cancelled, and whatever says why the package cannot be installed
 */
export async function installDeployment(
  deployment: ClaimedDeployment,
  hold: DeploymentHold,
  { artifacts, connectorFor, workFolder }: InstallationParts,
  signal: AbortSignal,
): Promise<void> {
  const connector = connectorFor(deployment.settings);
  // Each attempt has a file of its own: a worker that is late must not get at the package of the one after it.
  const fileOf = (attempt: number) => join(workFolder, `${deployment.id}.${attempt}.dmapp`);
  for (let earlier = 1; earlier < deployment.attempt; earlier++) await rm(fileOf(earlier), { force: true });
  const turn = { deploymentId: deployment.id, confirmTurn: () => hold.confirm() };
  if (deployment.attempt > 1) {
    hold.mayHaveLeftovers = true;
    if (await connector.recover(turn)) return;
    // Before anything that may end it: from here on it is true that the DMS is as it was before.
    hold.mayHaveLeftovers = false;
  }
  if (deployment.isCancelled) throw new Cancelled('the deployment was cancelled');
  if (deployment.attempt > maxAttempts) {
    throw new InstallError(
      `The service stopped ${maxAttempts} times while it installed this package`,
      'Check the package, and the log of the service. The DMS is as it was before.',
    );
  }
  const packageFile = fileOf(deployment.attempt);
  try {
    await artifacts.copyTo(deployment.artifactId, packageFile, signal);
    await connector.install({
      ...turn,
      confirmWanted: () => hold.confirmWanted(),
      packageFile,
      signal,
      report: (event) => hold.report({ context: connector.name, ...event }),
    });
  } finally {
    await rm(packageFile, { force: true });
  }
}
