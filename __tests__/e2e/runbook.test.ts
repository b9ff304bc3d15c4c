import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { type KeySet, runAction, startTestService, type TestService } from '../support/processes.ts';

// The commands of docs/runbooks/rotate-keys.md, word for word, in a shell. `gh` is a stand-in that keeps secrets in files and
// runs the workflow with the committed bundle; it refuses everything that the real one would not take.

const gh = `#!/usr/bin/env node
const { execFileSync } = require('node:child_process');
const { readFileSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');
const store = process.env.GH_STORE;
const words = process.argv.slice(2);
const flag = (name) => words[words.indexOf(name) + 1];
if (flag('--repo') !== 'acme/scripts') throw new Error('which repository?');
const secret = (name) => { try { return readFileSync(join(store, name), 'utf8'); } catch { return ''; } };
switch (words.slice(0, 2).join(' ')) {
  case 'secret set':
    writeFileSync(join(store, words[2]), readFileSync(0, 'utf8').trimEnd());
    break;
  case 'workflow run': {
    if (words[2] !== 'validate-keys.yml') throw new Error('which workflow?');
    const output = join(store, 'output');
    writeFileSync(output, '');
    const env = { PATH: process.env.PATH, GITHUB_OUTPUT: output, INPUT_STAGE: 'Validate', 'INPUT_SERVICE-URL': process.env.SERVICE_URL,
      'INPUT_PRIMARY-KEY': secret('DATAMINER_PRIMARY_KEY'), 'INPUT_SECONDARY-KEY': secret('DATAMINER_SECONDARY_KEY') };
    let code = 0;
    try { execFileSync(process.execPath, [process.env.BUNDLE], { env, stdio: 'ignore' }); } catch (error) { code = error.status; }
    if (/rotation-needed<<(.*)\\r?\\ntrue\\r?\\n\\1/.test(readFileSync(output, 'utf8'))) code = 1;
    writeFileSync(join(store, 'conclusion'), String(code));
    break;
  }
  case 'run list':
    if (flag('--jq') !== '.[0].databaseId') throw new Error('which field?');
    console.log('7001');
    break;
  case 'run watch':
    if (words[2] !== '7001' || !words.includes('--exit-status')) throw new Error('which run?');
    process.exitCode = Number(readFileSync(join(store, 'conclusion'), 'utf8'));
    break;
  default:
    throw new Error('unknown: ' + words.join(' '));
}
`;

let folder: string;
let service: TestService;
let env: Record<string, string>;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'runbook-'));
  service = await startTestService(folder);
  const bin = join(folder, 'bin');
  const store = join(folder, 'github');
  await Promise.all([mkdir(bin), mkdir(store)]);
  const programs = {
    gh,
    'dataminer-deploy': `#!/bin/sh\nexec "${process.execPath}" "${resolve('src/cli/main.ts')}" "$@"\n`,
    node: `#!/bin/sh\nexec "${process.execPath}" "$@"\n`,
  };
  for (const [name, text] of Object.entries(programs)) {
    await writeFile(join(bin, name), text);
    await chmod(join(bin, name), 0o755);
  }
  env = {
    PATH: `${bin}${delimiter}${process.env.PATH}`,
    GH_STORE: store,
    SERVICE_URL: service.url,
    BUNDLE: resolve('dist/deploy/index.js'),
    SYSTEM: service.systemId,
    DATA: service.dataFolder,
    SECRETS: join(service.dataFolder, 'secrets'),
    REPOSITORY: 'acme/scripts',
  };
}, 60_000);
beforeEach(async () => {
  const label = `pipelines ${randomUUID()}`;
  const keys = await service.admin<KeySet>('create-key', '--system', service.systemId, '--label', label);
  env = { ...env, SET: keys.id, LABEL: label };
  await writeFile(join(env.GH_STORE ?? '', 'DATAMINER_PRIMARY_KEY'), keys.primary);
  await writeFile(join(env.GH_STORE ?? '', 'DATAMINER_SECONDARY_KEY'), keys.secondary);
});
afterAll(async () => {
  await service.stop();
  await rm(folder, { recursive: true, force: true });
});

async function runInShell(commands: string): Promise<string> {
  const { stdout, stderr } = await promisify(execFile)('bash', ['-euo', 'pipefail', '-c', commands], { env });
  return stdout + stderr;
}

const secretNamed = (name: string) => readFile(join(env.GH_STORE ?? '', name), 'utf8');

describe('the runbook for rotating keys', () => {
  it('rotates both slots, and at each step a pipeline with the stored secrets deploys', async () => {
    const text = await readFile('docs/runbooks/rotate-keys.md', 'utf8');
    const steps = [...text.matchAll(/^```sh\n([\s\S]*?)^```$/gm)].map(([, commands = '']) => commands);
    expect(steps).toHaveLength(4);
    const before = [await secretNamed('DATAMINER_PRIMARY_KEY'), await secretNamed('DATAMINER_SECONDARY_KEY')];
    let shown = '';
    for (const step of steps) {
      shown += await runInShell(step);
      const deployed = await runAction(
        {
          'service-url': service.url,
          'primary-key': await secretNamed('DATAMINER_PRIMARY_KEY'),
          'secondary-key': await secretNamed('DATAMINER_SECONDARY_KEY'),
          'solution-path': 'examples/hello-dataminer',
          version: '1.0.0',
          installer: 'omit',
        },
        folder,
      );
      expect(deployed.outputs).toMatchObject({ 'deployment-state': 'Succeeded', 'rotation-needed': 'false' });
    }
    const after = [await secretNamed('DATAMINER_PRIMARY_KEY'), await secretNamed('DATAMINER_SECONDARY_KEY')];
    expect(new Set([...before, ...after]).size).toBe(4);
    for (const value of [...before, ...after]) expect(shown).not.toContain(value);
  }, 120_000);

  it('shows red when a slot was regenerated and its secret was forgotten', async () => {
    const text = await readFile('docs/runbooks/rotate-keys.md', 'utf8');
    const prove = /## 3\. Prove it[\s\S]*?```sh\n([\s\S]*?)```/.exec(text)?.[1] ?? '';
    const kept = await secretNamed('DATAMINER_SECONDARY_KEY');
    const { SET = '', LABEL = '' } = env;
    await service.admin('regenerate', '--set', SET, '--slot', 'secondary', '--confirm', LABEL);
    await expect(runInShell(prove)).rejects.toMatchObject({ code: 1 });
    expect(await secretNamed('DATAMINER_SECONDARY_KEY')).toBe(kept);
  }, 60_000);
});
