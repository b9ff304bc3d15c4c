import { once } from 'node:events';
import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { connect, type Socket } from 'node:net';
import { join, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { text } from 'node:stream/consumers';
import { jest } from '@jest/globals';
import { paths } from '../../src/contract/paths.ts';
import { packageBytes } from '../key-service/support/package.ts';
import { eventually } from '../key-service/support/service.ts';
import { runCli } from '../support/command-line.ts';
import {
  cliJson,
  inTemporaryFolder,
  printed,
  start,
  startCli,
  startTestService,
  type TestService,
} from '../support/processes.ts';

// Every step is a process of its own.
jest.setTimeout(60_000);

const commandLine = resolve('src/cli/main.ts');

/** Runs with a service in a process of its own, which is gone afterwards whatever happened. */
async function withService(use: (service: TestService) => Promise<void>): Promise<void> {
  await inTemporaryFolder(async (folder) => {
    const service = await startTestService(folder);
    try {
      await use(service);
    } finally {
      service.running.process.kill('SIGKILL');
      await service.running.ended;
    }
  });
}

async function statusOf({ url }: TestService, key: string): Promise<number> {
  return (await fetch(url + paths.keySelf, { headers: { 'Ocp-Apim-Subscription-Key': key } })).status;
}

async function upload({ url }: TestService, key: string, file: Uint8Array<ArrayBuffer>): Promise<Response> {
  const form = new FormData();
  for (const [name, value] of Object.entries({ name: 'Demo', version: '1.0.1', contentType: 'DmScript' })) {
    form.set(name, value);
  }
  form.set('file', new Blob([file]), 'Demo');
  return await fetch(url + paths.uploadArtifact, {
    method: 'POST',
    headers: { 'Ocp-Apim-Subscription-Key': key },
    body: form,
  });
}

async function deploy({ url }: TestService, key: string, artifactId: string): Promise<string> {
  const answer = await fetch(url + paths.deployArtifact, {
    method: 'POST',
    headers: { 'Ocp-Apim-Subscription-Key': key, 'Content-Type': 'application/json' },
    body: JSON.stringify({ artifactId }),
  });
  return ((await answer.json()) as { deploymentId: string }).deploymentId;
}

async function stateOf({ url }: TestService, key: string, deploymentId: string): Promise<string> {
  const headers = { 'Ocp-Apim-Subscription-Key': key };
  const answer = await fetch(`${url}${paths.deployment}/${deploymentId}`, { headers });
  return ((await answer.json()) as { DeploymentInfo: { currentState: string } }).DeploymentInfo.currentState;
}

/** Begins an upload and leaves it open; `end` sends the rest. */
function openUpload({ url, keys }: TestService) {
  const field = (name: string, value: string) =>
    `--b0\r\nContent-Disposition: form-data; name=${name}\r\n\r\n${value}\r\n`;
  const head = field('name', 'Demo') + field('version', '1') + field('contentType', 'DmScript');
  const file = `--b0\r\nContent-Disposition: form-data; name=file; filename=Demo\r\n\r\n${'x'.repeat(100_000)}`;
  const rest = `${'x'.repeat(100_000)}\r\n--b0--\r\n`;
  const socket = connect(Number(new URL(url).port), '127.0.0.1');
  socket.write(
    `POST ${paths.uploadArtifact} HTTP/1.1\r\nHost: localhost\r\nOcp-Apim-Subscription-Key: ${keys.primary}\r\n` +
      `Content-Type: multipart/form-data; boundary=b0\r\nContent-Length: ${(head + file + rest).length}\r\n\r\n`,
  );
  socket.write(head + file);
  const answer = text(socket);
  return { end: () => socket.write(rest), answer };
}

describe('serve', () => {
  it('prints one line on stdout when it is ready, and logs to stderr as JSON lines', async () => {
    await withService(async (service) => {
      await statusOf(service, 'no key');
      const { exitCode, stdout, stderr } = await service.stop();
      expect(exitCode).toBe(0);
      const { pid } = service.running.process;
      expect(stdout).toBe(`${JSON.stringify({ url: service.url, pid })}\n`);
      const lines = stderr.trim().split('\n');
      // For the operator's eyes, as long as nobody can sign in; all else is the log.
      const records = lines
        .filter((line) => !line.startsWith('Nobody can sign in yet.'))
        .map((line) => JSON.parse(line) as Record<string, unknown>);
      expect(records).toContainEqual(expect.objectContaining({ route: paths.keySelf, status: 403, method: 'GET' }));
    });
  });

  it('says on stderr where it listens when people start it', async () => {
    await inTemporaryFolder(async (folder) => {
      const running = start(commandLine, ['serve', '--port', '0', '--data', join(folder, 'data')], {});
      await eventually(async () => running.stderr().includes('The key service is ready at http://127.0.0.1:'));
      running.process.kill('SIGINT');
      expect(await running.ended).toMatchObject({ exitCode: 0, stdout: '' });
    });
  });

  it('sees at once what admin changes beside it', async () => {
    await withService(async (service) => {
      const { keys } = service;
      const confirm = ['--set', keys.id, '--confirm', keys.label];
      expect(await statusOf(service, keys.secondary)).toBe(200);
      const { value } = await service.admin<{ value: string }>('regenerate', ...confirm, '--slot', 'secondary');
      expect(await statusOf(service, keys.secondary)).toBe(403);
      expect(await statusOf(service, value)).toBe(200);
      expect(await statusOf(service, keys.primary)).toBe(200);
      await service.admin('revoke', ...confirm);
      expect([await statusOf(service, value), await statusOf(service, keys.primary)]).toEqual([403, 403]);
    });
  });

  it('shows admin when a key was last used', async () => {
    await withService(async (service) => {
      await statusOf(service, service.keys.primary);
      const { items } = await eventually(async () => {
        const list = await service.admin<{
          items: { slots: Record<string, { lastUsedAt: string | null }> }[];
        }>('list-keys', '--system', service.systemId);
        return list.items[0]?.slots.primary?.lastUsedAt != null && list;
      });
      expect(items[0]?.slots.secondary?.lastUsedAt).toBeNull();
    });
  });

  it('and admin never stand in each other’s way while both write', async () => {
    await withService(async (service) => {
      const file = new Uint8Array(3 * 1024 * 1024);
      let uploading = true;
      const uploads = (async () => {
        const statuses: number[] = [];
        while (uploading) statuses.push((await upload(service, service.keys.primary, file)).status);
        return statuses;
      })();
      const scope = ['create-key', '--system', service.systemId, '--label'];
      const sets = await Promise.all(
        // Processes of their own, so that they really run beside the uploads.
        ['a', 'b', 'c', 'd'].map((label) =>
          cliJson<{ label: string }>(['admin', ...scope, label, '--data', service.dataFolder]),
        ),
      );
      uploading = false;
      expect(sets.map(({ label }) => label)).toEqual(['a', 'b', 'c', 'd']);
      expect(new Set(await uploads)).toEqual(new Set([200]));
    });
  });

  it('finishes the upload that is under way when it is asked to end, and takes no other', async () => {
    await withService(async (service) => {
      const open = openUpload(service);
      await eventually(async () => (await statusOf(service, service.keys.primary)) === 200);
      const ended = service.stop();
      await eventually(
        async () =>
          await fetch(service.url).then(
            () => false,
            () => true,
          ),
      );
      open.end();
      expect(await open.answer).toMatch(/^HTTP\/1\.1 200 /);
      expect((await ended).exitCode).toBe(0);
    });
  });

  it('does not wait for connections on which no request is under way', async () => {
    await withService(async (service) => {
      const port = Number(new URL(service.url).port);
      const sockets = ['', 'GET / HTTP/1.1\r\nHost: local', 'GET / HTTP/1.1\r\nHost: localhost\r\n\r\n'].map(
        (begun) => {
          const socket = connect(port, '127.0.0.1', () => socket.write(begun));
          return socket.on('error', () => undefined);
        },
      );
      await once(sockets[2] as Socket, 'data');
      const started = Date.now();
      expect((await service.stop()).exitCode).toBe(0);
      expect(Date.now() - started).toBeLessThan(10_000);
      for (const socket of sockets) socket.destroy();
    });
  });

  it('keeps what it has acknowledged, and nothing half done, when it is killed', async () => {
    await withService(async (service) => {
      const { keys, dataFolder, dmsFolder } = service;
      const answer = await upload(service, keys.primary, await packageBytes());
      const { artifactId } = (await answer.json()) as { artifactId: string };
      const open = openUpload(service);
      const deploymentId = await deploy(service, keys.primary, artifactId);
      service.running.process.kill('SIGKILL');
      await service.running.ended;
      await open.answer.catch(() => undefined);

      const running = start(commandLine, ['serve', '--json', '--port', '0', '--data', dataFolder], {});
      try {
        const { url } = JSON.parse(await printed(running, '\n')) as { url: string };
        const again = { ...service, url };
        expect(await stateOf(again, keys.secondary, deploymentId)).toMatch(/^(Pending|Succeeded)$/);
        // One second more than the lease of a process that died.
        await eventually(async () => (await stateOf(again, keys.secondary, deploymentId)) === 'Succeeded');
        expect(await readFile(join(dmsFolder, 'Scripts', 'Script_Demo.xml'), 'utf8')).toBe('new script');
      } finally {
        running.process.kill('SIGKILL');
        await running.ended;
      }
    });
  });

  it.each<[string, string[], string]>([
    ['a port that is none', ['--port', '70000'], '0 to 65535'],
    ['packages that are kept for no time', ['--keep-packages', '0'], 'packages are to be kept for 0 days'],
    ['callers that are kept for some time', ['--keep-callers', 'long'], 'whole number of days'],
    ['a role that manages no keys', ['--organization-keys-role', 'member'], 'Allowed choices are admin, owner'],
    ['a proxy that is no address', ['--trust-proxy', 'proxy.example.com'], 'is no range of addresses'],
    [
      'a range that is none',
      ['--trust-proxy', '10.0.0.1', '--trust-proxy', '10.0.0.0/33'],
      '"10.0.0.0/33" is no range',
    ],
    ['a public address that is none', ['--public-url', 'keys.example.com'], 'https://keys.example.com'],
    ['a public address with a path', ['--public-url', 'https://x.example/keys'], 'without a path'],
    ['a public address without encryption', ['--public-url', 'http://x.example'], 'Give it with https'],
    ['an address of another machine', ['--host', '192.0.2.1'], 'cannot listen on 192.0.2.1'],
  ])('ends with exit code 3 for %s', async (_what, args, message) => {
    await inTemporaryFolder(async (folder) => {
      const ended = await runCli(['serve', '--port', '0', ...args, '--data', join(folder, 'data')]);
      expect(ended).toMatchObject({ exitCode: 3, stdout: '', stderr: expect.stringContaining(message) });
    });
  });

  it('ends with exit code 3 when its port is taken', async () => {
    await withService(async (service) => {
      const port = new URL(service.url).port;
      const ended = await runCli(['serve', '--port', port, '--data', service.dataFolder]);
      expect(ended).toMatchObject({ exitCode: 3, stderr: expect.stringContaining(`port ${port}`) });
    });
  });

  it('ends with exit code 1, saying why, while another process holds its database', async () => {
    await inTemporaryFolder(async (folder) => {
      await runCli(['admin', 'init', '--data', folder]);
      const holder = new DatabaseSync(join(folder, 'key-service.sqlite'));
      try {
        holder.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE');
        const ended = await startCli(['serve', '--port', '0', '--data', folder]).ended;
        expect(ended).toMatchObject({ exitCode: 1, stderr: expect.stringContaining('is held by another process') });
        expect(ended.stderr).not.toMatch(/^\s+at /m);
      } finally {
        holder.close();
      }
    });
  });

  it('refuses to start without the secrets that its database was used with', async () => {
    await inTemporaryFolder(async (folder) => {
      const data = join(folder, 'data');
      await runCli(['admin', 'init', '--data', data]);
      await rm(join(data, 'secrets'), { recursive: true });
      const ended = await runCli(['serve', '--port', '0', '--data', data]);
      expect(ended).toMatchObject({ exitCode: 3, stderr: expect.stringContaining('Restore the secrets folder') });
      await mkdir(join(data, 'secrets'));
    });
  });
});

describe('the values of keys', () => {
  it('are nowhere in what the service stores and prints, however they are written', async () => {
    await withService(async (service) => {
      const { keys } = service;
      const values = [keys.primary, keys.secondary];
      const confirm = ['--set', keys.id, '--confirm', keys.label, '--slot', 'primary'];
      for (const key of values) {
        const answer = await upload(service, key, await packageBytes());
        const { artifactId } = (await answer.json()) as { artifactId: string };
        const deploymentId = await deploy(service, key, artifactId);
        await eventually(async () => (await stateOf(service, key, deploymentId)) === 'Succeeded');
      }
      values.push((await service.admin<{ value: string }>('regenerate', ...confirm)).value);
      await statusOf(service, keys.primary);
      await fetch(`${service.url}${paths.deployment}/${keys.primary}?key=${keys.secondary}`);
      await fetch(`${service.url}/${keys.primary}`, { headers: { 'X-Deploy-Workflow': 'no key' } });

      const forms = values.flatMap((value) =>
        [value, value.slice(5, 48)].flatMap((form) => [
          form,
          Buffer.from(form).toString('hex'),
          Buffer.from(form).toString('base64').slice(0, -4),
          [...form].reverse().join(''),
        ]),
      );
      // While it runs, the write-ahead log is there to be read, too; after it ended, everything is in the database.
      const stored = await bytesBelow(service.dataFolder);
      expect(stored.names).toContainEqual(expect.stringContaining('-wal'));
      const { stdout, stderr } = await service.stop();
      const written = [stored.bytes, (await bytesBelow(service.dataFolder)).bytes, Buffer.from(stdout + stderr)];
      expect(forms.filter((form) => written.some((bytes) => bytes.includes(form)))).toEqual([]);
      expect(stderr).toContain(paths.keySelf);
    });
  });
});

async function bytesBelow(folder: string): Promise<{ names: string[]; bytes: Buffer }> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const names = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return { names, bytes: Buffer.concat(await Promise.all(names.map((name) => readFile(name)))) };
}
