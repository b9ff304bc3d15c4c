import { serviceChain } from '../audit/audit-record.ts';
import type { Audited } from '../audit/audited.ts';
import { type Environment, timestamp } from '../environment.ts';
import { serviceInitiator } from './principal.ts';

/** At most one record for each account in this time, in milliseconds, whoever tries how often. */
const recordMilliseconds = 60 * 60_000;

/** Most networks that are counted apart. */
const maxNetworks = 100;

/** An account that somebody tried to sign in to. */
export interface TriedAccount {
  readonly id: string;
  readonly email: string;
}

interface Tries {
  readonly account: TriedAccount | undefined;
  count: number;
  since: number;
  networks: Set<string>;
  recordedAt: number;
}

/**
 * What the audit tells of sign-ins that were refused: one record per account and hour, and one for all addresses that are no
 * account, so that nobody outside can make the chain grow. What was not recorded when the service is killed is lost.
 */
export class RefusedSignIns {
  readonly #audited: Audited;
  readonly #environment: Environment;
  readonly #tries = new Map<string, Tries>();

  constructor(audited: Audited, environment: Environment) {
    this.#audited = audited;
    this.#environment = environment;
  }

  /** Notes a wrong password. @param account undefined when there is no account of that address */
  note(account: TriedAccount | undefined, network: string): void {
    const tries = this.#triesOf(account);
    if (tries.count === 0) tries.since = this.#environment.now();
    tries.count++;
    if (tries.networks.size < maxNetworks) tries.networks.add(network);
  }

  /** Records what is to be recorded by now. @param all also what would still have time, since the service ends */
  async flush({ all = false } = {}): Promise<void> {
    const now = this.#environment.now();
    for (const [id, tries] of this.#tries) {
      const isTime = all || now - tries.recordedAt >= recordMilliseconds;
      if (tries.count > 0 && isTime) await this.#record(tries, now);
      else if (isTime) this.#tries.delete(id);
    }
  }

  #triesOf(account: TriedAccount | undefined): Tries {
    const id = account?.id ?? '';
    const known = this.#tries.get(id);
    if (known !== undefined) return known;
    const tries = { account, count: 0, since: 0, networks: new Set<string>(), recordedAt: Number.NEGATIVE_INFINITY };
    this.#tries.set(id, tries);
    return tries;
  }

  async #record(tries: Tries, now: number): Promise<void> {
    const { account, count, since, networks } = tries;
    Object.assign(tries, { count: 0, networks: new Set<string>(), recordedAt: now });
    try {
      await this.#audited.change(async () => ({
        result: undefined,
        entry: {
          organizationId: serviceChain,
          operation: 'session.refused',
          subject: { type: 'user', id: account?.id ?? '', name: account?.email ?? 'unknown addresses' },
          initiator: serviceInitiator,
          details: {
            count: String(count),
            since: timestamp(since),
            networks: networks.size < maxNetworks ? String(networks.size) : `${maxNetworks} or more`,
          },
        },
      }));
    } catch (error) {
      // Counted again, together with what came meanwhile.
      tries.count += count;
      tries.since = since;
      tries.recordedAt = Number.NEGATIVE_INFINITY;
      for (const network of networks) tries.networks.add(network);
      throw error;
    }
  }
}
