import { connect } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { jest } from '@jest/globals';
import { paths } from '../../src/contract/paths.ts';
import { eventually } from '../key-service/support/service.ts';
import { inTemporaryFolder, printed, type Running, runCli, startCli } from '../support/processes.ts';

// Every step is a process of its own.
jest.setTimeout(60_000);

/** Runs with a service that was started with these flags; gone afterwards whatever happened. */
async function withService(flags: readonly string[], use: (url: string, running: Running) => Promise<void>) {
  await inTemporaryFolder(async (folder) => {
    const running = startCli(['serve', '--json', '--port', '0', '--data', join(folder, 'data'), ...flags]);
    try {
      const { url } = JSON.parse(await printed(running, '\n')) as { url: string };
      await use(url, running);
    } finally {
      running.process.kill('SIGKILL');
      await running.ended;
    }
  });
}

/** Begins a request and leaves it open; nobody looks at it before its head is complete. */
async function openRequest(url: string) {
  const socket = connect(Number(new URL(url).port), '127.0.0.1');
  const answer = text(socket).catch(() => 'cut off');
  socket.write(`POST ${paths.uploadArtifact} HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n\r\nx`);
  // The request before it in line was answered, so this one has arrived.
  await fetch(`${url}/healthz`);
  return answer;
}

describe('a service that is asked to end', () => {
  it('goes on serving for the time it was given, and says that it is no longer ready', async () => {
    await withService(['--drain-delay', '2'], async (url, running) => {
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
    await withService(['--drain-timeout', '0', '--log-level', 'warn'], async (url, running) => {
      const answer = openRequest(url);
      await answer.catch(() => undefined);
      running.process.kill('SIGTERM');
      expect(await running.ended).toMatchObject({ exitCode: 0 });
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
