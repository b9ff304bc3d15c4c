import type { DeploymentState } from '../contract/deployment-state.ts';
import type { KeySlot } from '../contract/key-slot.ts';
import type { DeploymentEvent } from '../contract/schemas.ts';
import type { SlotStatus } from '../keys/key-ring-state.ts';
import { type ExitCode, exitCodes } from './exit-code.ts';
import type { UploadPackage } from './package-source.ts';
import type { Stage } from './stage.ts';

/**
 * State that a job claims. `Succeeded` only when the service said so; `Unknown` when the answer to the deploy request was
 * lost, so that nobody can tell whether the deployment started (design 4).
 */
export type ReportedState = DeploymentState | 'Unknown';

/** What a job did, as far as it came. Holds no key. */
export type DeployReport = {
  stage: Stage;
  dryRun: boolean;
  serviceUrl: string;
  keys: readonly SlotStatus[];
  keySlot?: KeySlot;
  keyLabel?: string;
  /** True when one of the given keys was rejected: the set waits for somebody to finish its rotation. */
  rotationNeeded: boolean;
  package?: UploadPackage;
  artifactId?: string;
  deploymentId?: string;
  deploymentState?: ReportedState;
  events: readonly DeploymentEvent[];
  steps: readonly { title: string; milliseconds: number }[];
  failure?: { exitCode: ExitCode; message: string; next: string };
};

export function exitCodeOf(report: DeployReport): ExitCode {
  return report.failure?.exitCode ?? exitCodes.ok;
}

/** Names of the action's outputs; `deploy --json` prints them as one object (design 4). */
export const outputDescriptions = {
  'artifact-id': 'ID of the uploaded artifact, for a later stage `Deploy`.',
  ARTIFACT_ID: 'The same as `artifact-id`, under the name that older workflows read.',
  'deployment-id': 'ID of the deployment.',
  'deployment-state':
    '`Succeeded`, `Error`, `Timeout`, `Pending` (still running when the time was up) or `Unknown` (answer lost).',
  'key-slot': 'Slot of the key that worked: `primary` or `secondary`.',
  'key-label': 'Label of the key set, where the service tells it.',
  'rotation-needed': '`true` when one of the given keys was rejected.',
  'package-path': 'Path of the package, when it is kept (stage `Package`, or a given package).',
  'package-sha256': 'SHA-256 of the package.',
  'package-version': 'Version inside the package.',
  'catalog-id': 'Catalog item, for target `catalog`.',
} as const;
export type OutputName = keyof typeof outputDescriptions;

/** Outputs of a job; those that have no value are empty. */
export function outputsOf(report: DeployReport): Record<OutputName, string> {
  return {
    'artifact-id': report.artifactId ?? '',
    ARTIFACT_ID: report.artifactId ?? '',
    'deployment-id': report.deploymentId ?? '',
    'deployment-state': report.deploymentState ?? '',
    'key-slot': report.keySlot ?? '',
    'key-label': report.keyLabel ?? '',
    'rotation-needed': String(report.rotationNeeded),
    'package-path': report.package?.kept ? report.package.file : '',
    'package-sha256': report.package?.sha256 ?? '',
    'package-version': report.package?.version ?? '',
    'catalog-id': '',
  };
}
