import { createSecretKey, type KeyObject } from 'node:crypto';
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import { type KeySlot, keySlots } from '../../src/contract/key-slot.ts';
import { type KeyServiceCore, openKeyServiceCore, type StoreOptions } from '../../src/key-service/key-service-core.ts';
import { keyDigest } from '../../src/key-service/secrets/digest.ts';
import { keyAt } from './key-population.ts';

/** Sets of one statement; many more would exceed the number of parameters that a statement may have. */
const setsAtOnce = 500;
/** Sets of one transaction: each writes most pages of the indexes, so that few large ones are quicker by far. */
const setsInTransaction = 50_000;

const by = { type: 'operator', id: null, name: 'a benchmark' } as const;

/** Makes a store whose key sets are the first ones of the population, all of one DMS. */
export async function fillStore(options: StoreOptions, sets: number, signal: AbortSignal): Promise<void> {
  const core = await openKeyServiceCore(options);
  try {
    await makeModel(core);
    const pepper = await pepperOf(options.dataFolder);
    // In memory as far as possible while it is filled; whoever is measured opens it anew.
    if (options.databaseUrl === undefined) await sql`pragma cache_size = -1000000`.execute(core.db);
    for (let first = 0; first < sets; first += setsInTransaction) {
      await addSets(core, pepper, [first, Math.min(first + setsInTransaction, sets)], signal);
    }
    // What PostgreSQL does by itself after a while: it has to know that the tables have become large.
    if (options.databaseUrl !== undefined) await sql`analyze`.execute(core.db);
  } finally {
    await core.close();
  }
}

/** The pepper that a store was made with. */
export async function pepperOf(dataFolder: string): Promise<KeyObject> {
  return createSecretKey(Buffer.from(await readFile(join(dataFolder, 'secrets', 'pepper'), 'utf8'), 'base64'));
}

async function makeModel(core: KeyServiceCore): Promise<void> {
  const folder = `${core.dataFolder}-dms`;
  await mkdir(folder);
  const organization = await core.organizations.create('Example', by);
  const connected = { name: 'Staging', connector: { type: 'folder', folder } } as const;
  const system = await core.systems.create(organization.id, connected, { initiator: by, allowedFolders: 'anywhere' });
  await core.keySets.create({ scope: 'system', systemId: system.id }, { label: 'Model' }, by);
}

/** Adds copies of the set that is there, with IDs, labels and digests of their own; one by one would take an hour. */
async function addSets(
  { db, environment }: KeyServiceCore,
  pepper: KeyObject,
  [first, end]: readonly [number, number],
  signal: AbortSignal,
): Promise<void> {
  const modelSet = await db.selectFrom('key_sets').selectAll().where('label', '=', 'Model').executeTakeFirstOrThrow();
  const modelValue = await db
    .selectFrom('key_values')
    .selectAll()
    .where('set_id', '=', modelSet.id)
    .limit(1)
    .executeTakeFirstOrThrow();
  const setAt = (number: number) => {
    const label = `Set ${number}`;
    return { ...modelSet, id: environment.newId(), label, comparable_label: label.toLowerCase() };
  };
  const valueAt = (setId: string, number: number, slot: KeySlot) => {
    const key = keyAt(number, slot);
    const digest = keyDigest(pepper, key);
    return { ...modelValue, id: environment.newId(), set_id: setId, slot, digest, hint: key.slice(-4) };
  };
  await db.transaction().execute(async (transaction) => {
    for (let from = first; from < end; from += setsAtOnce) {
      signal.throwIfAborted();
      const sets = Array.from({ length: Math.min(setsAtOnce, end - from) }, (_, index) => setAt(from + index));
      const values = sets.flatMap(({ id }, index) => keySlots.map((slot) => valueAt(id, from + index, slot)));
      await transaction.insertInto('key_sets').values(sets).execute();
      await transaction.insertInto('key_values').values(values).execute();
    }
  });
}
