import { createSecretKey, hkdfSync, type KeyObject } from 'node:crypto';
import type { Peppers } from '../secrets/pepper-ring.ts';
import type { ServiceSecret } from '../secrets/service-secret.ts';

/** The keys that the lines of a log are sealed with, one for each pepper and known by its ID. */
export class LogKeys {
  readonly #peppers: Peppers;
  readonly #purpose: string;
  readonly #derived = new Map<string, KeyObject>();

  /** @param purpose what the log is; no log's line passes for one of another */
  constructor(peppers: Peppers, purpose: string) {
    this.#peppers = peppers;
    this.#purpose = purpose;
  }

  /** The key of that ID; undefined when its pepper is not known here. */
  byId(id: string): KeyObject | undefined {
    const pepper = this.#peppers.all.find((one) => one.id === id);
    return pepper && this.of(pepper);
  }

  /** The key that belongs to a pepper. */
  of(pepper: ServiceSecret): KeyObject {
    const known = this.#derived.get(pepper.id) ?? this.#derive(pepper);
    this.#derived.set(pepper.id, known);
    return known;
  }

  #derive(pepper: ServiceSecret): KeyObject {
    return createSecretKey(new Uint8Array(hkdfSync('sha256', pepper.key, '', `dataminer-deploy ${this.#purpose}`, 32)));
  }
}
