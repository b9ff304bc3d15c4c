import { useState } from 'preact/hooks';
import type { KeySlot } from '../../../../src/contract/key-slot.ts';
import type { KeySet, KeySetUsage } from '../../../../src/contract/management/keys.ts';
import { type KeyChanges, useKeySetUsage } from '../../api/keys.ts';
import { Badge } from '../../components/badge.tsx';
import { Time } from '../../components/time.tsx';
import { useAtNow } from '../../lib/now.ts';
import type { FreshValue } from './fresh-value.ts';
import { RegenerateDialog } from './regenerate-dialog.tsx';

/**
 * Walks through the rotation of both slots (rotation spec 1): the secondary first, for pipelines try the primary one before it;
 * then, once a pipeline has used its new value and the runs before that are over, the primary. Where it stands is read from the
 * slots themselves, so it can be left and taken up again.
 */
export function RotateGuide({
  set,
  changes,
  canOverride,
  onNewValue,
}: {
  set: KeySet;
  changes: KeyChanges;
  canOverride: boolean;
  onNewValue: (fresh: FreshValue) => void;
}) {
  /** The slot whose dialog is open, and the set as it was when it opened (see the menu of a set). */
  const [regenerating, setRegenerating] = useState<{ readonly slot: KeySlot; readonly set: KeySet }>();
  const usage = useKeySetUsage(changes.place, set.id).data;
  const [begun] = useState(Date.now);
  const isNew = (slot: KeySlot) => {
    const { version, createdAt } = set.slots[slot];
    return version > 1 && Date.parse(createdAt) >= begun - recently;
  };
  const isDraining = isNew('secondary') && !isNew('primary');
  const step = (slot: KeySlot) => ({
    ...{ set, usage, slot, isNew: isNew(slot) },
    onRegenerate: () => setRegenerating({ slot, set }),
  });
  return (
    <section class="guide" aria-label="Rotate both keys">
      <h2>Rotate both keys</h2>
      <p>
        Pipelines go on working the whole time if each old value keeps its grace of {drainHours} hours and no run takes
        longer. What is said here follows what they do.
      </p>
      <ol>
        <Step {...step('secondary')} />
        <Drain end={isDraining ? Date.parse(set.slots.secondary.createdAt) + drain : undefined} />
        <Step {...step('primary')} />
      </ol>
      {regenerating && (
        <RegenerateDialog
          {...regenerating}
          proposedGrace={drainHours}
          changes={changes}
          canOverride={canOverride}
          onNewValue={onNewValue}
          onClose={() => setRegenerating(undefined)}
        />
      )}
    </section>
  );
}

function Step({
  set,
  usage,
  slot,
  isNew,
  onRegenerate,
}: {
  set: KeySet;
  usage: KeySetUsage | undefined;
  slot: KeySlot;
  isNew: boolean;
  onRegenerate: () => void;
}) {
  const { createdAt, lastUsedAt } = set.slots[slot];
  const gate = usage?.slots[slot].gate;
  return (
    <li>
      <p>
        <strong>Regenerate the {slot} key</strong> and put the new value into every store that holds it.
      </p>
      <div class="actions" role="status">
        {isNew ? (
          <Badge kind="success">
            Made <Time at={createdAt} />
          </Badge>
        ) : (
          <wa-button size="s" variant="brand" onClick={onRegenerate} disabled={gate?.open !== true}>
            Regenerate {slot} key
          </wa-button>
        )}
        {!isNew && gate?.open === true && <span class="quiet">The key service allows it now.</span>}
        {!isNew && gate?.open === false && <span class="quiet">Not yet: {gate.reason}.</span>}
      </div>
      <p>
        <strong>Prove it:</strong> run the pipeline, or its stage Validate, with the new value.
      </p>
      {isNew && (
        <div class="actions" role="status">
          {lastUsedAt === null ? (
            <Badge kind="warning">Waiting for its first use</Badge>
          ) : (
            <Badge kind="success">
              Used <Time at={lastUsedAt} />
            </Badge>
          )}
          <span class="quiet">{usage?.slots[slot].callers[0]?.repository}</span>
        </div>
      )}
    </li>
  );
}

/** @param end when it has been long enough; absent while nobody waits for it */
function Drain({ end }: { end: number | undefined }) {
  return (
    <li>
      <p>
        <strong>Let the old runs end.</strong> A run that began before still needs the old values, and so does one that
        is repeated with them.
      </p>
      {end !== undefined && <DrainState end={end} />}
    </li>
  );
}

function DrainState({ end }: { end: number }) {
  const isOver = useAtNow((now) => now >= end);
  return (
    <div class="actions" role="status">
      <Badge kind={isOver ? 'success' : 'warning'}>
        {isOver ? (
          `${drainHours} hours have passed`
        ) : (
          <>
            Go on <Time at={new Date(end).toISOString()} />
          </>
        )}
      </Badge>
    </div>
  );
}

/** How long a run may go on with what it began with: so long is the wait between the slots, and each grace (rotation spec 2). */
const drainHours = 24;
const drain = drainHours * 3_600_000;

/** A value that is younger belongs to the rotation that is under way, in milliseconds: two days, so that it can be taken up again. */
const recently = 2 * 24 * 3_600_000;
