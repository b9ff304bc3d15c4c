import type { System } from '../../../../src/contract/management/organizations.ts';

import { Badge } from '../../components/badge.tsx';

/** Whether packages can be delivered to a DMS, and why not. */
export function SystemStatus({ system: { status } }: { system: System }) {
  if (status.reachable) return <Badge kind="success">Reachable</Badge>;
  return (
    <span>
      <Badge kind="danger">Not reachable</Badge> <span class="quiet">{status.reason}</span>
    </span>
  );
}
