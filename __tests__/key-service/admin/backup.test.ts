import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { backUp } from '../../../src/key-service/admin/backup.ts';
import { systemEnvironment } from '../../../src/key-service/environment.ts';
import { usedCore } from '../support/core.ts';
import { requestedDeployment } from '../support/deployment.ts';
import { temporaryFolder } from '../support/folder.ts';

const whole = { withPackages: true, environment: systemEnvironment };

/** What a query finds in a backup. */
function inside(file: string, sql: string): unknown[] {
  const database = new DatabaseSync(file, { readOnly: true });
  try {
    return database
      .prepare(sql)
      .all()
      .map((row) => Object.values(row)[0]);
  } finally {
    database.close();
  }
}

describe('a backup', () => {
  it('is one file for its owner only, with everything that was stored', async () => {
    const used = await usedCore();
    await requestedDeployment(used);
    const folder = await temporaryFolder();
    const file = join(folder, 'backup.sqlite');
    const made = await backUp(used.dataFolder, file, whole);
    const { mode, size } = await stat(file);
    expect({ made, mode: mode & 0o777 }).toEqual({ made: { file, size }, mode: 0o600 });
    expect(await readdir(folder)).toEqual(['backup.sqlite']);
    expect(inside(file, 'pragma integrity_check')).toEqual(['ok']);
    expect(inside(file, 'select label from key_sets')).toEqual(['GitHub']);
    expect(inside(file, 'select count(*) from artifact_chunks')).toEqual([1]);
  });

  it('is of one moment, also while another process writes', async () => {
    const { dataFolder, core } = await usedCore();
    const script = `const { openStore } = await import('${new URL('../../../src/key-service/store/store.ts', import.meta.url)}');
      const db = await openStore(${JSON.stringify({ dataFolder })});
      for (let pair = 0; ; pair++) {
        await db.transaction().execute(async (transaction) => {
          for (const half of [1, 2]) {
            await transaction.insertInto('service_settings').values({ name: pair + ' ' + half, value: 'x'.repeat(2000) }).execute();
          }
        });
        if (pair === 50) console.log('begun');
      }`;
    const writer = spawn(process.execPath, ['--input-type=module', '-e', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const ended = once(writer, 'close');
    try {
      await once(writer.stdout, 'data');
      const folder = await temporaryFolder();
      for (let number = 0; number < 5; number++) {
        const file = join(folder, `${number}.sqlite`);
        await backUp(dataFolder, file, whole);
        const halves = inside(file, "select count(*) from service_settings where name like '% _'") as number[];
        expect(halves[0]).toBeGreaterThan(100);
        expect((halves[0] ?? 1) % 2).toBe(0);
      }
    } finally {
      writer.kill('SIGKILL');
      await ended;
    }
    await core.organizations.create('The store still works', { type: 'operator', id: null, name: 'a test' });
  });

  it('holds neither pepper nor master key', async () => {
    const { dataFolder } = await usedCore();
    const file = join(await temporaryFolder(), 'backup.sqlite');
    await backUp(dataFolder, file, whole);
    const bytes = await readFile(file);
    for (const name of ['pepper', 'master-key']) {
      const secret = (await readFile(join(dataFolder, 'secrets', name), 'utf8')).trim();
      expect(bytes.includes(secret)).toBe(false);
      expect(bytes.includes(Buffer.from(secret, 'base64'))).toBe(false);
    }
  });

  it('can do without packages, and is small then', async () => {
    const used = await usedCore();
    await requestedDeployment(used, new Uint8Array(5_000_000));
    const file = join(await temporaryFolder(), 'backup.sqlite');
    const { size } = await backUp(used.dataFolder, file, { ...whole, withPackages: false });
    expect(size).toBeLessThan(1_000_000);
    expect(inside(file, 'select count(*) from artifacts')).toEqual([0]);
    expect(inside(file, 'select package_name from deployments')).toEqual(['Demo']);
  });

  it('replaces nothing', async () => {
    const { dataFolder } = await usedCore();
    const folder = await temporaryFolder();
    const file = join(folder, 'backup.sqlite');
    await writeFile(file, 'an older backup');
    await expect(backUp(dataFolder, file, whole)).rejects.toMatchObject({
      code: 'invalid',
      message: `The file ${file} is there already`,
    });
    expect(await readFile(file, 'utf8')).toBe('an older backup');
    expect(await readdir(folder)).toEqual(['backup.sqlite']);
  });

  it('is made by one of two who choose the same name at the same moment', async () => {
    const { dataFolder } = await usedCore();
    const folder = await temporaryFolder();
    const file = join(folder, 'backup.sqlite');
    const made = await Promise.allSettled([backUp(dataFolder, file, whole), backUp(dataFolder, file, whole)]);
    expect(made.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await readdir(folder)).toEqual(['backup.sqlite']);
  });

  it('is refused where it cannot be written, and where there is no database, of which none is made', async () => {
    const { dataFolder } = await usedCore();
    const empty = await temporaryFolder();
    await expect(backUp(dataFolder, join(empty, 'none', 'backup.sqlite'), whole)).rejects.toMatchObject({
      code: 'store',
    });
    await expect(backUp(empty, join(empty, 'backup.sqlite'), whole)).rejects.toMatchObject({
      code: 'store',
      message: `There is no database in the folder ${empty}`,
    });
    expect(await readdir(empty)).toEqual([]);
  });
});
