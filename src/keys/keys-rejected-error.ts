import type { Target } from './decision-table.ts';
import type { KeyRingState, SlotStatus } from './key-ring-state.ts';

const runbook = 'docs/runbooks/rotate-keys.md';

/** No given key works. Nothing is sent after the last rejection. `slots` tells what each slot answered. */
export class KeysRejectedError extends Error {
  override readonly name = 'KeysRejectedError';
  readonly slots: KeyRingState;

  /** @param permission the permission that the refused call needs, when keys of the target have permissions */
  constructor(slots: KeyRingState, target: Target, permission?: string) {
    const given = slots.filter((slot) => slot.given).length;
    super(
      [
        `${given > 1 ? 'Both keys were' : 'The only key given was'} rejected: ${slots.map(describe).join('; ')}.`,
        'Nothing more was sent.',
        target === 'volatile'
          ? 'These endpoints need a system key of the DMS to deploy to, not an organization key.'
          : `Each key is wrong, or lacks the permission ${permission ? `"${permission}"` : 'that the call needs'}.`,
        `Check the key set on the Keys page of the Admin app and follow ${runbook}.`,
      ].join(' '),
    );
    this.slots = slots;
  }
}

function describe({ slot, given, reason }: SlotStatus): string {
  if (!given) return `the ${slot} key is missing (none was given)`;
  return `the ${slot} key: ${reason ?? 'rejected'}`;
}
