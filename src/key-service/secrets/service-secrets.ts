import type { Environment } from '../environment.ts';
import { KeyServiceError } from '../key-service-error.ts';
import type { Database } from '../store/schema.ts';
import { MasterKeyRing, type MasterKeys } from './master-key-ring.ts';
import { SecretFile } from './secret-file.ts';
import { claimCurrentSecret, currentSecretId } from './secret-ids.ts';
import { type SecretSettings, sourceOf } from './secret-settings.ts';
import type { SecretSource } from './secret-source.ts';
import type { SecretName, ServiceSecret } from './service-secret.ts';

/** Peppers: new digests are made with the current one; the older ones are for values that were not used since. */
export interface Peppers {
  readonly current: ServiceSecret;
  /** The current one first. */
  readonly all: readonly ServiceSecret[];
}

/** What makes the database useful: without the pepper no key can be checked, without the master key none can be read. */
export interface ServiceSecrets {
  readonly peppers: Peppers;
  readonly masterKeys: MasterKeys;
}

/**
 * Reads pepper and master key from their sources. Files are made on first use, and only then: a database that was used with
 * secrets before is never given new ones, since every key would stop working.
 * @throws KeyServiceError `secrets` when one is missing, damaged, or another than the database was used with
 */
export async function loadSecrets(
  settings: SecretSettings,
  db: Database,
  environment: Environment,
): Promise<ServiceSecrets> {
  const [pepper, masterKey] = [sourceOf('pepper', settings), sourceOf('master-key', settings)];
  return {
    peppers: peppersFrom(await loadSecret('pepper', pepper, db, environment)),
    masterKeys: new MasterKeyRing(masterKey, (await loadSecret('master-key', masterKey, db, environment)).all),
  };
}

interface LoadedSecret {
  readonly current: ServiceSecret;
  readonly all: readonly ServiceSecret[];
}

function peppersFrom({ current, all }: LoadedSecret): Peppers {
  return { current, all: [current, ...all.filter(({ id }) => id !== current.id)] };
}

async function loadSecret(
  name: SecretName,
  source: SecretSource,
  db: Database,
  environment: Environment,
): Promise<LoadedSecret> {
  const usedBefore = await currentSecretId(db, name);
  const all = (await source.read()) ?? (usedBefore === undefined ? await firstSecrets(source, environment) : undefined);
  if (all === undefined) {
    throw new KeyServiceError(
      'secrets',
      `The ${name} ${usedBefore}, which the database was used with, is missing: there is nothing in ${source.title}`,
      source.remedy,
    );
  }
  if (usedBefore === undefined) await claimCurrentSecret(db, name, (all[0] as ServiceSecret).id);
  const id = await currentSecretId(db, name);
  const current = all.find((secret) => secret.id === id);
  if (current !== undefined) return { current, all };
  throw new KeyServiceError(
    'secrets',
    `The ${name} in ${source.title} is not the one that the database was used with, whose ID is ${id}`,
    source.remedy,
  );
}

async function firstSecrets(
  source: SecretSource,
  environment: Environment,
): Promise<readonly ServiceSecret[] | undefined> {
  if (source instanceof SecretFile) await source.create(environment);
  return await source.read();
}
