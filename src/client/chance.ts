import { randomUUID } from 'node:crypto';

/** Randomness as the client sees it, so that a test can foresee it. */
export type Chance = {
  /** A number from 0 up to 1, 1 excluded. */
  fraction(): number;
  uuid(): string;
};

export const systemChance: Chance = { fraction: () => Math.random(), uuid: () => randomUUID() };
