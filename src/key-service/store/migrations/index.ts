import type { Migration } from 'kysely/migration';
import * as organizations from './0001-organizations.ts';
import * as access from './0002-access.ts';
import * as keys from './0003-keys.ts';
import * as deployments from './0004-deployments.ts';
import * as audit from './0005-audit.ts';

/** Every migration by its number, in the order in which they run. A published one never changes. */
export const migrations: Record<string, Migration> = {
  '0001-organizations': organizations,
  '0002-access': access,
  '0003-keys': keys,
  '0004-deployments': deployments,
  '0005-audit': audit,
};
