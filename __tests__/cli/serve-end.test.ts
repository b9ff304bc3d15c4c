import { mkdir } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { jest } from '@jest/globals';
import { keyHeader } from '../../src/contract/headers.ts';
import { paths } from '../../src/contract/paths.ts';
import { eventually } from '../key-service/support/service.ts';
import { cliJson, runCli } from '../support/command-line.ts';
import { inTemporaryFolder, type KeySet, printed, type Running, startCli } from '../support/processes.ts';

// Every step is a process of its own.
jest.setTimeout(60_000);

/** Runs with a service that was started with these flags; gone afterwards whatever happened. */
async function withService(
  flags: readonly string[],
  use: (url: string, running: Running, dataFolder: string) => Promise<void>,
) {
  await inTemporaryFolder(async (folder) => {
    const dataFolder = join(folder, 'data');
    const running = startCli(['serve', '--json', '--port', '0', '--data', dataFolder, ...flags]);
    try {
      const { url } = JSON.parse(await printed(running, '\n')) as { url: string };
      await use(url, running, dataFolder);
    } finally {
      running.process.kill('SIGKILL');
      await running.ended;
    }
  });
}

/** A key that may upload. */
async function uploadKey(dataFolder: string): Promise<string> {
  const admin = <Result>(...args: string[]) => cliJson<Result>(['admin', ...args, '--data', dataFolder]);
  const root = `${dataFolder}-dms`;
  await mkdir(root);
  const { id } = await admin<{ id: string }>('create-organization', '--name', 'Acme');
  const system = await admin<{ id: string }>(
    ...['create-system', '--organization', id, '--name', 'Studio', '--folder', root],
  );
  return (await admin<KeySet>('create-key', '--system', system.id, '--label', 'pipelines')).primary;
}

/** Begins an upload that goes on for ever. @returns what is answered until the connection ends */
async function endlessUpload(url: string, key: string): Promise<string> {
  const socket = connect(Number(new URL(url).port), '127.0.0.1');
  const head = [
    `POST ${paths.uploadArtifact} HTTP/1.1`,
    'Host: localhost',
    `${keyHeader}: ${key}`,
    'Content-Type: multipart/form-data; boundary=b0',
    'Content-Length: 100000',
  ];
  socket.write(`${head.join('\r\n')}\r\n\r\n--b0\r\nContent-Disposition: form-data; name=file; filename=a\r\n\r\nx`);
  const drip = setInterval(() => socket.write('x'), 100);
  return await text(socket)
    .catch(() => '')
    .finally(() => clearInterval(drip));
}

describe('a service that is asked to end', () => {
  it('goes on serving for the time it was given, and says that it is no longer ready', async () => {
    await withService(['--drain-delay', '5'], async (url, running) => {
      expect((await fetch(`${url}/readyz`)).status).toBe(200);
      running.process.kill('SIGTERM');
      const { checks } = await eventually(async () => {
        const answer = await fetch(`${url}/readyz`);
        return answer.status === 503 && ((await answer.json()) as { checks: object });
      });
      expect(checks).toMatchObject({ store: 'ok', serving: 'failing' });
      expect((await fetch(`${url}/healthz`)).status).toBe(200);
      expect(await running.ended).toMatchObject({ exitCode: 0 });
    });
  });

  it('cuts off what does not end in time, and ends well all the same', async () => {
    await withService(['--drain-timeout', '1', '--log-level', 'warn'], async (url, running, dataFolder) => {
      const upload = endlessUpload(url, await uploadKey(dataFolder));
      // The metrics tell when its key was checked.
      await eventually(async () => (await (await fetch(`${url}/metrics`)).text()).includes('{result="accepted"} 1'));
      running.process.kill('SIGTERM');
      expect(await running.ended).toMatchObject({
        exitCode: 0,
        stderr: expect.stringContaining('requests that did not end in time are cut off'),
      });
      expect(await upload).toBe('');
    });
  });

  it('ends at once when it is asked twice', async () => {
    await withService(['--drain-delay', '600'], async (url, running) => {
      running.process.kill('SIGTERM');
      await eventually(async () => (await fetch(`${url}/readyz`)).status === 503);
      running.process.kill('SIGTERM');
      expect(await running.ended).toMatchObject({ exitCode: null });
      expect(running.process.signalCode).toBe('SIGTERM');
    });
  });
});

describe('the flags of operations', () => {
  it('let a service log no more than asked for', async () => {
    await withService(['--log-level', 'error'], async (url, running) => {
      await fetch(`${url}/healthz`);
      running.process.kill('SIGTERM');
      // Not of the log, but for the operator's eyes.
      const stderr = expect.stringMatching(/^Nobody can sign in yet\..*\n$/);
      expect(await running.ended).toMatchObject({ exitCode: 0, stderr });
    });
  });

  it('let the metrics tell of the process, and be read by nobody else', async () => {
    await withService(['--metrics-allow', '192.0.2.1', '--metrics-allow', '127.0.0.1'], async (url) => {
      expect(await (await fetch(`${url}/metrics`)).text()).toContain('process_resident_memory_bytes');
    });
    await withService(['--metrics-allow', '192.0.2.1'], async (url) => {
      expect((await fetch(`${url}/metrics`)).status).toBe(404);
    });
  });

  it.each([
    ['--metrics-allow', 'everybody', '"everybody" is no range of addresses'],
    ['--log-level', 'loud', 'Allowed choices are silent, fatal'],
    ['--drain-delay', '-1', 'whole number of seconds'],
    ['--drain-timeout', '4000', 'from 0 to 3600'],
  ])('%s refuses "%s"', async (flag, value, message) => {
    await inTemporaryFolder(async (folder) => {
      const ended = await runCli(['serve', '--port', '0', '--data', join(folder, 'data'), `${flag}=${value}`]);
      expect(ended).toMatchObject({ exitCode: 3, stdout: '', stderr: expect.stringContaining(message) });
    });
  });
});
