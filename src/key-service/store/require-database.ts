import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { KeyServiceError } from '../key-service-error.ts';
import { databaseFileName } from './sqlite-store.ts';

/** For those who must not make an embedded database that is not there. @throws KeyServiceError `store` when there is none */
export async function requireDatabase(dataFolder: string): Promise<void> {
  const found = await stat(join(dataFolder, databaseFileName)).catch(() => undefined);
  if (found !== undefined) return;
  throw new KeyServiceError(
    'store',
    `There is no database in the folder ${dataFolder}`,
    'Name the data folder of the service with --data.',
  );
}
