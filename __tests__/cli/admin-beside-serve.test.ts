import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { jest } from '@jest/globals';
import { paths } from '../../src/contract/paths.ts';
import { backUp } from '../../src/key-service/admin/backup.ts';
import { systemEnvironment } from '../../src/key-service/environment.ts';
import { usedCore } from '../key-service/support/core.ts';
import { temporaryFolder } from '../key-service/support/folder.ts';
import { runCli as runHere } from '../support/command-line.ts';
import {
  cliJson,
  inTemporaryFolder,
  type KeySet,
  runCli,
  startTestService,
  type TestService,
} from '../support/processes.ts';

// Every step is a process of its own, and there are many at a time.
jest.setTimeout(120_000);

/** Runs with a service that is kept busy with uploads and calls all the time, every one of which must succeed. */
async function withBusyService(use: (service: TestService, folder: string) => Promise<void>): Promise<void> {
  await inTemporaryFolder(async (folder) => {
    const service = await startTestService(folder);
    const enough = new AbortController();
    const load = Array.from({ length: 2 }, () => callsUntil(service, enough.signal));
    try {
      await use(service, folder);
      enough.abort();
      const statuses = (await Promise.all(load)).flat();
      expect(new Set(statuses)).toEqual(new Set([200]));
      expect(statuses.length).toBeGreaterThan(10);
    } finally {
      enough.abort();
      await Promise.allSettled(load);
      service.running.process.kill('SIGKILL');
      await service.running.ended;
    }
  });
}

async function callsUntil({ url, keys }: TestService, enough: AbortSignal): Promise<number[]> {
  const headers = { 'Ocp-Apim-Subscription-Key': keys.primary };
  const statuses: number[] = [];
  while (!enough.aborted) {
    const body = new FormData();
    for (const [name, value] of Object.entries({ name: 'Demo', version: '1.0.1', contentType: 'DmScript' })) {
      body.set(name, value);
    }
    body.set('file', new Blob([new Uint8Array(1_100_000)]), 'Demo');
    const uploaded = await fetch(url + paths.uploadArtifact, { method: 'POST', headers, body });
    const self = await fetch(url + paths.keySelf, { headers });
    statuses.push(uploaded.status, self.status);
  }
  return statuses;
}

describe('admin, beside a service that writes all the time', () => {
  it('never fails on a lock, however many commands run at once', async () => {
    await withBusyService(async ({ dataFolder, systemId, url }) => {
      const admin = <Result>(...args: string[]) => cliJson<Result>(['admin', ...args, '--data', dataFolder]);
      const created = await Promise.all(
        Array.from({ length: 4 }, (_, number) =>
          admin<KeySet>('create-key', '--system', systemId, '--label', `key ${number}`),
        ),
      );
      const scope = ['--data', dataFolder];
      const ended = await Promise.all([
        ...created
          .slice(0, 2)
          .map(({ id, label }) => runCli(['admin', 'revoke', '--set', id, '--confirm', label, ...scope])),
        ...created
          .slice(2)
          .map(({ id, label }) =>
            runCli(['admin', 'regenerate', '--set', id, '--slot', 'secondary', '--confirm', label, ...scope]),
          ),
      ]);
      expect(ended.map(({ exitCode, stderr }) => (exitCode === 0 ? 0 : stderr))).toEqual(Array(4).fill(0));
      const working = await Promise.all(
        created.map(
          async ({ primary }) =>
            (await fetch(url + paths.keySelf, { headers: { 'Ocp-Apim-Subscription-Key': primary } })).status,
        ),
      );
      expect(working).toEqual([403, 403, 200, 200]);
    });
  });

  it('backs up what the service has stored, and restores nothing under its feet', async () => {
    await withBusyService(async ({ dataFolder, systemId, admin }, folder) => {
      const file = join(folder, 'backup.sqlite');
      const made = await admin<{ file: string; size: number }>('backup', '--output', file);
      expect(made).toEqual({ file, size: (await stat(file)).size });
      const refused = await runCli(['admin', 'restore', '--input', file, '--data', dataFolder]);
      expect(refused).toMatchObject({ exitCode: 1, stdout: '' });
      expect(refused.stderr).toContain(`The database in ${dataFolder} is in use`);

      const elsewhere = join(folder, 'restored');
      const secrets = ['--secrets', join(dataFolder, 'secrets')];
      const restored = await runCli(['admin', 'restore', '--input', file, '--data', elsewhere, ...secrets, '--json']);
      expect(JSON.parse(restored.stdout)).toEqual({ database: join(elsewhere, 'key-service.sqlite'), replaced: null });
      expect(restored.stderr).toContain('the revocation log');
      await admin('list-keys', '--system', systemId);
    });
  });
});

describe('admin restore', () => {
  it('is refused while another process has the store open, also after that one opened it a second time', async () => {
    const used = await usedCore();
    const file = join(await temporaryFolder(), 'backup.sqlite');
    await backUp(used.dataFolder, file, { withPackages: true, environment: systemEnvironment });
    const { exitCode, stderr } = await runCli(['admin', 'restore', '--input', file, '--data', used.dataFolder]);
    expect(exitCode).toBe(1);
    expect(stderr).toContain('is in use');
  });
});

describe('admin backup and restore', () => {
  it.each([
    ['backup', '--output', 'pg_dump'],
    ['restore', '--input', 'pg_restore'],
  ])('leave PostgreSQL to its own tools (%s)', async (command, flag, tool) => {
    const { exitCode, stderr } = await runHere([
      'admin',
      command,
      flag,
      'x',
      '--database-url',
      'postgres://x@127.0.0.1:1/x',
    ]);
    expect(exitCode).toBe(3);
    expect(stderr).toContain(tool);
  });
});
