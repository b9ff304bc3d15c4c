import { join } from 'node:path';
import { jest } from '@jest/globals';
import { managementPaths } from '../../src/contract/management/paths.ts';
import { browser } from '../key-service/support/browser.ts';
import { testPassword } from '../key-service/support/management.ts';
import { eventually } from '../key-service/support/service.ts';
import { inTemporaryFolder, printed, type Running, startCli } from '../support/processes.ts';

// Every step is a process of its own.
jest.setTimeout(60_000);

const tokenLine = /^Nobody can sign in yet\. Set the service up at (\S+) with this token, .*: (\S+)$/m;

async function serving(folder: string, use: (running: Running, port: number) => Promise<void>): Promise<string> {
  const running = startCli(['serve', '--json', '--port', '0', '--data', folder]);
  try {
    const { url } = JSON.parse(await printed(running, '\n')) as { url: string };
    await use(running, Number(new URL(url).port));
    running.process.kill('SIGTERM');
    return (await running.ended).stderr;
  } finally {
    running.process.kill('SIGKILL');
    await running.ended;
  }
}

describe('a service in which nobody can sign in yet', () => {
  it('prints a token on a line of its own, with which the first Owner is made; afterwards it prints none', async () => {
    await inTemporaryFolder(async (folder) => {
      const data = join(folder, 'data');
      let token = '';
      const stderr = await serving(data, async ({ stderr }, port) => {
        token = await eventually(async () => tokenLine.exec(stderr())?.[2]);
        const given = { organization: 'Acme', email: 'alice@example.com', name: 'Alice', password: testPassword };
        const alice = browser({ port });
        expect((await alice.call('POST', managementPaths.setup, { ...given, token })).status).toBe(201);
      });
      const log = stderr.split('\n').filter((line) => line.startsWith('{'));
      expect(log.join('')).not.toContain(token);
      const later = await serving(data, async (_running, port) => {
        const alice = browser({ port });
        expect((await alice.signIn('alice@example.com')).status).toBe(200);
        expect((await alice.call('GET', managementPaths.setup)).body).toEqual({ open: false });
      });
      expect(later).not.toMatch(tokenLine);
      expect(stderr + later).not.toContain(testPassword);
    });
  });
});
