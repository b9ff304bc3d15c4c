import { useState } from 'preact/hooks';
import { type KeySlot, keySlots } from '../../../../src/contract/key-slot.ts';
import type { KeySet, KeySetUsage } from '../../../../src/contract/management/keys.ts';
import { type KeyChanges, useKeySetUsage } from '../../api/keys.ts';
import { Badge } from '../../components/badge.tsx';
import { Time } from '../../components/time.tsx';
import { RegenerateDialog } from './regenerate-dialog.tsx';

/** The secondary key goes first: pipelines try the primary one before it. */
const order = keySlots.toReversed();

/**
 * Walks through the rotation of both slots (rotation spec 1): the secondary first, then, once a pipeline has used its new value,
 * the primary. Where it stands is read from the slots themselves, so it can be left and taken up again.
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
  onNewValue: (slot: KeySlot, value: string) => void;
}) {
  /** The slot whose dialog is open, and the set as it was when it opened (see the menu of a set). */
  const [regenerating, setRegenerating] = useState<{ readonly slot: KeySlot; readonly set: KeySet }>();
  const usage = useKeySetUsage(changes.place, set.id).data;
  const [begun] = useState(Date.now);
  return (
    <section class="guide" aria-label="Rotate both keys">
      <h2>Rotate both keys</h2>
      <p>Pipelines that hold both values go on working the whole time. What is said here follows what they do.</p>
      <ol>
        {order.map((each) => (
          <Step
            key={each}
            set={set}
            usage={usage}
            slot={each}
            begun={begun}
            onRegenerate={() => setRegenerating({ slot: each, set })}
          />
        ))}
      </ol>
      {regenerating && (
        <RegenerateDialog
          {...regenerating}
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
  begun,
  onRegenerate,
}: {
  set: KeySet;
  usage: KeySetUsage | undefined;
  slot: KeySlot;
  begun: number;
  onRegenerate: () => void;
}) {
  const { createdAt, lastUsedAt, version } = set.slots[slot];
  const isNew = version > 1 && Date.parse(createdAt) >= begun - recently;
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
        {!isNew && gate?.open === true && <span class="quiet">It may be regenerated now.</span>}
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

/** A value that is younger belongs to the rotation that is under way, in milliseconds: two days, so that it can be taken up again. */
const recently = 2 * 24 * 3_600_000;
