import { keySlots } from '../../../../src/contract/key-slot.ts';
import type { KeyCaller, KeySet } from '../../../../src/contract/management/keys.ts';
import { useKeySetUsage } from '../../api/keys.ts';
import { Failure, Loading } from '../../components/notices.tsx';
import { exactTime, Time } from '../../components/time.tsx';
import type { Place } from '../../lib/addresses.ts';

/** Who used which slot, when, from which repository and run. */
export function KeyUsage({ place, set }: { place: Place; set: KeySet }) {
  const usage = useKeySetUsage(place, set.id);
  if (usage.isPending) return <Loading what="the usage" />;
  if (usage.isError) return <Failure error={usage.error} retry={usage.refetch} />;
  return (
    <section>
      <h2>Usage</h2>
      {keySlots.map((slot) => {
        const { count, lastUsedAt, callers, previous } = usage.data.slots[slot];
        return (
          <div key={slot}>
            <h3>{slot === 'primary' ? 'Primary' : 'Secondary'}</h3>
            <p>
              {count === 0 ? 'Not used since it was made.' : `${callsOf(count)}, last `}
              {count > 0 && <Time at={lastUsedAt} />}
            </p>
            <Callers callers={callers} />
            {previous && (
              <>
                <p>
                  The value before works until {exactTime(previous.validUntil)}:{' '}
                  {previous.count === 0 ? 'no calls since.' : `${callsOf(previous.count)}, last `}
                  {previous.count > 0 && <Time at={previous.lastUsedAt} />}
                </p>
                <Callers callers={previous.callers} />
              </>
            )}
          </div>
        );
      })}
    </section>
  );
}

function callsOf(count: number): string {
  return count === 1 ? '1 call' : `${count} calls`;
}

function Callers({ callers }: { callers: readonly KeyCaller[] }) {
  if (callers.length === 0) return null;
  return (
    <ul class="callers">
      {callers.map((caller) => (
        <li key={`${caller.repository} ${caller.workflow} ${caller.route} ${caller.address}`}>
          <Caller caller={caller} />
        </li>
      ))}
    </ul>
  );
}

function Caller({ caller }: { caller: KeyCaller }) {
  return (
    <>
      <strong>{caller.repository ?? 'Unnamed caller'}</strong>
      {caller.workflow && `, workflow ${caller.workflow}`}
      {caller.runId && `, run ${caller.runId}`}
      {caller.address && <span class="quiet"> from {caller.address}</span>}: {caller.count}×, last{' '}
      <Time at={caller.lastUsedAt} />
    </>
  );
}
