import type { Initiator } from '../../contract/management/initiator.ts';
import { serviceChain } from '../audit/audit-record.ts';
import type { Audited } from '../audit/audited.ts';
import type { Environment } from '../environment.ts';
import { KeyServiceError } from '../key-service-error.ts';
import type { Database, Queries } from '../store/schema.ts';
import { type MasterKeys, masterKeyIdsOfSets } from './master-key-ring.ts';
import { rewrapSets } from './rewrap-sets.ts';
import { changeSecretId, heldSecretId } from './secret-ids.ts';
import { readAhead, type SecretSource, type Secrets } from './secret-source.ts';
import type { LoadedSecrets } from './service-secrets.ts';

/** What a rotation has just done. When its process dies after any of them, the next run goes on from there. */
export type RotationStep = 'key added' | 'key switched' | 'sets rewrapped' | 'keys retired';

/** Told about each step; `sets` is how many were rewrapped up to now. */
export type RotationProgress = (step: RotationStep, sets: number) => void;

export interface MasterKeyReport {
  /** ID of the master key that all sets are wrapped with now. */
  readonly current: string;
  /** How many sets this run has wrapped with it. */
  readonly rewrapped: number;
  /** IDs of the keys that nothing refers to any more. */
  readonly retired: readonly string[];
  /** Whether those are out of their source; otherwise an operator is to take them out. */
  readonly removed: boolean;
}

/**
 * Replaces the master key while services run (security practice 9): a new key comes first in its source, becomes the current
 * one, every set is wrapped with it, and the old one goes when nothing refers to it any more. A run may be killed anywhere: the
 * next one finishes. Several at once do no harm.
 */
export class MasterKeyRotation {
  readonly #db: Database;
  readonly #masterKeys: MasterKeys;
  readonly #source: SecretSource;
  readonly #audited: Audited;
  readonly #environment: Environment;

  constructor(db: Database, secrets: LoadedSecrets, audited: Audited, environment: Environment) {
    this.#db = db;
    this.#masterKeys = secrets.masterKeys;
    this.#source = secrets.sources['master-key'];
    this.#audited = audited;
    this.#environment = environment;
  }

  /**
   * Goes on with the rotation that is under way, or else begins one.
   * @throws KeyServiceError `secrets` when the new key has to come from an operator, when a key that sets are wrapped with is
   * missing, or when sets do not open; `audit` when the switch cannot be recorded
   */
  async run(initiator: Initiator, onProgress: RotationProgress): Promise<MasterKeyReport> {
    const current = await this.#masterKeys.byId(await this.#switch(initiator, onProgress));
    const parts = { db: this.#db, masterKeys: this.#masterKeys, environment: this.#environment };
    const rewrapped = await rewrapSets(parts, current, (sets) => onProgress('sets rewrapped', sets));
    const retirement = await this.#retire();
    onProgress('keys retired', rewrapped);
    return { current: current.id, rewrapped, ...retirement };
  }

  /** Makes the newest key the current one. Whoever else wants to rotate waits until that is done, and finds it done. */
  async #switch(initiator: Initiator, onProgress: RotationProgress): Promise<string> {
    const read = await readAhead(this.#source);
    const { previous, current } = await this.#audited.change(async (transaction) => {
      const previous = await heldSecretId(transaction, 'master-key', 'change');
      const current = await this.#newest(transaction, previous, read, () => onProgress('key added', 0));
      const result = { previous, current };
      if (current === previous) return { result, entry: [] };
      await changeSecretId(transaction, 'master-key', current);
      const subject = { type: 'service', id: current, name: 'master key' } as const;
      const place = { organizationId: serviceChain, operation: 'master-key.rotated' } as const;
      return { result, entry: { ...place, subject, initiator, details: result } };
    });
    if (current !== previous) onProgress('key switched', 0);
    return current;
  }

  /** ID of the key to rotate to: the first one of the source, and a new one when all is done with that already. */
  async #newest(
    transaction: Queries,
    current: string,
    read: () => Promise<Secrets | undefined>,
    onAdded: () => void,
  ): Promise<string> {
    const keys = (await read()) ?? [];
    const isUnderWay = keys.length > 1 || (await masterKeyIdsOfSets(transaction)).some((id) => id !== current);
    if (isUnderWay) return keys[0]?.id ?? current;
    if (this.#source.add === undefined) {
      throw new KeyServiceError(
        'secrets',
        `There is no newer master key than ${current} in ${this.#source.title}`,
        'Put a new one (32 random bytes in Base64) before it, restart the services so that they know both, and run this again.',
      );
    }
    await this.#source.add(this.#environment);
    onAdded();
    return (await read())?.[0].id ?? current;
  }

  /**
   * Takes out the keys that nothing refers to. Nothing can refer to them again: whoever wraps a new set holds the current key
   * until the set is stored, so after the switch all sets of the old key are there to be seen.
   */
  async #retire(): Promise<Pick<MasterKeyReport, 'retired' | 'removed'>> {
    const read = await readAhead(this.#source);
    return await this.#db.transaction().execute(async (transaction) => {
      const current = await heldSecretId(transaction, 'master-key', 'change');
      const inUse = new Set([current, ...(await masterKeyIdsOfSets(transaction))]);
      const retired = ((await read()) ?? []).map(({ id }) => id).filter((id) => !inUse.has(id));
      const removed = retired.length === 0 || ((await this.#source.remove?.(retired)) ?? false);
      return { retired, removed };
    });
  }
}
