import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { jest } from '@jest/globals';
import { systemEnvironment } from '../../../src/key-service/environment.ts';
import {
  type KeyServiceCore,
  openKeyServiceCore,
  type StoreOptions,
} from '../../../src/key-service/key-service-core.ts';
import type { MasterKeyReport, RotationStep } from '../../../src/key-service/secrets/master-key-rotation.ts';
import { rewrapSets } from '../../../src/key-service/secrets/rewrap-sets.ts';
import { newSecretText, secretFrom } from '../../../src/key-service/secrets/service-secret.ts';
import { afterwards } from '../support/cleanup.ts';
import { type UsedCore, usedCore } from '../support/core.ts';
import { anywhere, aTest } from '../support/custodian.ts';
import { addBareSets, namedMasterKeys, openedValues, secretsNow } from '../support/sealed-values.ts';
import { eventually } from '../support/service.ts';
import { onEveryStore } from '../support/stores.ts';

// PostgreSQL may have to be started first, on a machine that is busy.
jest.setTimeout(60_000);

/** The same store as another process has it open: a service beside the rotation, or a second rotation. */
async function openedAgain({ options, environment }: UsedCore): Promise<KeyServiceCore> {
  const core = await openKeyServiceCore(options, environment);
  afterwards(() => core.close());
  return core;
}

async function rotate(core: KeyServiceCore, onStep: (step: RotationStep) => void = () => {}): Promise<MasterKeyReport> {
  return await core.masterKeyRotation.run(aTest, onStep);
}

const coreModule = new URL('../../../src/key-service/key-service-core.ts', import.meta.url).href;

/** Rotates in a process of its own, which is killed right after a step. */
async function killedRotation(options: StoreOptions, step: RotationStep): Promise<void> {
  const program = `const { openKeyServiceCore } = await import('${coreModule}');
    const core = await openKeyServiceCore(${JSON.stringify(options)});
    await core.masterKeyRotation.run(${JSON.stringify(aTest)}, (step) => {
      if (step === '${step}') process.kill(process.pid, 'SIGKILL');
    });`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], { stdio: 'inherit' });
  expect(await once(child, 'close')).toEqual([null, 'SIGKILL']);
}

/** IDs of the keys in the file, the newest first. */
async function keysInFile({ secretsFolder }: KeyServiceCore): Promise<readonly (string | undefined)[]> {
  const text = await readFile(join(secretsFolder, 'master-key'), 'utf8');
  return text
    .trim()
    .split('\n')
    .map((line) => secretFrom('master-key', line)?.id);
}

async function rotationRecords({
  db,
}: KeyServiceCore): Promise<readonly { initiator_name: string; details: string }[]> {
  return await db
    .selectFrom('audit_records')
    .select(['initiator_name', 'details'])
    .where('operation', '=', 'master-key.rotated')
    .execute();
}

onEveryStore('rotating the master key', (store) => {
  it('wraps every set with a new key, and destroys the old one', async () => {
    const { core, values } = await usedCore(store);
    const [before] = await keysInFile(core);
    await addBareSets(core, 450);
    const { current, ...report } = await rotate(core);
    expect(current).not.toBe(before);
    expect(report).toEqual({ rewrapped: 451, retired: [before], removed: true });
    expect(await namedMasterKeys(core)).toEqual([current]);
    expect(await keysInFile(core)).toEqual([current]);
    expect(await readdir(core.secretsFolder)).toEqual(['master-key', 'pepper']);
    expect(new Set(await openedValues(core))).toEqual(new Set([values.primary, values.secondary]));
  });

  it('changes nothing else about a set', async () => {
    const { core } = await usedCore(store);
    const sets = () => core.db.selectFrom('key_sets').selectAll().execute();
    const [before] = await sets();
    await rotate(core);
    const [after] = await sets();
    expect(after?.wrapped_data_key).not.toEqual(before?.wrapped_data_key);
    const same = { wrapped_data_key: undefined, master_key_id: undefined };
    expect({ ...after, ...same }).toEqual({ ...before, ...same });
  });

  it('is audited, with the IDs of both keys', async () => {
    const { core } = await usedCore(store);
    const [previous] = await keysInFile(core);
    const { current } = await rotate(core);
    const [record, ...others] = await rotationRecords(core);
    expect(others).toEqual([]);
    expect(record?.initiator_name).toBe(aTest.name);
    expect(JSON.parse(record?.details ?? '')).toEqual({ previous, current });
  });

  it('can be done again and again', async () => {
    const { core, values } = await usedCore(store);
    const reports = [await rotate(core), await rotate(core), await rotate(core)];
    expect(new Set(reports.map(({ current }) => current)).size).toBe(3);
    expect(await openedValues(core)).toContain(values.primary);
  });

  it('lets a revoked set stop naming the old key, which it has no use for', async () => {
    const { core, setId } = await usedCore(store);
    await core.keySets.revoke(anywhere(setId), { confirm: 'GitHub' }, aTest);
    const { current, retired } = await rotate(core);
    expect(retired).toHaveLength(1);
    expect(await namedMasterKeys(core)).toEqual([current]);
    expect(await core.db.selectFrom('key_sets').select('wrapped_data_key').execute()).toEqual([
      expect.objectContaining({ wrapped_data_key: null }),
    ]);
  });

  it('does not disturb a service on the same store, which goes on creating, revealing and regenerating', async () => {
    const used = await usedCore(store);
    const service = await openedAgain(used);
    await addBareSets(used.core, 600);
    let isRotating = true;
    const rotation = rotate(used.core).finally(() => {
      isRotating = false;
    });
    let created = 0;
    while (isRotating || created === 0) {
      const owner = { scope: 'system', systemId: used.systemId } as const;
      const { id, values } = await service.keySets.create(owner, { label: `During ${created++}` }, aTest);
      expect(await service.keySets.reveal(anywhere(id), 'primary', aTest)).toBe(values.primary);
      const wanted = { slot: 'secondary', confirm: `During ${created - 1}` } as const;
      const { value } = await service.keySets.regenerate(anywhere(id), wanted, aTest);
      expect(await service.keySets.reveal(anywhere(id), 'secondary', aTest)).toBe(value);
      expect(await service.keySets.reveal(anywhere(used.setId), 'primary', aTest)).toBe(used.values.primary);
      expect(await service.keyVerifier.verify(value)).toBeDefined();
      // Room for the timers of the other one, which in this test lives in the same process.
      await wait(1);
    }
    const { current } = await rotation;
    expect(await namedMasterKeys(used.core)).toEqual([current]);
    expect(await openedValues(used.core)).toHaveLength(2 + 2 * created);
  });

  it('waits for a set that is being wrapped with the old key', async () => {
    const used = await usedCore(store);
    const service = await openedAgain(used);
    const { masterKeys } = await secretsNow(service);
    const steps: string[] = [];
    let rotation: Promise<MasterKeyReport> | undefined;
    await service.db.transaction().execute(async (transaction) => {
      const held = await masterKeys.current(transaction);
      rotation = rotate(used.core, (step) => steps.push(step));
      // Long enough for a rotation that does not wait.
      await wait(100);
      expect(await masterKeys.current(transaction)).toEqual(held);
      expect(steps).not.toContain('key switched');
    });
    await rotation;
    expect(steps).toContain('key switched');
  });

  it('does not give a set that is revoked in the same moment its data key back', async () => {
    const used = await usedCore(store);
    const breakOff = (step: RotationStep) => {
      if (step === 'key switched') throw new Error('broken off');
    };
    await expect(rotate(used.core, breakOff)).rejects.toThrow('broken off');
    const { db, environment } = used.core;
    const { masterKeys } = await secretsNow(used.core);
    const current = await masterKeys.current(db);
    const service = await openedAgain(used);
    let rewrapping: Promise<number> | undefined;
    await service.db.transaction().execute(async (transaction) => {
      await transaction.updateTable('key_sets').set({ wrapped_data_key: null }).execute();
      rewrapping = rewrapSets({ db, masterKeys, environment }, current, () => undefined);
      // Long enough to read the set as it was before.
      await wait(100);
    });
    expect(await rewrapping).toBe(1);
    expect(await db.selectFrom('key_sets').select(['wrapped_data_key', 'master_key_id']).execute()).toEqual([
      expect.objectContaining({ wrapped_data_key: null, master_key_id: current.id }),
    ]);
  });

  it.each<RotationStep>(['key added', 'key switched', 'sets rewrapped', 'keys retired'])(
    'whose process is killed after "%s" is finished by the next run',
    async (step) => {
      const { core, options, values } = await usedCore(store);
      const [before] = await keysInFile(core);
      await addBareSets(core, 300);
      await killedRotation(options, step);
      expect(await openedValues(core)).toContain(values.primary);
      const [begun] = await keysInFile(core);
      expect(begun).not.toBe(before);

      const { current } = await rotate(core);
      // After one that had done everything but say so comes another one.
      if (step !== 'keys retired') expect(current).toBe(begun);
      expect(await keysInFile(core)).toEqual([current]);
      expect(await readdir(core.secretsFolder)).toEqual(['master-key', 'pepper']);
      expect(await namedMasterKeys(core)).toEqual([current]);
      expect(await openedValues(core)).toContain(values.secondary);
    },
  );

  it('does no harm when it is done twice at the same moment', async () => {
    const used = await usedCore(store);
    await addBareSets(used.core, 500);
    const other = await openedAgain(used);
    const reports = await Promise.all([rotate(used.core), rotate(other)]);
    const current = await keysInFile(used.core);
    expect(current).toHaveLength(1);
    expect(reports.map((report) => report.current)).toContain(current[0]);
    expect(await namedMasterKeys(used.core)).toEqual(current);
    expect(await openedValues(used.core)).toContain(used.values.primary);
  });

  it('keeps the old key while a set does not open, names that set, and goes on when it was revoked', async () => {
    const { core, setId } = await usedCore(store);
    await addBareSets(core, 10);
    const damaged = new Uint8Array(61).fill(1);
    await core.db.updateTable('key_sets').set({ wrapped_data_key: damaged }).where('id', '=', setId).execute();
    await expect(rotate(core)).rejects.toMatchObject({ code: 'secrets', message: expect.stringContaining(setId) });
    expect(await keysInFile(core)).toHaveLength(2);
    expect(
      await core.db
        .selectFrom('key_sets')
        .select('id')
        .where('master_key_id', '=', (await keysInFile(core))[1] ?? '')
        .execute(),
    ).toHaveLength(1);
    await core.keySets.revoke(anywhere(setId), { confirm: 'GitHub' }, aTest);
    expect(await rotate(core)).toMatchObject({ rewrapped: 1, retired: [expect.any(String)] });
    expect(await keysInFile(core)).toHaveLength(1);
  });

  it('keeps the old key as long as any set names it, for whatever reason', async () => {
    const { core, values } = await usedCore(store);
    const before = await core.db.selectFrom('key_sets').selectAll().executeTakeFirstOrThrow();
    let undone: Promise<unknown> | undefined;
    const report = await rotate(core, (step) => {
      if (step !== 'sets rewrapped') return;
      const { wrapped_data_key, master_key_id } = before;
      undone = core.db.updateTable('key_sets').set({ wrapped_data_key, master_key_id }).execute();
    });
    await undone;
    expect(report.retired).toEqual([]);
    expect(await keysInFile(core)).toEqual([report.current, before.master_key_id]);
    expect(await openedValues(core)).toContain(values.primary);
    expect(await rotate(core)).toMatchObject({ current: report.current, retired: [before.master_key_id] });
  });

  it('must be finished before the old key is taken away: without it nothing starts', async () => {
    const used = await usedCore(store);
    const breakOff = (step: RotationStep) => {
      if (step === 'key switched') throw new Error('broken off');
    };
    await expect(rotate(used.core, breakOff)).rejects.toThrow('broken off');
    const file = join(used.core.secretsFolder, 'master-key');
    const [newest, oldest] = (await readFile(file, 'utf8')).trim().split('\n');
    await writeFile(file, newest ?? '');
    await expect(openKeyServiceCore(used.options)).rejects.toMatchObject({
      code: 'secrets',
      message: expect.stringContaining(
        `${secretFrom('master-key', oldest ?? '')?.id}, which the database was used with, is missing`,
      ),
    });
  });

  it('with keys from the environment goes to the one that an operator put first, and says when the old one may go', async () => {
    const { core, options, setId, values } = await usedCore(store);
    const secret = async (name: string) => (await readFile(join(core.secretsFolder, name), 'utf8')).trim();
    const [pepper, old, next] = [await secret('pepper'), await secret('master-key'), newSecretText(systemEnvironment)];
    await rm(core.secretsFolder, { recursive: true });
    const withKeys = async <Result>(keys: string, use: (core: KeyServiceCore) => Promise<Result>) => {
      const secretVariables = { DATAMINER_DEPLOY_PEPPER: pepper, DATAMINER_DEPLOY_MASTER_KEY: keys };
      const opened = await openKeyServiceCore({ ...options, secretVariables });
      try {
        return await use(opened);
      } finally {
        await opened.close();
      }
    };
    const idOf = (text: string) => secretFrom('master-key', text)?.id;

    await expect(withKeys(old, rotate)).rejects.toMatchObject({
      code: 'secrets',
      message: `There is no newer master key than ${idOf(old)} in the variable DATAMINER_DEPLOY_MASTER_KEY`,
    });
    const done = { current: idOf(next), retired: [idOf(old)], removed: false };
    expect(await withKeys(`${next},${old}`, rotate)).toEqual({ ...done, rewrapped: 1 });
    expect(await withKeys(`${next},${old}`, rotate)).toEqual({ ...done, rewrapped: 0 });
    const reveal = ({ keySets }: KeyServiceCore) => keySets.reveal(anywhere(setId), 'primary', aTest);
    expect(await withKeys(next, reveal)).toBe(values.primary);
  });

  it('keeps nobody waiting while a vault takes its time', async () => {
    const used = await usedCore(store);
    const { core, options, setId, values } = used;
    const folder = core.secretsFolder;
    const [file, hold, asked] = [join(folder, 'vault'), join(folder, 'hold'), join(folder, 'asked')];
    await rename(join(folder, 'master-key'), file);
    await writeFile(file, `${newSecretText(systemEnvironment)}\n${await readFile(file, 'utf8')}`);
    const script = `touch "${asked}"; while [ -e "${hold}" ]; do sleep 0.02; done; cat "${file}"`;
    const secretVariables = { DATAMINER_DEPLOY_MASTER_KEY_COMMAND: JSON.stringify(['sh', '-c', script]) };
    const rotating = await openedAgain({ ...used, options: { ...options, secretVariables } });
    await rm(asked);
    await writeFile(hold, '');
    const rotation = rotate(rotating);
    try {
      await eventually(async () => (await readdir(folder)).includes('asked'));
      // Meanwhile others write.
      expect(await core.keySets.reveal(anywhere(setId), 'primary', aTest)).toBe(values.primary);
    } finally {
      await rm(hold);
    }
    expect(await rotation).toMatchObject({ rewrapped: 1, removed: false });
  });
});
