import type { KeySet } from '../../../../src/contract/management/keys.ts';
import { Time } from '../../components/time.tsx';

/** How soon an expiry is worth a warning, in milliseconds: fourteen days. */
const soon = 14 * 24 * 3_600_000;

/** Whether a set works, and what about it wants attention. */
export function KeyState({ set }: { set: KeySet }) {
  const dead = (['primary', 'secondary'] as const).filter((slot) => !set.slots[slot].alive);
  return (
    <span class="states">
      {set.state === 'active' && (
        <wa-badge appearance="filled" variant="success">
          Active
        </wa-badge>
      )}
      {set.state === 'disabled' && (
        <wa-badge appearance="filled" variant="neutral">
          Disabled
        </wa-badge>
      )}
      {set.state === 'expired' && (
        <wa-badge appearance="filled" variant="danger">
          Expired
        </wa-badge>
      )}
      {dead.map((slot) => (
        <wa-badge key={slot} appearance="filled" variant="danger">
          No {slot} value
        </wa-badge>
      ))}
      {set.state === 'active' && set.expiresAt !== null && Date.parse(set.expiresAt) - Date.now() < soon && (
        <wa-badge appearance="filled" variant="warning">
          Expires <Time at={set.expiresAt} />
        </wa-badge>
      )}
    </span>
  );
}
