import { keySlots } from '../../../../src/contract/key-slot.ts';
import type { KeySet } from '../../../../src/contract/management/keys.ts';
import type { KeyChanges } from '../../api/keys.ts';
import { ConfirmByLabel } from '../../components/confirm-by-label.tsx';
import { toast } from '../../components/toasts.tsx';
import { WhatBreaks } from './what-breaks.tsx';

/** Ends a whole set. */
export function RevokeDialog({
  set,
  changes,
  onRevoked,
  onClose,
}: {
  set: KeySet;
  changes: KeyChanges;
  onRevoked: (() => void) | undefined;
  onClose: () => void;
}) {
  return (
    <ConfirmByLabel
      title="Revoke the key set"
      label={set.label}
      submit="Revoke"
      onClose={onClose}
      onConfirm={async (confirm) => {
        await changes.revoke(set.id, confirm, set.version);
        toast(`${set.label} is revoked`);
        onRevoked?.();
      }}
    >
      <wa-callout variant="danger">
        <wa-icon slot="icon" name="triangle-exclamation" />
        Both values stop working at once, and for ever.
        <WhatBreaks place={changes.place} set={set} slots={keySlots} />
      </wa-callout>
    </ConfirmByLabel>
  );
}
