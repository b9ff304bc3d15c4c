import type { KeySlot } from '../../../../src/contract/key-slot.ts';
import type { KeySetUsage } from '../../../../src/contract/management/keys.ts';
import { Time } from '../../components/time.tsx';

/** Who will feel the end of a value: the callers of the last days, most recent first. */
export function WhatBreaks({ usage, slots }: { usage: KeySetUsage | undefined; slots: readonly KeySlot[] }) {
  if (usage === undefined) return <p class="quiet">Looking up who uses it …</p>;
  const used = slots.filter((slot) => usage.slots[slot].lastUsedAt !== null);
  if (used.length === 0) return <p>No call has been made with it so far.</p>;
  return (
    <ul class="what-breaks">
      {used.map((slot) => {
        const { lastUsedAt, callers } = usage.slots[slot];
        return (
          <li key={slot}>
            The {slot} value was used <Time at={lastUsedAt} />
            {callers.length > 0 && ' by '}
            {callers.slice(0, 5).map((caller, index) => (
              <span key={`${caller.repository} ${caller.workflow}`}>
                {index > 0 && ', '}
                <strong>{caller.repository ?? 'an unnamed caller'}</strong>
                {caller.workflow && `, workflow ${caller.workflow}`}
              </span>
            ))}
            {callers.length > 5 && ` and ${callers.length - 5} more`}.
          </li>
        );
      })}
    </ul>
  );
}
