import { keySlots } from '../../contract/key-slot.ts';
import type { KeyCaller, KeySet, KeySetUsage } from '../../contract/management/keys.ts';

/** A key set as people read it. */
export function setLines(set: KeySet): readonly string[] {
  const state = set.state === 'active' ? '' : `  ${set.state}`;
  const expiry = set.expiresAt === null ? '' : `  expires ${set.expiresAt}`;
  const slots = keySlots.flatMap((slot) => {
    const { masked, createdAt, lastUsedAt, alive, previous } = set.slots[slot];
    const dead = alive ? '' : '  no longer works: regenerate it';
    return [
      `  ${slot}: ${masked}  created ${createdAt}  last used ${lastUsedAt ?? 'never'}${dead}`,
      ...(previous ? [`    before: ${previous.masked}  works until ${previous.validUntil}`] : []),
    ];
  });
  return [
    `${set.id}  ${set.label}  (${set.permissions.join(', ')})  version ${set.version}${state}${expiry}`,
    ...slots,
  ];
}

/** The use of a key set as people read it. */
export function usageLines(usage: KeySetUsage): readonly string[] {
  return keySlots.flatMap((name) => {
    const { count, lastUsedAt, callers, previous, gate } = usage.slots[name];
    return [
      `${name}: used ${count} times, last ${lastUsedAt ?? 'never'}`,
      ...callers.map(callerLine),
      ...(previous
        ? [
            `  before, until ${previous.validUntil}: used ${previous.count} times, last ${previous.lastUsedAt ?? 'never'}`,
          ]
        : []),
      ...(previous?.callers ?? []).map(callerLine),
      gate.open ? '  may be regenerated' : `  may not be regenerated yet: ${gate.reason}`,
    ];
  });
}

function callerLine({ repository, workflow, runId, address, lastUsedAt, count }: KeyCaller): string {
  const who = [repository ?? 'somebody', workflow, runId && `run ${runId}`, address && `from ${address}`];
  return `  ${who.filter(Boolean).join(', ')}: ${count} times, last ${lastUsedAt}`;
}
