import type { SelectQueryBuilder } from 'kysely';
import { type KeySlot, keySlots } from '../../contract/key-slot.ts';
import type { KeyValueState, Queries, Tables } from '../store/schema.ts';

export type KeySetRow = Tables['key_sets'];

/** One value of a set, without what it could be recovered from. */
export interface StoredValue {
  readonly id: string;
  readonly version: number;
  readonly hint: string;
  readonly state: KeyValueState;
  /** End of a grace; null for none. */
  readonly validUntil: number | null;
  readonly createdAt: number;
  readonly uses: number;
  /** Null for never. */
  readonly lastUsedAt: number | null;
  readonly lastRoute: string | null;
}

export interface StoredSlot {
  /** The value that was made last; it is dead when a revocation was replayed for which there is no newer one. */
  readonly newest: StoredValue;
  /** A replaced value whose grace lasts; there is never more than one. */
  readonly previous: StoredValue | undefined;
}

/** A live set as the store has it. */
export interface StoredKeySet extends KeySetRow {
  readonly slots: { readonly [slot in KeySlot]: StoredSlot };
}

/** Whether a slot has a value that counts as its own. */
export function isAlive({ newest }: StoredSlot): boolean {
  return newest.state === 'current';
}

/** The values of a set that can be used. */
export function usableValues({ slots }: StoredKeySet): string[] {
  return keySlots.flatMap((slot) => {
    const { newest, previous } = slots[slot];
    return previous === undefined ? [newest.id] : [newest.id, previous.id];
  });
}

/** All sets that are not revoked. */
export function liveSets(db: Queries) {
  return db.selectFrom('key_sets').selectAll('key_sets').where('state', '!=', 'revoked');
}

/**
 * The sets of a query with their values, oldest set first. One statement, so that a set which is changed meanwhile is seen wholly
 * before or wholly after.
 */
export async function storedKeySets(
  db: Queries,
  sets: SelectQueryBuilder<Tables, 'key_sets', KeySetRow>,
  now: number,
): Promise<readonly StoredKeySet[]> {
  const rows = await db
    .selectFrom(sets.as('set'))
    .innerJoin('key_values as value', 'value.set_id', 'set.id')
    .selectAll('set')
    .select(['value.id as value_id', 'value.slot', 'value.version as value_version', 'value.hint'])
    .select(['value.state as value_state', 'value.valid_until', 'value.created_at as value_created_at'])
    .select(({ selectFrom }) => {
      const uses = selectFrom('key_usage as usage').whereRef('usage.value_id', '=', 'value.id');
      return [
        uses.select(({ fn }) => fn.sum<number | null>('usage.count').as('uses')).as('uses'),
        uses.select(({ fn }) => fn.max('usage.last_used_at').as('last')).as('last_used_at'),
        uses.select('usage.last_route').orderBy('usage.last_used_at', 'desc').limit(1).as('last_route'),
      ];
    })
    .where(({ eb, or, and, selectFrom }) =>
      or([
        and([eb('value.state', '=', 'replaced'), eb('value.valid_until', '>', now)]),
        eb(
          'value.version',
          '=',
          selectFrom('key_values as other')
            .select(({ fn }) => fn.max('other.version').as('newest'))
            .whereRef('other.set_id', '=', 'value.set_id')
            .whereRef('other.slot', '=', 'value.slot'),
        ),
      ]),
    )
    .orderBy('set.created_at')
    .orderBy('set.id')
    .orderBy('value.version')
    .execute();
  return [...Map.groupBy(rows, (row) => row.id).values()].map((rowsOfSet) => assembled(rowsOfSet, now));
}

interface ValueColumns {
  readonly value_id: string;
  readonly slot: KeySlot;
  readonly value_version: number;
  readonly hint: string;
  readonly value_state: KeyValueState;
  readonly valid_until: number | null;
  readonly value_created_at: number;
  readonly uses: number | null;
  readonly last_used_at: number | null;
  readonly last_route: string | null;
}

function assembled(rows: readonly (KeySetRow & ValueColumns)[], now: number): StoredKeySet {
  const [set] = rows as readonly [KeySetRow, ...unknown[]];
  return { ...set, slots: { primary: slotFrom(rows, 'primary', now), secondary: slotFrom(rows, 'secondary', now) } };
}

function slotFrom(rows: readonly ValueColumns[], slot: KeySlot, now: number): StoredSlot {
  const values = rows.filter((row) => row.slot === slot).map(valueFrom);
  const newest = values.at(-1);
  if (newest === undefined) throw new Error(`a key set never had a ${slot} value`);
  return { newest, previous: values.find(({ state, validUntil }) => state === 'replaced' && (validUntil ?? 0) > now) };
}

function valueFrom(row: ValueColumns): StoredValue {
  return {
    id: row.value_id,
    version: row.value_version,
    hint: row.hint,
    state: row.value_state,
    validUntil: row.valid_until,
    createdAt: row.value_created_at,
    uses: row.uses ?? 0,
    lastUsedAt: row.last_used_at,
    lastRoute: row.last_route,
  };
}
