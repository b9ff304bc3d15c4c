import { networkOf } from '../access/network.ts';
import type { Audited } from '../audit/audited.ts';
import { HourlyRecords } from '../audit/hourly-records.ts';
import type { Environment } from '../environment.ts';
import { FailedAttempts } from './failed-attempts.ts';
import type { CauseOfDeath } from './key-verifier.ts';
import type { FoundValue } from './value-lookup.ts';

interface Rejection {
  readonly value: FoundValue;
  readonly cause: CauseOfDeath;
}

/**
 * What the audit tells of keys that are known but dead: one record per value, cause and hour (design 5, "Failed attempts"). The
 * reason why a key does not work is told here and nowhere else (security practice 4).
 */
export class KeyRejections {
  readonly #records: HourlyRecords<Rejection>;
  /** Counted as unknown keys are, so that it takes as long; but apart from them, and nobody is sent away for dead ones. */
  readonly #attempts: FailedAttempts;

  constructor(audited: Audited, environment: Environment) {
    this.#attempts = new FailedAttempts(environment);
    this.#records = new HourlyRecords<Rejection>(audited, environment, ({ value, cause }, details) => ({
      organizationId: value.organization_id,
      operation: 'key.rejected',
      subject: { type: 'key-set', id: value.set_id, name: value.label },
      systemId: value.system_id,
      initiator: { type: 'key', id: value.set_id, name: `${value.label} (${value.slot})` },
      details: { slot: value.slot, version: String(value.version), reason: cause, ...details },
    }));
  }

  /** Notes that a dead key was tried. */
  note(value: FoundValue, cause: CauseOfDeath, address: string): void {
    const network = networkOf(address);
    this.#attempts.countFrom(network, value.digest);
    this.#records.note(`${value.value_id} ${cause}`, { value, cause }, network);
  }

  /** Records what is to be recorded by now. @param all also what would still have time, since the service ends */
  async flush(options: { readonly all?: boolean } = {}): Promise<void> {
    await this.#records.flush(options);
  }
}
