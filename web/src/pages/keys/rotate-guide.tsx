import { useState } from 'preact/hooks';
import type { KeySlot } from '../../../../src/contract/key-slot.ts';
import type { KeySet, KeySetUsage } from '../../../../src/contract/management/keys.ts';
import { type KeyChanges, useKeySetUsage } from '../../api/keys.ts';
import { Time } from '../../components/time.tsx';
import { RegenerateDialog } from './regenerate-dialog.tsx';

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
  const [slot, setSlot] = useState<KeySlot>();
  const usage = useKeySetUsage(changes.place, set.id).data;
  const begun = useState(() => Date.now())[0];
  return (
    <section class="guide" aria-label="Rotate both keys">
      <h2>Rotate both keys</h2>
      <p>Pipelines that hold both values go on working the whole time.</p>
      <ol>
        <Step set={set} usage={usage} slot="secondary" begun={begun} onRegenerate={() => setSlot('secondary')} />
        <Step set={set} usage={usage} slot="primary" begun={begun} onRegenerate={() => setSlot('primary')} />
      </ol>
      {slot && (
        <RegenerateDialog
          set={set}
          slot={slot}
          changes={changes}
          canOverride={canOverride}
          onNewValue={onNewValue}
          onClose={() => setSlot(undefined)}
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
        <strong>Regenerate the {slot} key</strong> and put the new value into every store that holds it.{' '}
        {isNew ? (
          <wa-badge variant="success">
            made <Time at={createdAt} />
          </wa-badge>
        ) : (
          <wa-button size="s" onClick={onRegenerate} disabled={gate?.open === false}>
            Regenerate {slot} key
          </wa-button>
        )}
      </p>
      <p>
        <strong>Prove it:</strong> run the pipeline, or its stage Validate, with the new value.{' '}
        {isNew && lastUsedAt !== null && <wa-badge variant="success">used</wa-badge>}
        {isNew && lastUsedAt === null && <wa-badge variant="warning">waiting for its first use</wa-badge>}
        {!isNew && gate?.open === false && <span class="quiet">{gate.reason}</span>}
      </p>
    </li>
  );
}

/** A value that is younger belongs to the rotation that is under way, in milliseconds: two days, so that it can be taken up again. */
const recently = 2 * 24 * 3_600_000;
