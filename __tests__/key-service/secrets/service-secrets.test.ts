import { copyFile, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { systemEnvironment } from '../../../src/key-service/environment.ts';
import { openKeyServiceCore, type StoreOptions } from '../../../src/key-service/key-service-core.ts';
import type { SecretVariables } from '../../../src/key-service/secrets/secret-settings.ts';
import { newSecretText, secretFrom } from '../../../src/key-service/secrets/service-secret.ts';
import { loadSecrets } from '../../../src/key-service/secrets/service-secrets.ts';
import type { Database } from '../../../src/key-service/store/schema.ts';
import { usedCore } from '../support/core.ts';
import { temporaryFolder } from '../support/folder.ts';
import { onEveryStore } from '../support/stores.ts';

const names = ['pepper', 'master-key'] as const;
const variables = { pepper: 'DATAMINER_DEPLOY_PEPPER', 'master-key': 'DATAMINER_DEPLOY_MASTER_KEY' } as const;

async function open(options: StoreOptions): Promise<void> {
  const core = await openKeyServiceCore(options);
  await core.close();
}

function secretsOf({ dataFolder }: StoreOptions, name = ''): string {
  return join(dataFolder, 'secrets', name);
}

onEveryStore('pepper and master key', (store) => {
  it('are made on first use, for the owner only, and are different', async () => {
    const options = await store.fresh();
    await open(options);
    const files = await readdir(secretsOf(options));
    expect(files.sort()).toEqual(['master-key', 'pepper']);
    for (const file of files) expect((await stat(secretsOf(options, file))).mode & 0o777).toBe(0o600);
    expect((await stat(secretsOf(options))).mode & 0o777).toBe(0o700);
    const texts = await Promise.all(files.map((file) => readFile(secretsOf(options, file), 'utf8')));
    expect(texts[0]).not.toBe(texts[1]);
  });

  it('are the same for all who make them at the same moment', async () => {
    const options = await store.fresh();
    const folder = join(await temporaryFolder(), 'secrets');
    const stores = await Promise.all(Array.from({ length: 4 }, () => store.openAgain(options)));
    const loaded = await Promise.all(stores.map((db) => loadSecrets({ folder, variables: {} }, db, systemEnvironment)));
    const ids = loaded.map(async ({ peppers, masterKeys }, index) => {
      const masterKey = await masterKeys.current(stores[index] as Database);
      return `${peppers.current.id} ${masterKey.id}`;
    });
    expect(new Set(await Promise.all(ids)).size).toBe(1);
    expect((await readdir(folder)).sort()).toEqual(['master-key', 'pepper']);
  });

  it('can come from the environment, and then no file is made', async () => {
    const options = await store.fresh();
    const given: SecretVariables = {
      DATAMINER_DEPLOY_PEPPER: newSecretText(systemEnvironment),
      DATAMINER_DEPLOY_MASTER_KEY: newSecretText(systemEnvironment),
    };
    await open({ ...options, secretVariables: given });
    await open({ ...options, secretVariables: given });
    expect(await readdir(options.dataFolder)).not.toContain('secrets');
    await expect(open(options)).rejects.toMatchObject({ code: 'secrets' });
  });

  it('can move from a file into the environment', async () => {
    const { options, core, values } = await usedCore(store);
    const given: Record<string, string> = {};
    for (const name of names) given[variables[name]] = await readFile(secretsOf(options, name), 'utf8');
    await expect(open({ ...options, secretVariables: given })).rejects.toThrow('is given 2 times');
    await rm(secretsOf(options), { recursive: true });
    const moved = await openKeyServiceCore({ ...options, secretVariables: given }, core.environment);
    expect(await moved.keyVerifier.verify(values.primary)).toBeDefined();
    await moved.close();
  });

  it.each(names)('are never made anew for a database that was used before (%s)', async (name) => {
    const options = await store.fresh();
    await open(options);
    const text = await readFile(secretsOf(options, name), 'utf8');
    await rm(secretsOf(options, name));
    await expect(open(options)).rejects.toMatchObject({
      code: 'secrets',
      message:
        `The ${name} ${secretFrom(name, text.trim())?.id}, which the database was used with, is missing: ` +
        `there is nothing in the file ${secretsOf(options, name)}`,
      next: expect.stringContaining('Restore the secrets folder'),
    });
    expect(await readdir(secretsOf(options))).not.toContain(name);
  });

  it.each(names)('are refused when they belong to another database (%s)', async (name) => {
    const [options, other] = [await store.fresh(), await store.fresh()];
    await open(options);
    await open(other);
    const [right, wrong] = [await readFile(secretsOf(options, name)), await readFile(secretsOf(other, name))];
    await copyFile(secretsOf(other, name), secretsOf(options, name));
    const error = await open(options).catch((refusal) => refusal);
    const [rightId, wrongId] = [right, wrong].map((text) => secretFrom(name, text.toString().trim())?.id);
    expect(error).toMatchObject({ code: 'secrets', message: expect.stringContaining(`The ${name} ${rightId}`) });
    expect(error.message).toContain(`there is only ${wrongId}`);
    for (const text of [right, wrong]) expect(`${error.message} ${error.next}`).not.toContain(text.toString().trim());
  });
});

describe('the folder of the secrets', () => {
  it('can lie elsewhere than the data', async () => {
    const [dataFolder, secretsFolder] = [await temporaryFolder(), join(await temporaryFolder(), 'secrets')];
    await open({ dataFolder, secretsFolder });
    expect((await readdir(secretsFolder)).sort()).toEqual(['master-key', 'pepper']);
    expect(await readdir(dataFolder)).not.toContain('secrets');
  });

  it('may hold secrets before the database is used for the first time', async () => {
    const [dataFolder, secretsFolder] = [await temporaryFolder(), await temporaryFolder()];
    const text = newSecretText(systemEnvironment);
    await writeFile(join(secretsFolder, 'pepper'), text, { mode: 0o600 });
    await open({ dataFolder, secretsFolder });
    expect(await readFile(join(secretsFolder, 'pepper'), 'utf8')).toBe(text);
  });

  it('cannot be a file', async () => {
    const secretsFolder = join(await temporaryFolder(), 'secrets');
    await writeFile(secretsFolder, '');
    await expect(open({ dataFolder: await temporaryFolder(), secretsFolder })).rejects.toMatchObject({
      code: 'secrets',
      next: expect.stringMatching(/\S/),
    });
  });
});
