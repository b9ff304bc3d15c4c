import { keySlots } from '../../../../src/contract/key-slot.ts';
import type { KeySet } from '../../../../src/contract/management/keys.ts';
import { relativeTime } from '../../components/time.tsx';

/** Something about a key set that its custodian should look at. */
export interface KeyFinding {
  readonly set: KeySet;
  readonly text: string;
  readonly isUrgent: boolean;
}

const day = 24 * 3_600_000;
const expirySoon = 14 * day;
const unusedLong = 90 * day;

/**
 * What wants attention among key sets: expired and expiring ones, those with a dead slot, and those that nobody uses.
 * @param now in milliseconds since 1970
 */
export function keyFindings(sets: readonly KeySet[], now: number): readonly KeyFinding[] {
  return sets
    .flatMap((set) => findingsOf(set, now).map((finding) => ({ set, ...finding })))
    .toSorted((one, other) => Number(other.isUrgent) - Number(one.isUrgent));
}

function findingsOf(set: KeySet, now: number): Omit<KeyFinding, 'set'>[] {
  if (set.state === 'disabled') return [];
  if (set.state === 'expired') return [{ text: 'has expired', isUrgent: true }];
  const findings: Omit<KeyFinding, 'set'>[] = [];
  for (const slot of keySlots) {
    if (!set.slots[slot].alive) findings.push({ text: `has no working ${slot} value`, isUrgent: true });
  }
  if (set.expiresAt !== null && Date.parse(set.expiresAt) - now < expirySoon) {
    findings.push({ text: `expires ${relativeTime(set.expiresAt, now)}`, isUrgent: true });
  }
  const uses = keySlots.map((slot) => set.slots[slot].lastUsedAt ?? set.createdAt);
  if (uses.every((use) => now - Date.parse(use) > unusedLong)) {
    findings.push({ text: 'was not used for 90 days', isUrgent: false });
  }
  return findings;
}
