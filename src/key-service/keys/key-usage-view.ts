import type { KeySlot } from '../../contract/key-slot.ts';
import type { KeyCaller, KeySetUsage } from '../../contract/management/keys.ts';
import { timestamp } from '../environment.ts';
import type { Database } from '../store/schema.ts';
import { forgottenName } from './caller-use.ts';
import type { KeySetParts } from './key-set-parts.ts';
import { type KeySetReference, storedKeySet } from './key-set-reference.ts';
import { maybeTimestamp, withGrace } from './key-set-view.ts';
import { gateOf } from './rotation-gate.ts';
import { type StoredKeySet, type StoredValue, usableValues } from './stored-key-set.ts';

/** Most callers that are shown of one value; there may be any number, since they name themselves. */
const maxCallers = 50;

/** See {@link KeySets.usage}. */
export async function keySetUsage(parts: KeySetParts, reference: KeySetReference): Promise<KeySetUsage> {
  const now = parts.environment.now();
  await parts.usage.flush(usableValues(await storedKeySet(parts.db, reference, now)));
  const set = await storedKeySet(parts.db, reference, now);
  return {
    slots: {
      primary: await slotUsage(parts.db, set, 'primary', now),
      secondary: await slotUsage(parts.db, set, 'secondary', now),
    },
  };
}

async function slotUsage(
  db: Database,
  set: StoredKeySet,
  name: KeySlot,
  now: number,
): Promise<KeySetUsage['slots'][KeySlot]> {
  const slot = set.slots[name];
  const { newest } = slot;
  return {
    count: newest.uses,
    lastUsedAt: maybeTimestamp(newest.lastUsedAt),
    lastRoute: newest.lastRoute,
    callers: await callersOf(db, newest),
    previous: await withGrace(set, slot, now, async (value, validUntil) => ({
      validUntil: timestamp(validUntil),
      count: value.uses,
      lastUsedAt: maybeTimestamp(value.lastUsedAt),
      callers: await callersOf(db, value),
    })),
    gate: gateOf(set.slots, name),
  };
}

async function callersOf(db: Database, { id }: StoredValue): Promise<KeyCaller[]> {
  const rows = await db
    .selectFrom('key_usage')
    .selectAll()
    .where('value_id', '=', id)
    .where('repository', '!=', forgottenName)
    .orderBy('last_used_at', 'desc')
    .orderBy('repository')
    .orderBy('workflow')
    .limit(maxCallers)
    .execute();
  return rows.map((row) => ({
    repository: row.repository || null,
    workflow: row.workflow || null,
    runId: row.last_run_id,
    runAttempt: row.last_run_attempt,
    route: row.last_route,
    address: row.last_address,
    firstUsedAt: timestamp(row.first_used_at),
    lastUsedAt: timestamp(row.last_used_at),
    count: row.count,
  }));
}
