import { createHash } from 'node:crypto';
import { formatKey } from '../../src/contract/key-format.ts';
import type { KeySlot } from '../../src/contract/key-slot.ts';

/** A key of the measured population; made from its place, so that whoever sends keys needs no list of them. */
export function keyAt(set: number, slot: KeySlot): string {
  return formatKey('system', createHash('sha256').update(`benchmark key ${set} ${slot}`).digest());
}
