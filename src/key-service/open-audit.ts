import { join, resolve } from 'node:path';
import { AuditHeads, auditHeadsFileName } from './audit/audit-heads.ts';
import { type Environment, systemEnvironment } from './environment.ts';
import type { StoreOptions } from './key-service-core.ts';
import { secretSettings } from './secrets/secret-settings.ts';
import { loadSecrets } from './secrets/service-secrets.ts';
import { requireDatabase } from './store/require-database.ts';
import type { Database } from './store/schema.ts';
import { locationOf, openStore } from './store/store.ts';

/** What it takes to verify the audit of a store. */
export interface OpenAudit {
  readonly db: Database;
  readonly heads: AuditHeads;
  close(): Promise<void>;
}

/**
 * Opens the audit of a store that is there, and nothing else of it: also where the service itself does not start.
 * @param headsFile signed heads that were copied away; by default those of the data folder
 * @throws KeyServiceError `store` or `secrets` when one of them cannot be used
 */
export async function openAudit(
  options: StoreOptions,
  headsFile?: string,
  environment: Environment = systemEnvironment,
): Promise<OpenAudit> {
  const dataFolder = resolve(options.dataFolder);
  if (options.databaseUrl === undefined) await requireDatabase(dataFolder);
  const db = await openStore(locationOf({ ...options, dataFolder }));
  try {
    const { peppers } = await loadSecrets(secretSettings(options), db, environment);
    const path = headsFile === undefined ? join(dataFolder, auditHeadsFileName) : resolve(headsFile);
    return { db, heads: new AuditHeads(db, path, peppers, environment), close: () => db.destroy() };
  } catch (error) {
    await db.destroy();
    throw error;
  }
}
