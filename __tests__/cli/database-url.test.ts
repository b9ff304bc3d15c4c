import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { jest } from '@jest/globals';
import { databaseUrlFrom } from '../../src/cli/service-store.ts';
import { paths } from '../../src/contract/paths.ts';
import { temporaryFolder } from '../key-service/support/folder.ts';
import { onPostgres, postgres } from '../key-service/support/stores.ts';
import { cliJson, runCli } from '../support/command-line.ts';
import { type KeySet, printed, startCli } from '../support/processes.ts';

// Every step is a process of its own.
jest.setTimeout(60_000);

const url = 'postgres://deploy@db.example/keys';

describe('the database that a command works on', () => {
  it('is the embedded one unless a URL is given', async () => {
    expect(await databaseUrlFrom(undefined, {})).toBeUndefined();
    expect(await databaseUrlFrom(url, {})).toBe(url);
  });

  it('may be given with its password by a variable, which is taken out of the environment', async () => {
    const env = { DATAMINER_DEPLOY_DATABASE_URL: 'postgres://deploy:secret@db.example/keys', PATH: '/bin' };
    expect(await databaseUrlFrom(undefined, env)).toBe('postgres://deploy:secret@db.example/keys');
    expect(env).toEqual({ PATH: '/bin' });
  });

  it('is refused when it is given twice', async () => {
    await expect(databaseUrlFrom(url, { DATAMINER_DEPLOY_DATABASE_URL: url })).rejects.toMatchObject({
      exitCode: 3,
      message: 'The database is given twice: by --database-url and by DATAMINER_DEPLOY_DATABASE_URL',
    });
  });

  it.each(['postgres://deploy:s3cret@db.example/keys', 'postgres://deploy@db.example/keys?password=s3cret'])(
    'is refused when the arguments tell its password: %s',
    async (given) => {
      const { exitCode, stdout, stderr } = await runCli(['admin', 'init', '--database-url', given]);
      expect({ exitCode, stdout }).toEqual({ exitCode: 3, stdout: '' });
      expect(stderr).toContain('--database-url holds a password');
      expect(stderr).not.toContain('s3cret');
    },
  );

  it('is refused when the address is none', async () => {
    const { exitCode, stderr } = await runCli(['admin', 'init', '--database-url', 'mysql://deploy@db.example/keys']);
    expect(exitCode).toBe(3);
    expect(stderr).toContain('not a URL of the form postgres://user@host:port/database');
  });
});

onPostgres('serve and admin on PostgreSQL', () => {
  it('work on one database, whether the password comes with the URL or apart', async () => {
    const folder = await temporaryFolder();
    const dms = join(folder, 'Skyline DataMiner');
    await mkdir(dms);
    const { databaseUrl = '' } = await postgres.unmade();
    const apart = new URL(databaseUrl);
    const { password } = apart;
    apart.password = '';
    const data = ['--data', join(folder, 'data')];
    const admin = <Result>(...args: string[]) =>
      cliJson<Result>(['admin', ...args, ...data], { DATAMINER_DEPLOY_DATABASE_URL: databaseUrl });

    const serve = ['serve', '--json', '--port', '0', ...data, '--database-url', apart.href];
    const service = startCli(serve, { PGPASSWORD: password });
    try {
      const ready = JSON.parse(await printed(service, '\n')) as { url: string };
      const { id: organization } = await admin<{ id: string }>('create-organization', '--name', 'Acme');
      const { id: system } = await admin<{ id: string }>(
        ...['create-system', '--organization', organization, '--name', 'Studio', '--folder', dms],
      );
      const { primary } = await admin<KeySet>('create-key', '--system', system, '--label', 'pipelines');
      const headers = { 'Ocp-Apim-Subscription-Key': primary };
      const self = await fetch(ready.url + paths.keySelf, { headers });
      expect(await self.json()).toMatchObject({ label: 'pipelines' });
    } finally {
      service.process.kill('SIGTERM');
    }
    const { exitCode, stdout, stderr } = await service.ended;
    expect(exitCode).toBe(0);
    expect(stdout + stderr).not.toContain(password);
    expect(existsSync(join(folder, 'data', 'key-service.sqlite'))).toBe(false);
  });

  it('end at once, and say why, when the server lets them not in', async () => {
    const { databaseUrl = '' } = await postgres.unmade();
    const apart = new URL(databaseUrl);
    apart.password = '';
    const args = ['--data', await temporaryFolder(), '--database-url', apart.href];
    const begun = Date.now();
    const { exitCode, stderr } = await runCli(['admin', 'init', ...args]);
    expect(exitCode).toBe(3);
    expect(stderr).toContain('does not let the user postgres in');
    expect(stderr).toContain('PGPASSWORD');
    expect(Date.now() - begun).toBeLessThan(20_000);
  });
});
