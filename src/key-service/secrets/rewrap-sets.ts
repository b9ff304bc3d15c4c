import { setTimeout as wait } from 'node:timers/promises';
import type { Environment } from '../environment.ts';
import { KeyServiceError } from '../key-service-error.ts';
import type { Database, Tables } from '../store/schema.ts';
import { type MasterKeys, masterKeyIdsOfSets } from './master-key-ring.ts';
import { unwrapDataKey, wrapDataKey } from './seal.ts';
import type { ServiceSecret } from './service-secret.ts';

/** Sets in one transaction: few enough that nobody waits long for it. */
const pageSize = 200;

/** Between two of them the service writes what waited, in milliseconds; on SQLite it looks for a gap every 10. */
const pagePause = 15;

/** What rewrapping works with. */
export interface RewrappingParts {
  readonly db: Database;
  readonly masterKeys: MasterKeys;
  readonly environment: Environment;
}

interface WrappedSet {
  readonly id: string;
  readonly wrapped: Tables['key_sets']['wrapped_data_key'];
}

/**
 * Wraps the data key of every set with the current master key, page by page, while others read and write the same sets.
 * @param onPage told after each page how many sets it has been up to now
 * @returns how many sets it was
 * @throws KeyServiceError `secrets` when a master key is missing, or when sets do not open: after all others were rewrapped
 */
export async function rewrapSets(
  parts: RewrappingParts,
  current: ServiceSecret,
  onPage: (sets: number) => void,
): Promise<number> {
  const damaged = new Set<string>();
  let sets = 0;
  // A set that somebody changed in the same moment is left for the next round.
  for (let before = -1; sets > before; ) {
    before = sets;
    for (const id of await masterKeyIdsOfSets(parts.db)) {
      if (id === current.id) continue;
      const old = await parts.masterKeys.byId(id);
      for await (const page of pagesOf(parts.db, old)) {
        const rewrapped = page.flatMap((set) => {
          const wrapped = rewrappedKey(set, old, current, parts.environment);
          if (wrapped === undefined) damaged.add(set.id);
          return wrapped === undefined ? [] : [{ set, wrapped }];
        });
        sets += await store(parts.db, rewrapped, old, current);
        onPage(sets);
        await wait(pagePause);
      }
    }
  }
  if (damaged.size > 0) throw damagedSets([...damaged]);
  return sets;
}

/** The sets that a master key wraps. */
async function* pagesOf(db: Database, masterKey: ServiceSecret): AsyncGenerator<readonly WrappedSet[]> {
  for (let last: string | undefined = ''; last !== undefined; ) {
    const page: readonly WrappedSet[] = await db
      .selectFrom('key_sets')
      .select(['id', 'wrapped_data_key as wrapped'])
      .where('master_key_id', '=', masterKey.id)
      .where('id', '>', last)
      .orderBy('id')
      .limit(pageSize)
      .execute();
    if (page.length > 0) yield page;
    last = page.at(-1)?.id;
  }
}

/** Undefined when the old key does not open it; null for a revoked set, which only stops naming the old key. */
function rewrappedKey(
  { id, wrapped }: WrappedSet,
  old: ServiceSecret,
  current: ServiceSecret,
  environment: Environment,
): Uint8Array | null | undefined {
  if (wrapped === null) return null;
  try {
    return wrapDataKey(current.key, id, unwrapDataKey(old.key, id, wrapped), environment);
  } catch {
    return undefined;
  }
}

/** @returns how many of the sets were still as they had been read, and are stored with what is wrapped now */
async function store(
  db: Database,
  rewrapped: readonly { readonly set: WrappedSet; readonly wrapped: Uint8Array | null }[],
  old: ServiceSecret,
  current: ServiceSecret,
): Promise<number> {
  return await db.transaction().execute(async (transaction) => {
    let count = 0;
    for (const { set, wrapped } of rewrapped) {
      const { numUpdatedRows } = await transaction
        .updateTable('key_sets')
        .set({ wrapped_data_key: wrapped, master_key_id: current.id })
        .where('id', '=', set.id)
        .where('master_key_id', '=', old.id)
        .where('wrapped_data_key', set.wrapped === null ? 'is' : '=', set.wrapped)
        .executeTakeFirst();
      count += Number(numUpdatedRows);
    }
    return count;
  });
}

function damagedSets(ids: readonly string[]): KeyServiceError {
  return new KeyServiceError(
    'secrets',
    `The data keys of ${ids.length} key sets do not open with the master key that they name: ${ids.slice(0, 10).join(', ')}`,
    'Their values still work but cannot be shown. Put new sets in their place and revoke these, or restore the database; then run this again.',
  );
}
