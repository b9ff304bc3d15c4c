import { lockRow } from '../store/lock.ts';
import type { Queries } from '../store/schema.ts';
import type { SecretName } from './service-secret.ts';

/** ID of the secret that a database uses for what is new; undefined before its first use. */
export async function currentSecretId(db: Queries, name: SecretName): Promise<string | undefined> {
  const row = await db
    .selectFrom('service_settings')
    .select('value')
    .where('name', '=', settingName(name))
    .executeTakeFirst();
  return row?.value;
}

/**
 * The same, for a transaction that relies on it: those that `share` it go on side by side, one that will `change` it waits for
 * them and has it alone.
 */
export async function heldSecretId(
  transaction: Queries,
  name: SecretName,
  purpose: 'share' | 'change',
): Promise<string> {
  await lockRow(transaction, 'service_settings', settingName(name), purpose);
  return await requiredSecretId(transaction, name);
}

/** The same, of a database that was used before. */
export async function requiredSecretId(db: Queries, name: SecretName): Promise<string> {
  const id = await currentSecretId(db, name);
  if (id === undefined) throw new Error(`the database names no ${name}`);
  return id;
}

/** Makes a secret the current one of a database that has none yet; when another process was quicker, its one stays. */
export async function claimSecretId(db: Queries, name: SecretName, id: string): Promise<void> {
  await db
    .insertInto('service_settings')
    .values({ name: settingName(name), value: id })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Makes another secret the current one, in a transaction that holds it to change it. */
export async function changeSecretId(transaction: Queries, name: SecretName, id: string): Promise<void> {
  await transaction.updateTable('service_settings').set({ value: id }).where('name', '=', settingName(name)).execute();
}

function settingName(name: SecretName): string {
  return `${name}-id`;
}
