import type { KeySlot } from '../../../../src/contract/key-slot.ts';
import type { KeyCaller, KeySet } from '../../../../src/contract/management/keys.ts';
import { useKeySetUsage } from '../../api/keys.ts';
import { exactTime, Time } from '../../components/time.tsx';
import type { Place } from '../../lib/addresses.ts';

/**
 * Who will feel the end of the values of some slots: the callers of the last days, most recent first. With a value ends the one
 * before it, whatever is left of its grace.
 */
export function WhatBreaks({ place, set, slots }: { place: Place; set: KeySet; slots: readonly KeySlot[] }) {
  const usage = useKeySetUsage(place, set.id);
  if (usage.isPending) return <p class="quiet">Looking up who uses it …</p>;
  if (usage.data === undefined) return <p>It cannot be told now who uses it.</p>;
  const ends = slots.map((slot) => ({ slot, ...usage.data.slots[slot] }));
  if (ends.every(({ lastUsedAt, previous }) => lastUsedAt === null && previous === null))
    return <p>No call has been made with it so far.</p>;
  return (
    <ul class="what-breaks">
      {ends.map(({ slot, previous, ...newest }) => (
        <>
          {newest.lastUsedAt !== null && (
            <li>
              The {slot} value was used <LastUse {...newest} />
            </li>
          )}
          {previous && (
            <li>
              The {slot} value before, promised until {exactTime(previous.validUntil)}, stops at once.{' '}
              {previous.lastUsedAt === null ? (
                'No call has been made with it so far.'
              ) : (
                <>
                  It was used <LastUse {...previous} />
                </>
              )}
            </li>
          )}
        </>
      ))}
    </ul>
  );
}

function LastUse({ lastUsedAt, callers }: { lastUsedAt: string | null; callers: readonly KeyCaller[] }) {
  return (
    <>
      <Time at={lastUsedAt} />
      {callers.length > 0 && ' by '}
      {callers.slice(0, 5).map((caller, index) => (
        <span key={`${caller.repository} ${caller.workflow}`}>
          {index > 0 && ', '}
          <strong>{caller.repository ?? 'an unnamed caller'}</strong>
          {caller.workflow && `, workflow ${caller.workflow}`}
        </span>
      ))}
      {callers.length > 5 && ` and ${callers.length - 5} more`}.
    </>
  );
}
