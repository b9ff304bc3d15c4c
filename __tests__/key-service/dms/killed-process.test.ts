import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { kindOf } from '../../../src/key-service/dms/connector-kinds.ts';
import { testEnvironment } from '../support/environment.ts';
import { temporaryFolder, treeOf } from '../support/folder.ts';

const turn = { deploymentId: 'd', confirmTurn: async () => undefined };

const moduleUrl = (path: string) => JSON.stringify(new URL(`../../../src/key-service/${path}`, import.meta.url).href);

/** Installs two versions of thirty files in turn, for ever. */
const endlessInstaller = (root: string) => `
  import { Readable } from 'node:stream';
  const { FolderConnector } = await import(${moduleUrl('dms/folder-connector.ts')});
  const { systemFiles } = await import(${moduleUrl('dms/file-system.ts')});
  const { systemEnvironment } = await import(${moduleUrl('environment.ts')});
  const names = Array.from({ length: 30 }, (_, n) => 'AppInstallContent\\\\Scripts\\\\S\\\\Script_' + n + '.xml');
  const reader = (text) => async () => ({
    info: { name: 'Demo', version: text },
    entries: names.map((name) => ({ name, size: text.length })),
    read: async () => Readable.from([Buffer.from(text)]),
    close: async () => undefined,
  });
  const job = { deploymentId: 'd', confirmTurn: async () => undefined, confirmWanted: async () => undefined, packageFile: '', signal: new AbortController().signal, report: async () => undefined };
  for (let turn = 0; ; turn++) {
    const parts = { openPackage: reader(turn % 2 ? 'odd' : 'even'), files: systemFiles, environment: systemEnvironment };
    await new FolderConnector(${JSON.stringify(root)}, parts).install(job);
    if (turn === 1) console.log('both are installed');
  }`;

describe('a process that is killed while it installs', () => {
  it('never leaves a mixture of two versions, once what it left is recovered', async () => {
    for (const delay of [1, 3, 6, 10, 15, 21, 28, 36]) {
      const root = await temporaryFolder();
      const child = spawn(process.execPath, ['--input-type=module', '-e', endlessInstaller(root)], {
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      await once(child.stdout, 'data');
      await wait(delay);
      child.kill('SIGKILL');
      await once(child, 'close');

      const settings = { type: 'folder', folder: root } as const;
      await kindOf(settings).connector(settings, testEnvironment()).recover(turn);
      const tree = await treeOf(root);
      const scripts = Object.entries(tree).filter(([name]) => name.startsWith('Scripts/'));
      expect(scripts).toHaveLength(30);
      expect(new Set(scripts.map(([, text]) => text)).size).toBe(1);
      expect(Object.keys(tree).filter((name) => name.startsWith('.dataminer-deploy'))).toEqual([]);
    }
  }, 30_000);
});
