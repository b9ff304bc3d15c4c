import { randomBytes, randomUUID } from 'node:crypto';

/** What the key service takes from the machine it runs on; passed in, so that tests decide about time and chance. */
export interface Environment {
  /** The time, in milliseconds since 1970. */
  now(): number;
  /** Unpredictable bytes, for keys and nonces. */
  randomBytes(count: number): Uint8Array;
  /** A new GUID, for rows. */
  newId(): string;
}

/** The real clock and the operating system's randomness. */
export const systemEnvironment: Environment = {
  now: () => Date.now(),
  randomBytes: (count) => randomBytes(count),
  newId: () => randomUUID(),
};

/** A stored time as it travels: ISO 8601, UTC. */
export function timestamp(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}
