import { useEffect, useRef, useState } from 'preact/hooks';
import type { KeySlot } from '../../../../src/contract/key-slot.ts';
import { maxGraceHours } from '../../../../src/contract/limits.ts';
import type { KeySet } from '../../../../src/contract/management/keys.ts';
import { type KeyChanges, useKeySetUsage } from '../../api/keys.ts';
import { ConfirmByLabel } from '../../components/confirm-by-label.tsx';
import { toast } from '../../components/toasts.tsx';
import type { FreshValue } from './fresh-value.ts';
import { WhatBreaks } from './what-breaks.tsx';

/** Replaces the value of one slot. The new one is handed on, to be shown at once; not to somebody who has left meanwhile. */
export function RegenerateDialog({
  set,
  slot,
  proposedGrace = 0,
  changes,
  canOverride,
  onNewValue,
  onClose,
}: {
  set: KeySet;
  slot: KeySlot;
  /** In hours. */
  proposedGrace?: number;
  changes: KeyChanges;
  canOverride: boolean;
  onNewValue: (fresh: FreshValue) => void;
  onClose: () => void;
}) {
  const gate = useKeySetUsage(changes.place, set.id).data?.slots[slot].gate;
  const [graceHours, setGraceHours] = useState(proposedGrace);
  const [override, setOverride] = useState(false);
  const isLeft = useRef(false);
  useEffect(
    () => () => {
      isLeft.current = true;
    },
    [],
  );
  const regenerate = async (confirm: string) => {
    const { value } = await changes.regenerate(set.id, {
      slot,
      confirm,
      version: set.version,
      ...(graceHours > 0 && { graceHours }),
      ...(override && { override }),
    });
    toast(`The ${slot} key of ${set.label} is new`);
    if (!isLeft.current) onNewValue({ set: set.id, slot, version: set.slots[slot].version + 1, value });
  };
  return (
    <ConfirmByLabel
      title={`Regenerate the ${slot} key`}
      label={set.label}
      submit={`Regenerate ${slot} key`}
      onConfirm={regenerate}
      onClose={onClose}
    >
      <wa-callout variant="warning">
        <wa-icon slot="icon" name="triangle-exclamation" />
        {graceHours > 0
          ? `The old ${slot} value works for another ${graceHours} h.`
          : `The old ${slot} value stops working at once.`}{' '}
        The {slot === 'primary' ? 'secondary' : 'primary'} one is not touched.
        <WhatBreaks place={changes.place} set={set} slots={[slot]} />
      </wa-callout>
      <wa-input
        type="number"
        label="Let the old value work for (hours)"
        hint={`0 to ${maxGraceHours}; after a leak 0`}
        min={0}
        max={maxGraceHours}
        value={String(graceHours)}
        onInput={(event: Event) => setGraceHours(Number((event.target as HTMLInputElement).value))}
      />
      {gate?.open === false && (
        <wa-callout variant="danger">
          <p>{gate.reason}</p>
          {canOverride ? (
            <label>
              <input type="checkbox" checked={override} onChange={() => setOverride(!override)} /> Regenerate all the
              same; this is audited
            </label>
          ) : (
            <p>Only an Owner may go on all the same.</p>
          )}
        </wa-callout>
      )}
    </ConfirmByLabel>
  );
}
