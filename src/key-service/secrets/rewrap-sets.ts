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

/** Sets that one older master key wraps. */
interface Page {
  readonly old: ServiceSecret;
  readonly sets: readonly WrappedSet[];
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
  // A set that somebody else changed between reading and storing it is left for another round.
  for (let missed = 1; missed > 0; ) {
    missed = 0;
    for await (const page of pagesOfOthers(parts, current)) {
      const opened: RewrappedSet[] = [];
      for (const set of page.sets) {
        const one = rewrapped(set, page.old, current, parts.environment);
        if (one === undefined) damaged.add(set.id);
        else opened.push(one);
      }
      const stored = await store(parts.db, opened, page.old, current);
      missed += opened.length - stored;
      sets += stored;
      onPage(sets);
      await wait(pagePause);
    }
  }
  if (damaged.size > 0) throw damagedSets([...damaged]);
  return sets;
}

/** The sets of all master keys but one. */
async function* pagesOfOthers({ db, masterKeys }: RewrappingParts, current: ServiceSecret): AsyncGenerator<Page> {
  for (const masterKeyId of await masterKeyIdsOfSets(db)) {
    if (masterKeyId === current.id) continue;
    const old = await masterKeys.byId(masterKeyId);
    for (let last: string | undefined = ''; last !== undefined; ) {
      const sets: readonly WrappedSet[] = await db
        .selectFrom('key_sets')
        .select(['id', 'wrapped_data_key as wrapped'])
        .where('master_key_id', '=', masterKeyId)
        .where('id', '>', last)
        .orderBy('id')
        .limit(pageSize)
        .execute();
      if (sets.length > 0) yield { old, sets };
      last = sets.at(-1)?.id;
    }
  }
}

interface RewrappedSet {
  readonly set: WrappedSet;
  /** Null for a revoked set, which only stops naming the old key. */
  readonly wrapped: Uint8Array | null;
}

/** Undefined when the old key does not open the set. */
function rewrapped(
  set: WrappedSet,
  old: ServiceSecret,
  current: ServiceSecret,
  environment: Environment,
): RewrappedSet | undefined {
  if (set.wrapped === null) return { set, wrapped: null };
  try {
    const dataKey = unwrapDataKey(old.key, set.id, set.wrapped);
    return { set, wrapped: wrapDataKey(current.key, set.id, dataKey, environment) };
  } catch {
    return undefined;
  }
}

/** @returns how many of the sets were still as they had been read, and are stored with what is wrapped now */
async function store(
  db: Database,
  rewrapped: readonly RewrappedSet[],
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
