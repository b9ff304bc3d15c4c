import { readFile, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { jest } from '@jest/globals';
import { paths } from '../../../src/contract/paths.ts';
import { openKeyServiceCore } from '../../../src/key-service/key-service-core.ts';
import type { MasterKeyReport } from '../../../src/key-service/secrets/master-key-rotation.ts';
import type { PepperReport } from '../../../src/key-service/secrets/pepper-rotation.ts';
import { temporaryFolder } from '../../key-service/support/folder.ts';
import { addBareSets, namedMasterKeys, openedValues } from '../../key-service/support/sealed-values.ts';
import { cliJson, runCli } from '../../support/command-line.ts';
import { type Ended, printed, type Running, start, startCli } from '../../support/processes.ts';

// Every step is a process of its own.
jest.setTimeout(120_000);

const commandLine = resolve('src/cli/main.ts');

/** A service in a process of its own, and an automation that manages the keys of an organization. */
interface ManagedService {
  readonly data: string;
  readonly url: string;
  /** Sends a request that must succeed; the path is that below the organization's keys. */
  manage<Answer>(path: string, body: object): Promise<Answer>;
  worksFor(key: string): Promise<boolean>;
  stop(): Promise<Ended>;
}

interface CreatedSet {
  readonly id: string;
  readonly label: string;
  readonly values: { readonly primary: string; readonly secondary: string };
}

const started: Running[] = [];

afterEach(async () => {
  for (const running of started.splice(0)) {
    running.process.kill('SIGKILL');
    await running.ended;
  }
});

async function startService(
  data: string,
  env: Record<string, string> = {},
): Promise<{ url: string; running: Running }> {
  const running = start(commandLine, ['serve', '--json', '--port', '0', '--data', data], env);
  started.push(running);
  return { url: (JSON.parse(await printed(running, '\n')) as { url: string }).url, running };
}

async function managedService(): Promise<ManagedService> {
  const data = join(await temporaryFolder(), 'data');
  const { url, running } = await startService(data);
  const admin = <Result>(...args: string[]) => cliJson<Result>(['admin', ...args, '--data', data]);
  const { id } = await admin<{ id: string }>('create-organization', '--name', 'Acme');
  const place = ['--organization', id, '--role', 'owner'];
  const { token } = await admin<{ token: string }>('create-token', ...place, '--name', 'automation');
  return {
    ...{ data, url },
    manage: async <Answer>(path: string, body: object) => {
      const answer = await fetch(`${url}/api/management/v1-0/organizations/${id}/keys${path}`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
      if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
      return (await answer.json()) as Answer;
    },
    worksFor: async (key) => await works(url, key),
    stop: async () => {
      running.process.kill('SIGTERM');
      return await running.ended;
    },
  };
}

async function works(url: string, key: string): Promise<boolean> {
  return (await fetch(url + paths.keySelf, { headers: { 'Ocp-Apim-Subscription-Key': key } })).status === 200;
}

async function createSet({ manage }: ManagedService, label: string): Promise<CreatedSet> {
  return await manage<CreatedSet>('', { label, permissions: ['read-catalog-items'] });
}

/** Everything that needs a set's data key, on a new set, and on one from before. @returns values that have to open afterwards */
async function useDataKeys(service: ManagedService, label: string, earlier: CreatedSet): Promise<readonly string[]> {
  const { id, values } = await createSet(service, label);
  expect(await service.manage(`/${id}/reveal`, { slot: 'primary' })).toEqual({ value: values.primary });
  const wanted = { slot: 'secondary', confirm: label };
  const { value } = await service.manage<{ value: string }>(`/${id}/regenerate`, wanted);
  expect(await service.worksFor(value)).toBe(true);
  expect(await service.manage(`/${earlier.id}/reveal`, { slot: 'primary' })).toEqual({ value: earlier.values.primary });
  return [values.primary, value];
}

describe('admin rotate-master-key', () => {
  it('does not disturb a running service, however often it is killed before it gets to its end', async () => {
    const service = await managedService();
    const earlier = await createSet(service, 'Earlier');
    const core = await openKeyServiceCore({ dataFolder: service.data });
    await addBareSets(core, 3_000);
    const [before] = await namedMasterKeys(core);

    let isRotating = true;
    const made: string[] = [];
    const using = (async () => {
      for (let count = 0; isRotating; count++) made.push(...(await useDataKeys(service, `During ${count}`, earlier)));
    })();
    const rotate = ['admin', 'rotate-master-key', '--data', service.data];
    const began = Date.now();
    await startCli(['admin', 'init', '--data', service.data]).ended;
    const startUp = Date.now() - began;
    for (let kills = 0; kills < 5; kills++) {
      const running = startCli(rotate);
      // Somewhere in the half second that wrapping so many sets takes at least.
      await Promise.race([running.ended, wait(startUp * 0.8 + Math.random() * 500)]);
      running.process.kill('SIGKILL');
      await running.ended;
    }
    const { current, removed } = await cliJson<MasterKeyReport>(rotate);
    isRotating = false;
    await using;

    expect(current).not.toBe(before);
    expect(removed).toBe(true);
    expect(await namedMasterKeys(core)).toEqual([current]);
    expect(await readFile(join(service.data, 'secrets', 'master-key'), 'utf8')).toMatch(/^\S{44}\n$/);
    expect(made.length).toBeGreaterThan(0);
    const values = [...made, ...Object.values(earlier.values)];
    expect(new Set(await openedValues(core))).toEqual(new Set(values));
    for (const value of values) expect(await service.worksFor(value)).toBe(true);
    await core.close();
    expect((await service.stop()).exitCode).toBe(0);
  });

  it('tells people what it has done and what became of the old key', async () => {
    const data = join(await temporaryFolder(), 'data');
    await cliJson(['admin', 'init', '--data', data]);
    const { exitCode, stdout, stderr } = await runCli(['admin', 'rotate-master-key', '--data', data]);
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/^master key: [0-9a-f]{16}\nsets: 0\n$/);
    expect(stderr).toMatch(
      /The old master key [0-9a-f]{16} is out of its file\. Backups .* open with it only\.\nCopy the new one now/,
    );
  });
});

describe('admin rotate-pepper', () => {
  it('replaces the pepper step by step, while every key works all the time', async () => {
    const service = await managedService();
    const { values } = await createSet(service, 'CI');
    const step = () => cliJson<PepperReport>(['admin', 'rotate-pepper', '--data', service.data]);
    const begun = await step();
    expect(begun).toMatchObject({ next: expect.any(String), left: {} });
    expect(await service.worksFor(values.primary)).toBe(true);
    await service.stop();

    const { url } = await startService(service.data);
    expect(await step()).toMatchObject({ current: begun.next, left: { [begun.current]: 2 }, retired: [] });
    for (const key of Object.values(values)) expect(await works(url, key)).toBe(true);
    let done = await step();
    while (done.retired.length === 0) done = await step();
    expect(done).toEqual({ current: begun.next, next: null, left: {}, retired: [begun.current], removed: true });
    for (const key of Object.values(values)) expect(await works(url, key)).toBe(true);
    expect(await readFile(join(service.data, 'secrets', 'pepper'), 'utf8')).toMatch(/^\S{44}\n$/);
  });
});

describe('pepper and master key from the environment', () => {
  it('serve and admin take them, and nothing of them is on disk', async () => {
    const data = join(await temporaryFolder(), 'data');
    await cliJson(['admin', 'init', '--data', data]);
    const secret = async (name: string) => (await readFile(join(data, 'secrets', name), 'utf8')).trim();
    const [pepper, masterKey] = [await secret('pepper'), await secret('master-key')];
    await rm(join(data, 'secrets'), { recursive: true });
    const print = JSON.stringify([process.execPath, '-p', JSON.stringify(masterKey)]);
    const env = { DATAMINER_DEPLOY_PEPPER: pepper, DATAMINER_DEPLOY_MASTER_KEY_COMMAND: print };
    const { id } = await cliJson<{ id: string }>(
      ['admin', 'create-organization', '--name', 'Acme', '--data', data],
      env,
    );
    const wanted = ['--organization', id, '--label', 'CI', '--permission', 'read-catalog-items'];
    const { primary } = await cliJson<{ primary: string }>(['admin', 'create-key', ...wanted, '--data', data], env);
    const { url, running } = await startService(data, env);
    expect(await works(url, primary)).toBe(true);
    expect(running.stderr()).not.toContain('lie beside the data');

    const without = await startCli(['serve', '--port', '0', '--data', data]).ended;
    expect(without).toMatchObject({
      exitCode: 3,
      stderr: expect.stringContaining('which the database was used with, is missing'),
    });
    const both = await runCli(['admin', 'init', '--data', data], { ...env, DATAMINER_DEPLOY_PEPPER_COMMAND: print });
    expect(both).toMatchObject({ exitCode: 3, stderr: expect.stringContaining('The pepper is given 2 times') });
    for (const { stdout, stderr } of [without, both]) {
      expect(stdout + stderr).not.toContain(pepper);
      expect(stdout + stderr).not.toContain(masterKey);
    }
  });
});
