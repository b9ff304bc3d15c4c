import type { KeySet } from '../../../../src/contract/management/keys.ts';
import { Badge } from '../../components/badge.tsx';
import { Time } from '../../components/time.tsx';

/** How soon an expiry is worth a warning, in milliseconds: fourteen days. */
const soon = 14 * 24 * 3_600_000;

/** Whether a set works, and what about it wants attention. */
export function KeyState({ set }: { set: KeySet }) {
  const dead = (['primary', 'secondary'] as const).filter((slot) => !set.slots[slot].alive);
  return (
    <span class="states">
      {set.state === 'active' && <Badge kind="success">Active</Badge>}
      {set.state === 'disabled' && <Badge kind="neutral">Disabled</Badge>}
      {set.state === 'expired' && <Badge kind="danger">Expired</Badge>}
      {dead.map((slot) => (
        <Badge key={slot} kind="danger">
          No {slot} value
        </Badge>
      ))}
      {set.state === 'active' && set.expiresAt !== null && Date.parse(set.expiresAt) - Date.now() < soon && (
        <Badge kind="warning">
          Expires <Time at={set.expiresAt} />
        </Badge>
      )}
    </span>
  );
}
