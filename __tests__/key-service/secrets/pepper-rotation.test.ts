import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { jest } from '@jest/globals';
import { systemEnvironment } from '../../../src/key-service/environment.ts';
import { type KeyServiceCore, openKeyServiceCore } from '../../../src/key-service/key-service-core.ts';
import { type PepperedLog, PepperRotation } from '../../../src/key-service/secrets/pepper-rotation.ts';
import { newSecretText, secretFrom } from '../../../src/key-service/secrets/service-secret.ts';
import { loadSecrets } from '../../../src/key-service/secrets/service-secrets.ts';
import { afterwards } from '../support/cleanup.ts';
import { type UsedCore, usedCore } from '../support/core.ts';
import { anywhere, aTest } from '../support/custodian.ts';
import { untilSomebodyWaits } from '../support/somebody-waits.ts';
import { onEveryStore, onPostgres, postgres, type TestStore } from '../support/stores.ts';

// PostgreSQL may have to be started first, on a machine that is busy.
jest.setTimeout(60_000);

/** The store as a command opens it, or as a service that starts does. */
async function opened({ options, environment }: UsedCore, as: 'command' | 'service'): Promise<KeyServiceCore> {
  const core = await openKeyServiceCore(options, environment);
  afterwards(() => core.close());
  if (as === 'service') await core.pepperRotation.useNewest();
  return core;
}

async function peppersInFile({ secretsFolder }: KeyServiceCore): Promise<readonly (string | undefined)[]> {
  const lines = (await readFile(join(secretsFolder, 'pepper'), 'utf8')).trim().split('\n');
  return lines.map((line) => secretFrom('pepper', line)?.id);
}

/** The pepper of each value, as the rows say. */
async function pepperOfValues({ db }: KeyServiceCore): Promise<Record<string, string>> {
  const rows = await db.selectFrom('key_values').select(['slot', 'pepper_id']).where('state', '=', 'current').execute();
  return Object.fromEntries(rows.map(({ slot, pepper_id }) => [slot, pepper_id]));
}

/** Uses a key as the service does: it is verified, and when its digest is under an older pepper, that is noted. */
async function use(core: KeyServiceCore, key: string): Promise<boolean> {
  const found = await core.keyVerifier.verify(key);
  if (found !== undefined) core.pepperUpgrade.note(found.valueId, key);
  return found !== undefined;
}

async function rotated(
  store: TestStore,
): Promise<{ used: UsedCore; service: KeyServiceCore; old: string; next: string | null }> {
  const used = await usedCore(store);
  const { current, next } = await used.core.pepperRotation.run();
  return { used, service: await opened(used, 'service'), old: current, next };
}

onEveryStore('rotating the pepper', (store) => {
  it('begins with a new one in the file, which nobody uses before the service knows it', async () => {
    const used = await usedCore(store);
    const [old] = await peppersInFile(used.core);
    const { current, next, ...report } = await used.core.pepperRotation.run();
    expect(current).toBe(old);
    expect(await peppersInFile(used.core)).toEqual([next, old]);
    expect(report).toEqual({ left: {}, retired: [], removed: true });
    expect(await used.core.pepperRotation.run()).toMatchObject({ current: old, next });

    const command = await opened(used, 'command');
    const owner = { scope: 'system', systemId: used.systemId } as const;
    const { values } = await command.keySets.create(owner, { label: 'Meanwhile' }, aTest);
    expect(await used.core.keyVerifier.verify(values.primary)).toBeDefined();
  });

  it('goes on when the service starts: it knows both, and makes new digests with the new one', async () => {
    const used = await usedCore(store);
    const { current: old, next } = await used.core.pepperRotation.run();
    const service = await opened(used, 'service');
    expect(await service.keyVerifier.verify(used.values.primary)).toBeDefined();
    await service.keySets.regenerate(anywhere(used.setId), { slot: 'secondary', confirm: 'GitHub' }, aTest);
    expect(await pepperOfValues(service)).toEqual({ primary: old, secondary: next });
    const again = await opened(used, 'service');
    const records = await again.db
      .selectFrom('audit_records')
      .selectAll()
      .where('operation', '=', 'pepper.rotated')
      .execute();
    expect(records.map(({ details }) => JSON.parse(details))).toEqual([{ previous: old, current: next }]);
  });

  it('brings a value under the new one when it is used, and ends when all were', async () => {
    const used = await usedCore(store);
    const { current: old, next } = await used.core.pepperRotation.run();
    const service = await opened(used, 'service');
    expect(await service.pepperRotation.run()).toMatchObject({
      current: next,
      next: null,
      left: { [old]: 2 },
      retired: [],
    });

    expect(await use(service, used.values.primary)).toBe(true);
    await service.pepperUpgrade.flush();
    expect(await pepperOfValues(service)).toEqual({ primary: next, secondary: old });
    expect(await use(service, used.values.primary)).toBe(true);
    expect(await service.pepperRotation.run()).toMatchObject({ left: { [old]: 1 }, retired: [] });
    expect(await peppersInFile(service)).toEqual([next, old]);

    expect(await use(service, used.values.secondary)).toBe(true);
    await service.pepperUpgrade.flush();
    expect(await service.pepperRotation.run()).toEqual({
      current: next,
      next: null,
      left: {},
      retired: [old],
      removed: true,
    });
    expect(await peppersInFile(service)).toEqual([next]);
    const later = await opened(used, 'service');
    expect(await later.keyVerifier.verify(used.values.secondary)).toBeDefined();
  });

  it('does not wait for values that do not work any more', async () => {
    const used = await usedCore(store);
    const { current: old } = await used.core.pepperRotation.run();
    const service = await opened(used, 'service');
    const wanted = { confirm: 'GitHub', graceHours: 1 } as const;
    await service.keySets.regenerate(anywhere(used.setId), { ...wanted, slot: 'secondary' }, aTest);
    expect(await service.pepperRotation.run()).toMatchObject({ left: { [old]: 2 } });
    used.environment.advance(3_600_000);
    expect(await service.pepperRotation.run()).toMatchObject({ left: { [old]: 1 } });
    await service.keySets.revoke(anywhere(used.setId), { confirm: 'GitHub' }, aTest);
    expect(await service.pepperRotation.run()).toMatchObject({ left: {}, retired: [old] });
  });

  it('makes nothing that would die with the old one, while a process that has it is still ending', async () => {
    const used = await usedCore(store);
    const wanted = { slot: 'primary', confirm: 'GitHub', override: true } as const;
    const { current: old, next } = await used.core.pepperRotation.run();
    const knowsBoth = await opened(used, 'command');
    const service = await opened(used, 'service');
    // As long as the old one is asked for, it is counted.
    await used.core.keySets.regenerate(anywhere(used.setId), wanted, aTest);
    expect(await service.pepperRotation.run()).toMatchObject({ left: { [old]: 2 } });
    await service.keySets.regenerate(anywhere(used.setId), wanted, aTest);
    await service.keySets.regenerate(anywhere(used.setId), { ...wanted, slot: 'secondary' }, aTest);
    expect(await service.pepperRotation.run()).toMatchObject({ left: {}, retired: [old] });

    const { value } = await knowsBoth.keySets.regenerate(anywhere(used.setId), wanted, aTest);
    expect(await use(knowsBoth, value)).toBe(true);
    await knowsBoth.pepperUpgrade.flush();
    expect(await pepperOfValues(service)).toEqual({ primary: next, secondary: next });
    await expect(used.core.keySets.regenerate(anywhere(used.setId), wanted, aTest)).rejects.toMatchObject({
      code: 'secrets',
    });
  });

  it('must be finished before the old one is taken away: without it nothing starts', async () => {
    const used = await usedCore(store);
    const { current: old } = await used.core.pepperRotation.run();
    await opened(used, 'service');
    const file = join(used.core.secretsFolder, 'pepper');
    await writeFile(file, (await readFile(file, 'utf8')).split('\n')[0] ?? '');
    await expect(openKeyServiceCore(used.options)).rejects.toMatchObject({
      code: 'secrets',
      message: expect.stringContaining(`${old}, which the database was used with, is missing`),
    });
  });

  it('needs an operator where peppers do not come from a file', async () => {
    const options = await store.fresh();
    const [pepper, masterKey] = [newSecretText(systemEnvironment), newSecretText(systemEnvironment)];
    const secretVariables = { DATAMINER_DEPLOY_PEPPER: pepper, DATAMINER_DEPLOY_MASTER_KEY: masterKey };
    const core = await openKeyServiceCore({ ...options, secretVariables });
    afterwards(() => core.close());
    await expect(core.pepperRotation.run()).rejects.toMatchObject({
      code: 'secrets',
      message: expect.stringContaining('There is no newer pepper than'),
    });
  });
});

onEveryStore('bringing digests under the current pepper', (store) => {
  it('is done again when it failed', async () => {
    const { used, service, next } = await rotated(store);
    await use(service, used.values.primary);
    await service.db.schema.alterTable('key_values').renameTo('elsewhere').execute();
    await expect(service.pepperUpgrade.flush()).rejects.toThrow();
    await service.db.schema.alterTable('elsewhere').renameTo('key_values').execute();
    await service.pepperUpgrade.flush();
    expect((await pepperOfValues(service)).primary).toBe(next);
  });

  it('does no harm when two services do it at the same moment', async () => {
    const { used, service, next } = await rotated(store);
    const other = await opened(used, 'service');
    for (const core of [service, other]) for (const key of Object.values(used.values)) await use(core, key);
    await Promise.all([service.pepperUpgrade.flush(), other.pepperUpgrade.flush()]);
    expect(await pepperOfValues(service)).toEqual({ primary: next, secondary: next });
    for (const key of Object.values(used.values)) expect(await use(other, key)).toBe(true);
  });
});

describe('the logs that are sealed with the pepper', () => {
  const newValue = { slot: 'primary', confirm: 'GitHub', override: true } as const;

  /** A rotation whose last step is done, while processes go on that were started before the service used the new pepper. */
  async function outlived() {
    const used = await usedCore();
    const { current: old, next } = await used.core.pepperRotation.run();
    const knowsBoth = await opened(used, 'command');
    const service = await opened(used, 'service');
    for (const slot of ['primary', 'secondary'] as const) {
      await service.keySets.regenerate(anywhere(used.setId), { ...newValue, slot }, aTest);
    }
    await service.auditHeads.sign();
    return { used, service, knowsBoth, old, next };
  }

  async function logOf({ dataFolder }: UsedCore, name: 'revocations' | 'audit-heads'): Promise<string> {
    return await readFile(join(dataFolder, `${name}.log`), 'utf8');
  }

  it('can be read without the old one, also what a process adds that was not started again', async () => {
    const { used, service, knowsBoth, old } = await outlived();
    expect(await service.pepperRotation.run()).toMatchObject({ retired: [old], removed: true });
    await knowsBoth.keySets.regenerate(anywhere(used.setId), newValue, aTest);
    await knowsBoth.auditHeads.sign();
    const later = await opened(used, 'service');
    expect((await later.auditHeads.latest()).get(used.organizationId)).toBeDefined();
    expect((await logOf(used, 'audit-heads')) + (await logOf(used, 'revocations'))).not.toContain(old);
  });

  it('can be read without the old one when a command does the last step that was started before the service', async () => {
    const { used, knowsBoth, old, next } = await outlived();
    expect(await knowsBoth.pepperRotation.run()).toMatchObject({ current: next, retired: [old] });
    const later = await opened(used, 'service');
    expect((await later.auditHeads.latest()).get(used.organizationId)).toBeDefined();
  });

  it('take nothing from a process that does not know the new one; what it changed counts, and is added by the next', async () => {
    const { used, service, next } = await outlived();
    await service.pepperRotation.run();
    const before = await logOf(used, 'revocations');
    await expect(used.core.keySets.revoke(anywhere(used.setId), { confirm: 'GitHub' }, aTest)).rejects.toMatchObject({
      // Of this code callers are told the message: they have to know that the change counts.
      code: 'audit',
      message: expect.stringContaining('The change is made and counts'),
      next: expect.stringContaining(`Start it again, so that it knows pepper ${next}`),
    });
    await expect(used.core.auditHeads.sign()).rejects.toMatchObject({ code: 'secrets' });
    expect(await logOf(used, 'revocations')).toBe(before);
    await opened(used, 'service');
    expect((await logOf(used, 'revocations')).slice(before.length)).toContain('"set-revoked"');
  });
});

onPostgres('the last step of a rotation', () => {
  it.each<[string, (...logs: [PepperedLog, PepperedLog]) => PepperedLog[]]>([
    ['before', (log, meanwhile) => [meanwhile, log]],
    ['after', (log, meanwhile) => [log, meanwhile]],
  ])(
    'leaves no line under the old pepper, not even of a process that writes %s they are sealed anew',
    async (_when, logs) => {
      const used = await usedCore(postgres);
      const { current: old } = await used.core.pepperRotation.run();
      const knowsBoth = await opened(used, 'command');
      const service = await opened(used, 'service');
      await service.keySets.revoke(anywhere(used.setId), { confirm: 'GitHub' }, aTest);
      const { id } = await service.keySets.create(
        { scope: 'system', systemId: used.systemId },
        { label: 'New' },
        aTest,
      );
      let revoked: Promise<unknown> = Promise.resolve();
      const meanwhile: PepperedLog = {
        readOn: async () => {},
        sealAnew: async () => {
          revoked = knowsBoth.keySets.revoke(anywhere(id), { confirm: 'New' }, aTest);
          await Promise.race([revoked, untilSomebodyWaits(service)]);
        },
      };
      const { db, audited, revocationLog, secretsFolder } = service;
      const secrets = await loadSecrets({ folder: secretsFolder, variables: {} }, db, used.environment);
      const rotation = new PepperRotation(db, secrets, audited, logs(revocationLog, meanwhile), used.environment);
      expect(await rotation.run()).toMatchObject({ retired: [old] });
      await revoked;
      await opened(used, 'service');
      expect(await readFile(join(used.dataFolder, 'revocations.log'), 'utf8')).toContain(id);
    },
  );
});

onPostgres('bringing several digests under the current pepper', () => {
  it('waits for nobody crosswise who changes their key set, in whatever order', async () => {
    const { used, service, next } = await rotated(postgres);
    const found = await Promise.all(Object.values(used.values).map((key) => service.keyVerifier.verify(key)));
    const keys = new Map(Object.values(used.values).map((key, index) => [found[index]?.valueId ?? '', key]));
    const [first = '', last = ''] = [...keys.keys()].sort();
    for (const id of [first, last]) service.pepperUpgrade.note(id, keys.get(id) ?? '');
    const flushed = await used.core.db.transaction().execute(async (transaction) => {
      const change = (id: string) =>
        transaction.updateTable('key_values').set({ created_by: 'a test' }).where('id', '=', id).execute();
      await change(last);
      const flush = service.pepperUpgrade.flush();
      await untilSomebodyWaits(service);
      await change(first);
      return { flush };
    });
    await flushed.flush;
    expect(await pepperOfValues(service)).toEqual({ primary: next, secondary: next });
  });
});
