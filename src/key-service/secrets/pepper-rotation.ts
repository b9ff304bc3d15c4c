import type { Initiator } from '../../contract/management/initiator.ts';
import { serviceChain } from '../audit/audit-record.ts';
import type { Audited } from '../audit/audited.ts';
import type { Environment } from '../environment.ts';
import { KeyServiceError } from '../key-service-error.ts';
import type { Database, Queries } from '../store/schema.ts';
import { currentPepperToChange, olderPepperIds, type PepperRing, setOlderPepperIds } from './pepper-ring.ts';
import { changeSecretId, heldSecretId } from './secret-ids.ts';
import { readAhead, type SecretSource, type Secrets } from './secret-source.ts';
import type { ServiceSecret } from './service-secret.ts';
import type { LoadedSecrets } from './service-secrets.ts';

export interface PepperReport {
  /** ID of the pepper that new digests are made with. */
  readonly current: string;
  /** ID of a newer one, which services use when they are started again; null when the current one is the newest. */
  readonly next: string | null;
  /** How many live values still have a digest under each older pepper. */
  readonly left: Readonly<Record<string, number>>;
  /** IDs of the peppers that no live value needs any more. */
  readonly retired: readonly string[];
  /** Whether those are out of their source; otherwise an operator is to take them out. */
  readonly removed: boolean;
}

/** A log outside the database whose lines are sealed with the pepper. */
export interface PepperedLog {
  /** Reads what there is, so that it need not be read while others wait. */
  readOn(): Promise<void>;
  /** Seals all of it with one pepper, in a transaction in which nobody else writes to it. */
  sealAnew(transaction: Queries, pepper: ServiceSecret): Promise<void>;
}

/**
 * Replaces the pepper (security practice 9). A key is not there to make a new digest of until it is used, so the old pepper has
 * to stay until every live value was used once, or regenerated: this takes several runs, each doing what can be done by then.
 */
export class PepperRotation {
  readonly #db: Database;
  readonly #peppers: PepperRing;
  readonly #source: SecretSource;
  readonly #audited: Audited;
  readonly #logs: readonly PepperedLog[];
  readonly #environment: Environment;

  constructor(
    db: Database,
    secrets: LoadedSecrets,
    audited: Audited,
    logs: readonly PepperedLog[],
    environment: Environment,
  ) {
    this.#db = db;
    this.#peppers = secrets.peppers;
    this.#source = secrets.sources.pepper;
    this.#audited = audited;
    this.#logs = logs;
    this.#environment = environment;
  }

  /**
   * Makes the newest pepper the current one. For a service that starts, not for commands beside it: a service has to know the
   * pepper before anything is made with it.
   * @throws KeyServiceError `audit` when it cannot be recorded
   */
  async useNewest(): Promise<void> {
    const { newest, current } = this.#peppers;
    if (newest.id === current.id) return;
    await this.#audited.change(async (transaction) => {
      const previous = await heldSecretId(transaction, 'pepper', 'change');
      if (previous === newest.id) return { result: undefined, entry: [] };
      const older = await olderPepperIds(transaction);
      await setOlderPepperIds(transaction, [previous, ...older.filter((id) => id !== newest.id)]);
      await changeSecretId(transaction, 'pepper', newest.id);
      const subject = { type: 'service', id: newest.id, name: 'pepper' } as const;
      const initiator: Initiator = { type: 'system', id: null, name: 'key service' };
      const place = { organizationId: serviceChain, operation: 'pepper.rotated' } as const;
      return { result: undefined, entry: { ...place, subject, initiator, details: { previous, current: newest.id } } };
    });
    this.#peppers.use(newest);
  }

  /**
   * Does the next part of a rotation, or begins one with a new pepper.
   * @throws KeyServiceError `secrets` when the new pepper has to come from an operator, or this process does not know the current
   * one; `audit` when a log cannot be sealed anew
   */
  async run(): Promise<PepperReport> {
    for (const log of this.#logs) await log.readOn();
    const left = await this.#db.transaction().execute((transaction) => this.#forgetUnused(transaction));
    // In a transaction of its own: a pepper leaves its source only when the database certainly does not ask for it any more.
    const read = await readAhead(this.#source);
    const rest = await this.#db.transaction().execute((transaction) => this.#tidySource(transaction, read));
    return { ...rest, left };
  }

  /**
   * Leaves no line of a log under an older pepper, in the transaction that forgets those: between the two, nobody adds another.
   * @returns how many live values each older pepper still has; those without any are no longer asked for
   */
  async #forgetUnused(transaction: Queries): Promise<Readonly<Record<string, number>>> {
    const current = await currentPepperToChange(transaction, this.#peppers);
    for (const log of this.#logs) await log.sealAnew(transaction, current);
    const older = await olderPepperIds(transaction);
    if (older.length === 0) return {};
    const now = this.#environment.now();
    const rows = await transaction
      .selectFrom('key_values')
      .select(({ fn }) => ['pepper_id', fn.countAll<number>().as('count')])
      .where('pepper_id', 'in', older)
      .where(({ eb, or, and }) =>
        or([eb('state', '=', 'current'), and([eb('state', '=', 'replaced'), eb('valid_until', '>', now)])]),
      )
      .groupBy('pepper_id')
      .execute();
    const left = Object.fromEntries(rows.map(({ pepper_id, count }) => [pepper_id, count]));
    await setOlderPepperIds(
      transaction,
      older.filter((id) => left[id] !== undefined),
    );
    return left;
  }

  /** Takes out what no value needs; when only the current pepper is there then, and was before, it gets a successor. */
  async #tidySource(
    transaction: Queries,
    read: () => Promise<Secrets | undefined>,
  ): Promise<Omit<PepperReport, 'left'>> {
    const current = await heldSecretId(transaction, 'pepper', 'change');
    const ids = ((await read()) ?? []).map(({ id }) => id);
    if (ids.length === 1) return { current, next: await this.#addNext(current), retired: [], removed: true };
    const next = ids[0] === current ? null : (ids[0] ?? null);
    const needed = [current, next, ...(await olderPepperIds(transaction))];
    const retired = ids.filter((id) => !needed.includes(id));
    const removed = retired.length === 0 || ((await this.#source.remove?.(retired)) ?? false);
    return { current, next, retired, removed };
  }

  async #addNext(current: string): Promise<string | null> {
    if (this.#source.add === undefined) {
      throw new KeyServiceError(
        'secrets',
        `There is no newer pepper than ${current} in ${this.#source.title}`,
        'Put a new one (32 random bytes in Base64) before it and start the service again.',
      );
    }
    await this.#source.add(this.#environment);
    return (await this.#source.read())?.[0].id ?? null;
  }
}
