import { serviceChain } from '../audit/audit-record.ts';
import type { Audited } from '../audit/audited.ts';
import { HourlyRecords } from '../audit/hourly-records.ts';
import type { Environment } from '../environment.ts';
import { serviceInitiator } from './principal.ts';

/** An account that somebody tried to sign in to. */
export interface TriedAccount {
  readonly id: string;
  readonly email: string;
}

/**
 * What the audit tells of sign-ins that were refused: one record per account and hour, and one for all addresses that are no
 * account.
 */
export class RefusedSignIns {
  readonly #records: HourlyRecords<TriedAccount | undefined>;

  constructor(audited: Audited, environment: Environment) {
    this.#records = new HourlyRecords<TriedAccount | undefined>(audited, environment, (account, details) => ({
      organizationId: serviceChain,
      operation: 'session.refused',
      subject: { type: 'user', id: account?.id ?? '', name: account?.email ?? 'unknown addresses' },
      initiator: serviceInitiator,
      details,
    }));
  }

  /** Notes a wrong password. @param account undefined when there is no account of that address */
  note(account: TriedAccount | undefined, network: string): void {
    this.#records.note(account?.id ?? '', account, network);
  }

  /** Records what is to be recorded by now. @param all also what would still have time, since the service ends */
  async flush(options: { readonly all?: boolean } = {}): Promise<void> {
    await this.#records.flush(options);
  }
}
