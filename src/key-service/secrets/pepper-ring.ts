import { KeyServiceError } from '../key-service-error.ts';
import type { Queries } from '../store/schema.ts';
import { heldSecretId } from './secret-ids.ts';
import type { Secrets } from './secret-source.ts';
import type { ServiceSecret } from './service-secret.ts';

/** Peppers: new digests are made with the current one; the older ones are for values that were not used since it came. */
export interface Peppers {
  readonly current: ServiceSecret;
  /** The current one first. */
  readonly all: readonly ServiceSecret[];
}

/** Peppers as their source has them, and which of them the database names as current. */
export class PepperRing implements Peppers {
  readonly #newestFirst: Secrets;
  #current: ServiceSecret;
  #all: readonly ServiceSecret[] = [];

  constructor(current: ServiceSecret, newestFirst: Secrets) {
    this.#newestFirst = newestFirst;
    this.#current = current;
    this.use(current);
  }

  get current(): ServiceSecret {
    return this.#current;
  }

  get all(): readonly ServiceSecret[] {
    return this.#all;
  }

  /** The one that the source puts first; until the service has started with it, another one is current. */
  get newest(): ServiceSecret {
    return this.#newestFirst[0];
  }

  /** From now on new digests are made with this one. */
  use(pepper: ServiceSecret): void {
    this.#current = pepper;
    this.#all = [pepper, ...this.#newestFirst.filter(({ id }) => id !== pepper.id)];
  }
}

const olderPeppersSetting = 'older-pepper-ids';

/** IDs of the peppers, other than the current one, that values may still need. */
export async function olderPepperIds(db: Queries): Promise<readonly string[]> {
  const row = await db
    .selectFrom('service_settings')
    .select('value')
    .where('name', '=', olderPeppersSetting)
    .executeTakeFirst();
  return row === undefined ? [] : (JSON.parse(row.value) as string[]);
}

/**
 * The pepper for a new digest or a new line of a sealed log, which stays one that the database asks for until the transaction
 * ends. A process that is still ending may have an older one than those that are started already; once nothing needs that one,
 * nothing must be made with it.
 * @throws KeyServiceError `secrets` when the database asks for none that this process knows
 */
export async function heldPepper(transaction: Queries, peppers: Peppers): Promise<ServiceSecret> {
  const current = await heldSecretId(transaction, 'pepper', 'share');
  const wanted = [current, ...(await olderPepperIds(transaction))];
  return peppers.all.find(({ id }) => wanted.includes(id)) ?? refuse(current);
}

/**
 * The current pepper, for a transaction that decides which ones are asked for: nobody else holds one until it ends.
 * @throws KeyServiceError `secrets` when this process does not know it
 */
export async function currentPepperToChange(transaction: Queries, peppers: Peppers): Promise<ServiceSecret> {
  const current = await heldSecretId(transaction, 'pepper', 'change');
  return peppers.all.find(({ id }) => id === current) ?? refuse(current);
}

function refuse(current: string): never {
  throw new KeyServiceError(
    'secrets',
    'The pepper that this process has was replaced',
    `Start it again, so that it knows pepper ${current}; another process that runs already can do what was asked.`,
  );
}

/** Says which ones these are, in a transaction that holds the current pepper to change it. */
export async function setOlderPepperIds(transaction: Queries, ids: readonly string[]): Promise<void> {
  const value = JSON.stringify(ids);
  await transaction
    .insertInto('service_settings')
    .values({ name: olderPeppersSetting, value })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ value }))
    .execute();
}
