import { freeBytes, minFreeBytes } from '../artifacts/disk-reserve.ts';
import type { KeyServiceCore } from '../key-service-core.ts';
import { unknownMigrations } from '../store/migrate.ts';
import { requireWritable } from '../store/require-writable.ts';
import type { ReadinessCheck } from './readiness.ts';

/** What a key service needs to serve requests. */
export function readinessChecks(
  core: KeyServiceCore,
  workers: readonly { readonly isRunning: boolean }[],
): Readonly<Record<string, ReadinessCheck>> {
  return {
    store: async () => {
      await core.db.selectFrom('service_settings').select('name').limit(1).execute();
      await requireWritable(core.db, core.storeLocation);
      return true;
    },
    // A newer version may have migrated the database below this one.
    migrations: async () => (await unknownMigrations(core.db)).length === 0,
    disk: async () => (await freeBytes(core.dataFolder)) >= minFreeBytes,
    workers: () => workers.every(({ isRunning }) => isRunning),
  };
}
