import type { KeyServiceCore } from '../../../src/key-service/key-service-core.ts';
import { createDataKey, openValue, unwrapDataKey } from '../../../src/key-service/secrets/seal.ts';
import type { SecretVariables } from '../../../src/key-service/secrets/secret-settings.ts';
import { type LoadedSecrets, loadSecrets } from '../../../src/key-service/secrets/service-secrets.ts';

/** The secrets of a store, as a process that starts now reads them. */
export async function secretsNow(core: KeyServiceCore, variables: SecretVariables = {}): Promise<LoadedSecrets> {
  return await loadSecrets({ folder: core.secretsFolder, variables }, core.db, core.environment);
}

/** Every live value of a store, opened with what lies in rows and sources now. @throws Error when one does not open */
export async function openedValues(core: KeyServiceCore, variables: SecretVariables = {}): Promise<readonly string[]> {
  const { masterKeys } = await secretsNow(core, variables);
  const rows = await core.db
    .selectFrom('key_values as value')
    .innerJoin('key_sets as set', 'set.id', 'value.set_id')
    .select(['value.slot', 'value.version', 'value.sealed'])
    .select(['set.id', 'set.organization_id', 'set.wrapped_data_key', 'set.master_key_id'])
    .where('value.state', '=', 'current')
    .execute();
  return await Promise.all(
    rows.map(async ({ id: setId, organization_id: organizationId, slot, version, ...row }) => {
      const masterKey = await masterKeys.byId(row.master_key_id);
      const dataKey = unwrapDataKey(masterKey.key, setId, row.wrapped_data_key ?? new Uint8Array());
      return openValue(dataKey, row.sealed ?? new Uint8Array(), { organizationId, setId, slot, version });
    }),
  );
}

/** Adds sets without values, many at once: what a rotation of the master key has to do with. */
export async function addBareSets(core: KeyServiceCore, count: number): Promise<void> {
  const { masterKeys } = await secretsNow(core);
  await core.db.transaction().execute(async (transaction) => {
    const masterKey = await masterKeys.current(transaction);
    const template = await transaction.selectFrom('key_sets').selectAll().limit(1).executeTakeFirstOrThrow();
    const bareSet = () => {
      const id = core.environment.newId();
      const { wrapped } = createDataKey(masterKey.key, id, core.environment);
      return { ...template, id, comparable_label: id, wrapped_data_key: wrapped, master_key_id: masterKey.id };
    };
    for (let left = count; left > 0; left -= 100) {
      const sets = Array.from({ length: Math.min(left, 100) }, bareSet);
      await transaction.insertInto('key_sets').values(sets).execute();
    }
  });
}

/** IDs of the master keys that sets of a store name. */
export async function namedMasterKeys(core: KeyServiceCore): Promise<readonly string[]> {
  const rows = await core.db.selectFrom('key_sets').select('master_key_id').distinct().execute();
  return rows.map(({ master_key_id }) => master_key_id);
}
