import { randomBytes, randomUUID } from 'node:crypto';
import type { Environment } from '../../../src/key-service/environment.ts';

/** An environment whose clock stands still until the test moves it. */
export interface TestEnvironment extends Environment {
  advance(milliseconds: number): void;
}

export function testEnvironment(start = Date.UTC(2026, 10, 23, 10)): TestEnvironment {
  let now = start;
  return {
    now: () => now,
    randomBytes: (count) => randomBytes(count),
    newId: () => randomUUID(),
    advance: (milliseconds) => {
      now += milliseconds;
    },
  };
}
