import { type KeyScope, keyPrefixes } from '../../contract/key-format.ts';
import type { KeySlot } from '../../contract/key-slot.ts';
import { timestamp } from '../environment.ts';
import type { KeySetState } from '../store/schema.ts';

/** A key set as the Keys page shows it (design 5). */
export interface KeySetView {
  readonly id: string;
  readonly label: string;
  readonly scope: KeyScope;
  readonly permissions: readonly string[];
  readonly state: KeySetState;
  readonly createdAt: string;
  readonly createdBy: string;
  readonly version: number;
  readonly slots: { readonly [slot in KeySlot]: SlotView };
}

export interface SlotView {
  /** Prefix and last four characters. */
  readonly masked: string;
  readonly createdAt: string;
  readonly lastUsedAt: string | null;
}

/** A current value with its set, as the store lists them. */
export interface ListedValue {
  readonly id: string;
  readonly label: string;
  readonly permissions: string;
  readonly state: KeySetState;
  readonly version: number;
  readonly created_at: number;
  readonly created_by: string;
  readonly slot: KeySlot;
  readonly hint: string;
  readonly value_created_at: number;
  readonly last_used_at: number | null;
}

/** One set from the rows of its two current values. */
export function keySetView(scope: KeyScope, values: readonly ListedValue[]): KeySetView {
  const slotView = (slot: KeySlot): SlotView => {
    const value = values.find((candidate) => candidate.slot === slot);
    if (value === undefined) throw new Error(`a key set has no current ${slot} value`);
    return {
      masked: `${keyPrefixes[scope]}…${value.hint}`,
      createdAt: timestamp(value.value_created_at),
      lastUsedAt: value.last_used_at === null ? null : timestamp(value.last_used_at),
    };
  };
  const [set] = values as readonly [ListedValue];
  return {
    id: set.id,
    label: set.label,
    scope,
    permissions: JSON.parse(set.permissions) as string[],
    state: set.state,
    createdAt: timestamp(set.created_at),
    createdBy: set.created_by,
    version: set.version,
    slots: { primary: slotView('primary'), secondary: slotView('secondary') },
  };
}
