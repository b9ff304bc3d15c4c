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

/** Makes a secret the current one of a database that has none yet; when another was quicker, it stays. */
export async function claimCurrentSecret(db: Queries, name: SecretName, id: string): Promise<void> {
  await db
    .insertInto('service_settings')
    .values({ name: settingName(name), value: id })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

function settingName(name: SecretName): string {
  return `${name}-id`;
}
