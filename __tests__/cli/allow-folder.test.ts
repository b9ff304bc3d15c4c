import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { jest } from '@jest/globals';
import { managementPath, managementPaths } from '../../src/contract/management/paths.ts';
import { temporaryFolder } from '../key-service/support/folder.ts';
import { cliJson } from '../support/command-line.ts';
import { printed, startCli } from '../support/processes.ts';

// Every step is a process of its own.
jest.setTimeout(60_000);

describe('serve --allow-folder', () => {
  it('lets DMSs be connected over the API in the folders that it names, and nowhere else', async () => {
    const folder = await temporaryFolder();
    const [allowed, other, data] = [join(folder, 'allowed'), join(folder, 'other'), join(folder, 'data')];
    await mkdir(join(allowed, 'DMS'), { recursive: true });
    await mkdir(other);
    const admin = (...args: string[]) => cliJson<Record<string, string>>(['admin', ...args, '--data', data]);
    const { id: org = '' } = await admin('create-organization', '--name', 'Example');
    const { token } = await admin('create-token', '--organization', org, '--role', 'admin', '--name', 'automation');
    const service = startCli(['serve', '--json', '--port', '0', '--data', data, '--allow-folder', allowed]);
    const { url } = JSON.parse(await printed(service, '\n')) as { url: string };
    const connect = async (name: string, at: string) => {
      const answer = await fetch(url + managementPath(managementPaths.systems, { org }), {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: JSON.stringify({ name, connector: { type: 'folder', folder: at } }),
      });
      return answer.status;
    };
    expect(await connect('One', join(allowed, 'DMS'))).toBe(201);
    expect(await connect('Two', other)).toBe(403);
    service.process.kill('SIGTERM');
    expect((await service.ended).exitCode).toBe(0);
  });
});
