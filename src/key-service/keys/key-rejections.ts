import type { KeySlot } from '../../contract/key-slot.ts';
import { networkOf } from '../access/network.ts';
import type { Audited } from '../audit/audited.ts';
import { HourlyRecords } from '../audit/hourly-records.ts';
import type { Environment } from '../environment.ts';
import { FailedAttempts } from './failed-attempts.ts';
import type { AuthenticatedKey, CauseOfDeath } from './key-verifier.ts';
import type { FoundValue } from './value-lookup.ts';

/** Which value was refused, of which set. */
interface RefusedValue {
  readonly valueId: string;
  readonly setId: string;
  readonly label: string;
  readonly slot: KeySlot;
  readonly version: number;
  readonly organizationId: string;
  readonly systemId: string | null;
}

interface Rejection {
  readonly value: RefusedValue;
  readonly reason: CauseOfDeath | 'forbidden';
}

/**
 * What the audit tells of keys that are known and were refused, because they are dead or may not do what they were used for: one
 * record per value, reason and hour (design 5, "Failed attempts"). The reason is told here and nowhere else (security practice 4).
 */
export class KeyRejections {
  readonly #records: HourlyRecords<Rejection>;
  /** Counted as unknown keys are, so that it takes as long; but apart from them, and nobody is sent away for dead ones. */
  readonly #attempts: FailedAttempts;

  constructor(audited: Audited, environment: Environment) {
    this.#attempts = new FailedAttempts(environment);
    this.#records = new HourlyRecords<Rejection>(audited, environment, ({ value, reason }, details) => ({
      organizationId: value.organizationId,
      operation: 'key.rejected',
      subject: { type: 'key-set', id: value.setId, name: value.label },
      systemId: value.systemId,
      initiator: { type: 'key', id: value.setId, name: `${value.label} (${value.slot})` },
      details: { slot: value.slot, version: String(value.version), reason, ...details },
    }));
  }

  /** Notes that a dead key was tried. */
  noteDead(found: FoundValue, cause: CauseOfDeath, address: string): void {
    const network = networkOf(address);
    this.#attempts.countFrom(network, found.digest);
    const { value_id: valueId, set_id: setId, organization_id: organizationId, system_id: systemId } = found;
    const { label, slot, version } = found;
    this.#note({ valueId, setId, label, slot, version, organizationId, systemId }, cause, network);
  }

  /** Notes that a key which works was tried for what it may not do: its holder, or whoever has it, looks around. */
  noteForbidden({ organization, system, ...key }: AuthenticatedKey, address: string): void {
    const { valueId, setId, label, slot, version } = key;
    const place = { organizationId: organization.id, systemId: system?.id ?? null };
    this.#note({ valueId, setId, label, slot, version, ...place }, 'forbidden', networkOf(address));
  }

  #note(value: RefusedValue, reason: Rejection['reason'], network: string): void {
    this.#records.note(`${value.valueId} ${reason}`, { value, reason }, network);
  }

  /** Records what is to be recorded by now. @param all also what would still have time, since the service ends */
  async flush(options: { readonly all?: boolean } = {}): Promise<void> {
    await this.#records.flush(options);
  }
}
