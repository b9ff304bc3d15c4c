import type { Deployment } from '../../../../src/contract/management/deployments.ts';

/** The repository and run that asked for it, as far as the pipeline said so. */
export function Origin({ deployment: { caller } }: { deployment: Deployment }) {
  if (caller.repository === null) return <span class="quiet">unknown</span>;
  return (
    <>
      {caller.repository}
      {caller.workflow && <span class="quiet">, {caller.workflow}</span>}
      {caller.runId && <span class="quiet">, run {caller.runId}</span>}
    </>
  );
}
