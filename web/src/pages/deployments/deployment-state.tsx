import type { Deployment } from '../../../../src/contract/management/deployments.ts';

import { Badge } from '../../components/badge.tsx';

/** How far a deployment is. */
export function DeploymentState({ deployment }: { deployment: Deployment }) {
  switch (deployment.state) {
    case 'Succeeded':
      return <Badge kind="success">Succeeded</Badge>;
    case 'Error':
      return <Badge kind="danger">{deployment.cancelledBy === null ? 'Error' : 'Cancelled'}</Badge>;
    case 'Timeout':
      return <Badge kind="danger">Timeout</Badge>;
    case 'Pending':
      if (deployment.cancelledBy !== null) return <Badge kind="warning">Being cancelled</Badge>;
      return <Badge kind="brand">{deployment.running ? 'Running' : 'Queued'}</Badge>;
  }
}
