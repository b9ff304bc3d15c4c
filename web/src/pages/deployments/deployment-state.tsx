import type { Deployment } from '../../../../src/contract/management/deployments.ts';

/** How far a deployment is. */
export function DeploymentState({ deployment }: { deployment: Deployment }) {
  switch (deployment.state) {
    case 'Succeeded':
      return (
        <wa-badge appearance="filled" variant="success">
          Succeeded
        </wa-badge>
      );
    case 'Error':
      return (
        <wa-badge appearance="filled" variant="danger">
          {deployment.cancelledBy === null ? 'Error' : 'Cancelled'}
        </wa-badge>
      );
    case 'Timeout':
      return (
        <wa-badge appearance="filled" variant="danger">
          Timeout
        </wa-badge>
      );
    case 'Pending':
      if (deployment.cancelledBy !== null)
        return (
          <wa-badge appearance="filled" variant="warning">
            Being cancelled
          </wa-badge>
        );
      return (
        <wa-badge appearance="filled" variant="brand">
          {deployment.running ? 'Running' : 'Queued'}
        </wa-badge>
      );
  }
}
