import type { Environment } from '../environment.ts';
import { KeyServiceError } from '../key-service-error.ts';
import type { Database, Queries } from '../store/schema.ts';
import { MasterKeyRing, type MasterKeys, masterKeyIdsOfSets } from './master-key-ring.ts';
import { olderPepperIds, PepperRing, type Peppers } from './pepper-ring.ts';
import { SecretFile } from './secret-file.ts';
import { claimSecretId, currentSecretId, requiredSecretId } from './secret-ids.ts';
import { type SecretSettings, sourceOf } from './secret-settings.ts';
import type { SecretSource, Secrets } from './secret-source.ts';
import type { SecretName, ServiceSecret } from './service-secret.ts';

/** What makes the database useful: without the pepper no key can be checked, without the master key none can be read. */
export interface ServiceSecrets {
  readonly peppers: Peppers;
  readonly masterKeys: MasterKeys;
}

/** The same for those who rotate them. */
export interface LoadedSecrets extends ServiceSecrets {
  readonly peppers: PepperRing;
  readonly sources: Readonly<Record<SecretName, SecretSource>>;
  /** Whether one of them is a file in the secrets folder. */
  readonly areInFolder: boolean;
}

/**
 * Reads pepper and master key from their sources. Files are made on first use, and only then: a database that was used with
 * secrets before is never given new ones, since every key would stop working.
 * @throws KeyServiceError `secrets` when one is missing, damaged, open to others, or not what the database was used with
 */
export async function loadSecrets(
  settings: SecretSettings,
  db: Database,
  environment: Environment,
): Promise<LoadedSecrets> {
  const pepper = await sourceOf('pepper', settings);
  const masterKey = await sourceOf('master-key', settings);
  const peppers = await loadFrom(pepper, db, olderPepperIds, environment);
  const masterKeys = await loadFrom(masterKey, db, masterKeyIdsOfSets, environment);
  return {
    peppers: new PepperRing(peppers.current, peppers.newestFirst),
    masterKeys: new MasterKeyRing(masterKey, masterKeys.newestFirst),
    sources: { pepper, 'master-key': masterKey },
    areInFolder: [pepper, masterKey].some((source) => source instanceof SecretFile),
  };
}

/** Which secrets, apart from the current one, the rows of a database still refer to. */
type IdsInUse = (db: Queries) => Promise<readonly string[]>;

interface Match {
  readonly current: ServiceSecret;
  readonly newestFirst: Secrets;
}

async function loadFrom(
  source: SecretSource,
  db: Database,
  idsInUse: IdsInUse,
  environment: Environment,
): Promise<Match> {
  if ((await currentSecretId(db, source.name)) === undefined) await beginUsing(source, db, environment);
  try {
    return await match(source, db, idsInUse);
  } catch {
    // A rotation in another process may have ended between reading the database and reading the source.
    return await match(source, db, idsInUse);
  }
}

async function match(source: SecretSource, db: Database, idsInUse: IdsInUse): Promise<Match> {
  const currentId = await requiredSecretId(db, source.name);
  const neededIds = [currentId, ...(await idsInUse(db))];
  const newestFirst = await source.read();
  const missingId = neededIds.find((needed) => !newestFirst?.some(({ id }) => id === needed));
  const current = newestFirst?.find(({ id }) => id === currentId);
  if (newestFirst && current && missingId === undefined) return { current, newestFirst };
  const found = newestFirst ? `only ${newestFirst.map(({ id }) => id).join(', ')}` : 'nothing';
  throw new KeyServiceError(
    'secrets',
    `The ${source.name} ${missingId}, which the database was used with, is missing: there is ${found} in ${source.title}`,
    source.remedy,
  );
}

async function beginUsing(source: SecretSource, db: Database, environment: Environment): Promise<void> {
  if ((await source.read()) === undefined) await source.make?.(environment);
  const newestFirst = await source.read();
  if (newestFirst) await claimSecretId(db, source.name, newestFirst[0].id);
}
