import { copyFile, mkdir, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { systemEnvironment } from '../../../src/key-service/environment.ts';
import { openKeyServiceCore } from '../../../src/key-service/key-service-core.ts';
import { loadSecrets } from '../../../src/key-service/secrets/service-secrets.ts';
import type { Database } from '../../../src/key-service/store/schema.ts';
import { openStore } from '../../../src/key-service/store/store.ts';
import { temporaryFolder } from '../support/folder.ts';

async function usedFolder(secretsFolder?: string): Promise<string> {
  const dataFolder = await temporaryFolder();
  const core = await openKeyServiceCore({ dataFolder, ...(secretsFolder && { secretsFolder }) });
  await core.close();
  return dataFolder;
}

describe('pepper and master key', () => {
  it('are made on first use, for the owner only, and are different', async () => {
    const secrets = join(await usedFolder(), 'secrets');
    const names = await readdir(secrets);
    expect(names.sort()).toEqual(['master-key', 'pepper']);
    for (const name of names) expect((await stat(join(secrets, name))).mode & 0o777).toBe(0o600);
    expect((await stat(secrets)).mode & 0o777).toBe(0o700);
  });

  it('can lie elsewhere than the data', async () => {
    const secretsFolder = join(await temporaryFolder(), 'secrets');
    const dataFolder = await usedFolder(secretsFolder);
    expect((await readdir(secretsFolder)).sort()).toEqual(['master-key', 'pepper']);
    expect(await readdir(dataFolder)).not.toContain('secrets');
  });

  it('are the same for all who make them at the same moment', async () => {
    const [data, folder] = [await temporaryFolder(), join(await temporaryFolder(), 'secrets')];
    const stores = await Promise.all(Array.from({ length: 4 }, () => openStore({ dataFolder: data })));
    const loaded = await Promise.all(stores.map((db) => loadSecrets({ folder, variables: {} }, db, systemEnvironment)));
    const ids = loaded.map(async ({ peppers, masterKeys }, index) => {
      const masterKey = await masterKeys.current(stores[index] as Database);
      return `${peppers.current.id} ${masterKey.id}`;
    });
    expect(new Set(await Promise.all(ids)).size).toBe(1);
    expect((await readdir(folder)).sort()).toEqual(['master-key', 'pepper']);
    for (const db of stores) await db.destroy();
  });

  it.each(['pepper', 'master-key'])('are never made anew for a database that was used before (%s)', async (name) => {
    const dataFolder = await usedFolder();
    await rm(join(dataFolder, 'secrets', name));
    await expect(openKeyServiceCore({ dataFolder })).rejects.toMatchObject({
      code: 'secrets',
      message: expect.stringMatching(new RegExp(`The ${name} .* is missing`)),
    });
    expect(await readdir(join(dataFolder, 'secrets'))).not.toContain(name);
  });

  it.each(['pepper', 'master-key'])('are refused when they belong to another database (%s)', async (name) => {
    const [dataFolder, other] = [await usedFolder(), await usedFolder()];
    await copyFile(join(other, 'secrets', name), join(dataFolder, 'secrets', name));
    await expect(openKeyServiceCore({ dataFolder })).rejects.toMatchObject({
      code: 'secrets',
      message: expect.stringContaining('is missing: there is only'),
    });
  });

  it.each(['', 'not base64 at all', 'c2hvcnQ='])('are refused when the file holds %j', async (text) => {
    const secretsFolder = join(await temporaryFolder(), 'secrets');
    await mkdir(secretsFolder);
    await writeFile(join(secretsFolder, 'pepper'), text, { mode: 0o600 });
    await expect(openKeyServiceCore({ dataFolder: await temporaryFolder(), secretsFolder })).rejects.toMatchObject({
      code: 'secrets',
      message: expect.stringContaining('32 bytes'),
    });
  });
});
