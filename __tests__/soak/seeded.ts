/** Chance that can be replayed: the same seed makes the same choices. Not for secrets. */
export class Seeded {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** A number from 0 up to 1 (the algorithm is known as mulberry32). */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = this.#state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  /** A whole number from `least` up to and with `most`. */
  between(least: number, most: number): number {
    return least + Math.floor(this.next() * (most - least + 1));
  }

  /** One of several things, of which there is at least one. */
  oneOf<Thing>(things: readonly Thing[]): Thing {
    return things[this.between(0, things.length - 1)] as Thing;
  }

  /** Chance of its own for somebody who works beside others. */
  branch(): Seeded {
    return new Seeded(this.between(0, 2 ** 32 - 1));
  }
}
