import type { Migration } from 'kysely/migration';
import * as initial from './0001-initial.ts';

/** Every migration by its number, in the order in which they run. A published one never changes. */
export const migrations: Record<string, Migration> = {
  '0001-initial': initial,
};
