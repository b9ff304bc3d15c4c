import { createHash, createSecretKey, type KeyObject } from 'node:crypto';
import { link, mkdir, open, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Environment } from '../environment.ts';
import { KeyServiceError } from '../key-service-error.ts';
import type { Database } from '../store/schema.ts';

/** A secret of the service and the name by which rows say which one was used; the name does not give it away. */
export interface ServiceSecret {
  readonly id: string;
  readonly key: KeyObject;
}

/** What makes the database useful: without the pepper no key can be checked, without the master key none can be read. */
export interface ServiceSecrets {
  readonly pepper: ServiceSecret;
  readonly masterKey: ServiceSecret;
}

const secretBytes = 32;
const fileNames = { pepper: 'pepper', masterKey: 'master-key' } as const;
const settingNames = { pepper: 'pepper-id', masterKey: 'master-key-id' } as const;
type SecretName = keyof typeof fileNames;

/**
 * Reads pepper and master key from their folder. They are made on first use, and only then: a database that was used with
 * secrets before is never given new ones, since every key would stop working.
 * @throws KeyServiceError `secrets` when they are missing, damaged, or others than the database was used with
 */
export async function loadSecrets(folder: string, db: Database, environment: Environment): Promise<ServiceSecrets> {
  return {
    pepper: await loadSecret('pepper', folder, db, environment),
    masterKey: await loadSecret('masterKey', folder, db, environment),
  };
}

async function loadSecret(
  name: SecretName,
  folder: string,
  db: Database,
  environment: Environment,
): Promise<ServiceSecret> {
  const file = join(folder, fileNames[name]);
  const expectedId = await settingOf(db, settingNames[name]);
  const text =
    (await textOf(file)) ?? (expectedId === undefined ? await createSecret(folder, file, environment) : undefined);
  if (text === undefined) {
    throw new KeyServiceError(
      'secrets',
      `The file ${file} is missing, and the database was used with it before`,
      'Restore the secrets folder from its backup, or name the right one with --secrets.',
    );
  }
  const secret = secretFrom(text, name, file);
  const id = expectedId ?? (await claimSetting(db, settingNames[name], secret.id));
  if (id !== secret.id) {
    throw new KeyServiceError(
      'secrets',
      `The secret in ${file} is not the one that the database was used with`,
      'Name the secrets folder that belongs to this data folder with --secrets.',
    );
  }
  return secret;
}

async function textOf(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw new KeyServiceError(
      'secrets',
      `The secret ${file} cannot be read: ${(error as Error).message}`,
      'Let the account that runs the service read it, and nobody else.',
    );
  }
}

/** Writes a new secret beside its final name and links it there, so that of two processes exactly one wins. */
async function createSecret(folder: string, file: string, environment: Environment): Promise<string> {
  const draft = `${file}.${environment.newId()}`;
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const handle = await open(draft, 'wx', 0o600);
    try {
      await handle.writeFile(`${Buffer.from(environment.randomBytes(secretBytes)).toString('base64')}\n`);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await link(draft, file).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    });
    return await readFile(file, 'utf8');
  } catch (error) {
    throw new KeyServiceError(
      'secrets',
      `The secret ${file} cannot be created: ${(error as Error).message}`,
      'Name a folder that the service may write to with --secrets.',
    );
  } finally {
    await rm(draft, { force: true });
  }
}

function secretFrom(text: string, name: SecretName, file: string): ServiceSecret {
  const bytes = Buffer.from(text.trim(), 'base64');
  if (bytes.length !== secretBytes || bytes.toString('base64') !== text.trim()) {
    throw new KeyServiceError(
      'secrets',
      `The file ${file} does not hold ${secretBytes} bytes in Base64`,
      'Restore the secrets folder from its backup.',
    );
  }
  const id = createHash('sha256')
    .update(`dataminer-deploy ${fileNames[name]} id\0`)
    .update(bytes)
    .digest('hex')
    .slice(0, 16);
  return { id, key: createSecretKey(bytes) };
}

async function settingOf(db: Database, name: string): Promise<string | undefined> {
  const row = await db.selectFrom('service_settings').select('value').where('name', '=', name).executeTakeFirst();
  return row?.value;
}

/** Stores the value unless there is one; answers the one that is stored then. */
async function claimSetting(db: Database, name: string, value: string): Promise<string | undefined> {
  await db
    .insertInto('service_settings')
    .values({ name, value })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return await settingOf(db, name);
}
