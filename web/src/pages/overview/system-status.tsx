import type { System } from '../../../../src/contract/management/organizations.ts';

/** Whether packages can be delivered to a DMS, and why not. */
export function SystemStatus({ system: { status } }: { system: System }) {
  if (status.reachable)
    return (
      <wa-badge appearance="filled" variant="success">
        Reachable
      </wa-badge>
    );
  return (
    <span>
      <wa-badge appearance="filled" variant="danger">
        Not reachable
      </wa-badge>{' '}
      <span class="quiet">{status.reason}</span>
    </span>
  );
}
