import { inspect } from 'node:util';
import type { KeySlot } from '../contract/key-slot.ts';

/** One value of a key set. Its value is read on purpose only: printing, inspecting or serializing shows the slot alone. */
export class Credential {
  readonly slot: KeySlot;
  readonly #value: string;

  constructor(slot: KeySlot, value: string) {
    this.slot = slot;
    this.#value = value;
  }

  get value(): string {
    return this.#value;
  }

  toString(): string {
    return `${this.slot} key`;
  }

  [inspect.custom](): string {
    return `Credential (${this})`;
  }
}
