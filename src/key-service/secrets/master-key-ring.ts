import { KeyServiceError } from '../key-service-error.ts';
import type { Database, Queries } from '../store/schema.ts';
import { heldSecretId, requiredSecretId } from './secret-ids.ts';
import type { SecretSource } from './secret-source.ts';
import type { ServiceSecret } from './service-secret.ts';

/** The master keys that wrap data keys: one for what is new, and older ones while sets are still wrapped with them. */
export interface MasterKeys {
  /**
   * The key that new data keys are wrapped with: the one that the database names as current, read inside the caller's
   * transaction, so that no set is ever wrapped with a key that a rotation is retiring.
   * @throws KeyServiceError `secrets` when the source does not have it
   */
  current(transaction: Queries): Promise<ServiceSecret>;
  /**
   * Gets to know the current key, which may have come by a rotation in another process. Done before a transaction, since to read a
   * vault may take its time.
   * @throws KeyServiceError `secrets` when the source cannot be read
   */
  know(db: Database): Promise<void>;
  /**
   * The key that a row names. One that is not known yet came by a rotation in another process: the source is read again.
   * @throws KeyServiceError `secrets` when the source does not have it either
   */
  byId(id: string): Promise<ServiceSecret>;
}

/** Master keys as their source has them. */
export class MasterKeyRing implements MasterKeys {
  readonly #source: SecretSource;
  #known: ReadonlyMap<string, ServiceSecret>;
  #reading: Promise<void> | undefined;

  constructor(source: SecretSource, secrets: readonly ServiceSecret[]) {
    this.#source = source;
    this.#known = byIds(secrets);
  }

  async current(transaction: Queries): Promise<ServiceSecret> {
    return await this.byId(await heldSecretId(transaction, 'master-key', 'share'));
  }

  async know(db: Database): Promise<void> {
    if (!this.#known.has(await requiredSecretId(db, 'master-key'))) await this.#readAgain();
  }

  async byId(id: string): Promise<ServiceSecret> {
    if (!this.#known.has(id)) await this.#readAgain();
    const secret = this.#known.get(id);
    if (secret !== undefined) return secret;
    throw new KeyServiceError('secrets', `The master key ${id} is not in ${this.#source.title}`, this.#source.remedy);
  }

  /** One reading serves all who wait for it. */
  async #readAgain(): Promise<void> {
    this.#reading ??= this.#source
      .read()
      .then((secrets) => {
        // What was known stays known: a set that is being read may still name it.
        this.#known = new Map([...this.#known, ...byIds(secrets ?? [])]);
      })
      .finally(() => {
        this.#reading = undefined;
      });
    await this.#reading;
  }
}

/** IDs of all master keys that sets are wrapped with. */
export async function masterKeyIdsOfSets(db: Queries): Promise<readonly string[]> {
  const ids: string[] = [];
  // One step in the index for each ID; a plain "distinct" would go through all sets.
  for (let last = ''; ; ) {
    const row = await db
      .selectFrom('key_sets')
      .select('master_key_id')
      .where('master_key_id', '>', last)
      .orderBy('master_key_id')
      .limit(1)
      .executeTakeFirst();
    if (row === undefined) return ids;
    last = row.master_key_id;
    ids.push(last);
  }
}

function byIds(secrets: readonly ServiceSecret[]): ReadonlyMap<string, ServiceSecret> {
  return new Map(secrets.map((secret) => [secret.id, secret]));
}
