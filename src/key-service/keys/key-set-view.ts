import { keyPrefixes } from '../../contract/key-format.ts';
import type { KeySet, KeySlotView } from '../../contract/management/keys.ts';
import { timestamp } from '../environment.ts';
import { scopeOf } from './key-set-owner.ts';
import { isAlive, type StoredKeySet, type StoredSlot, type StoredValue } from './stored-key-set.ts';

/** A live key set as the Keys page shows it (design 5). @param now in milliseconds since 1970 */
export function keySetView(set: StoredKeySet, now: number): KeySet {
  return {
    id: set.id,
    label: set.label,
    scope: scopeOf(set),
    permissions: JSON.parse(set.permissions) as string[],
    state: stateOf(set, now),
    expiresAt: maybeTimestamp(set.expires_at),
    createdAt: timestamp(set.created_at),
    createdBy: set.created_by,
    changedAt: timestamp(set.changed_at),
    changedBy: set.changed_by,
    version: set.version,
    slots: { primary: slotView(set, set.slots.primary, now), secondary: slotView(set, set.slots.secondary, now) },
  };
}

/** What keeps a set from working. Of two reasons, the one that somebody decided on: an expired set may be disabled as well. */
function stateOf(set: StoredKeySet, now: number): KeySet['state'] {
  if (set.state === 'disabled') return 'disabled';
  return set.expires_at !== null && set.expires_at <= now ? 'expired' : 'active';
}

function slotView(set: StoredKeySet, slot: StoredSlot, now: number): KeySlotView {
  const { newest } = slot;
  return {
    masked: masked(set, newest),
    createdAt: timestamp(newest.createdAt),
    lastUsedAt: maybeTimestamp(newest.lastUsedAt),
    version: newest.version,
    alive: isAlive(slot),
    previous: withGrace(set, slot, now, (value, validUntil) => ({
      validUntil: timestamp(validUntil),
      lastUsedAt: maybeTimestamp(value.lastUsedAt),
      masked: masked(set, value),
    })),
  };
}

/** What there is to say of the value before, while its grace lasts: never longer than the set; null when there is none. */
export function withGrace<View>(
  set: StoredKeySet,
  { previous }: StoredSlot,
  now: number,
  view: (value: StoredValue, validUntil: number) => View,
): View | null {
  if (previous === undefined) return null;
  const validUntil = Math.min(previous.validUntil ?? 0, set.expires_at ?? Number.POSITIVE_INFINITY);
  return validUntil > now ? view(previous, validUntil) : null;
}

function masked(set: StoredKeySet, { hint }: StoredValue): string {
  return `${keyPrefixes[scopeOf(set)]}…${hint}`;
}

/** A time that may be missing, as it travels. */
export function maybeTimestamp(time: number | null): string | null {
  return time === null ? null : timestamp(time);
}
