import { type Environment, timestamp } from '../environment.ts';
import type { AuditEntry } from './audit-record.ts';
import type { Audited } from './audited.ts';

/** At most one record of one thing in this time, in milliseconds, however often it happens. */
const recordMilliseconds = 60 * 60_000;

/** Most networks that are counted apart. */
const maxNetworks = 100;

/** Most things that are counted apart; of further ones the audit tells nothing until there is room again. */
const maxThings = 10_000;

/** Records that are stored together. */
const batchRecords = 100;

interface Occurrences<Thing> {
  readonly thing: Thing;
  count: number;
  since: number;
  networks: Set<string>;
  recordedAt: number;
}

/**
 * What the audit tells of things that others can make happen as often as they like: the first time soon, then at most one record
 * an hour with how often it was, so that nobody outside can make a chain grow. What was not recorded when the service is killed
 * is lost.
 */
export class HourlyRecords<Thing> {
  readonly #audited: Audited;
  readonly #environment: Environment;
  readonly #entryOf: (thing: Thing, details: Readonly<Record<string, string>>) => AuditEntry;
  readonly #things = new Map<string, Occurrences<Thing>>();

  /** @param entryOf the record of a thing; `details` say how often it happened, since when, and from how many networks */
  constructor(
    audited: Audited,
    environment: Environment,
    entryOf: (thing: Thing, details: Readonly<Record<string, string>>) => AuditEntry,
  ) {
    this.#audited = audited;
    this.#environment = environment;
    this.#entryOf = entryOf;
  }

  /** Notes that it happened. @param id tells things apart @param network from where */
  note(id: string, thing: Thing, network: string): void {
    let seen = this.#things.get(id);
    if (seen === undefined) {
      if (this.#things.size >= maxThings) return;
      seen = { thing, count: 0, since: 0, networks: new Set(), recordedAt: Number.NEGATIVE_INFINITY };
      this.#things.set(id, seen);
    }
    if (seen.count === 0) seen.since = this.#environment.now();
    seen.count++;
    if (seen.networks.size < maxNetworks) seen.networks.add(network);
  }

  /** Records what is to be recorded by now. @param all also what would still have time, since the service ends */
  async flush({ all = false } = {}): Promise<void> {
    const now = this.#environment.now();
    const due: Occurrences<Thing>[] = [];
    for (const [id, seen] of this.#things) {
      // In the future it is when the clock was set back.
      const isRecent = seen.recordedAt <= now && now - seen.recordedAt < recordMilliseconds;
      if (!all && isRecent) continue;
      if (seen.count > 0) due.push(seen);
      else this.#things.delete(id);
    }
    for (let first = 0; first < due.length; first += batchRecords) {
      await this.#record(due.slice(first, first + batchRecords), now);
    }
  }

  async #record(due: readonly Occurrences<Thing>[], now: number): Promise<void> {
    const taken = due.map((seen) => ({ ...seen }));
    for (const seen of due) Object.assign(seen, { count: 0, networks: new Set(), recordedAt: now });
    try {
      const entry = taken.map((seen) => this.#entryOf(seen.thing, detailsOf(seen)));
      await this.#audited.change(async () => ({ result: undefined, entry }));
    } catch (error) {
      // Counted again, together with what came meanwhile.
      for (const [index, seen] of due.entries()) {
        const { count, since, networks, recordedAt } = taken[index] as Occurrences<Thing>;
        Object.assign(seen, {
          count: seen.count + count,
          since,
          networks: new Set([...networks, ...seen.networks]),
          recordedAt,
        });
      }
      throw error;
    }
  }
}

function detailsOf({ count, since, networks }: Occurrences<unknown>): Record<string, string> {
  return {
    count: String(count),
    since: timestamp(since),
    networks: networks.size < maxNetworks ? String(networks.size) : `${maxNetworks} or more`,
  };
}
