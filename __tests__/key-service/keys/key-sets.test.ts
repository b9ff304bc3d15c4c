import { isWellFormedKey } from '../../../src/contract/key-format.ts';
import { openValue, unwrapDataKey } from '../../../src/key-service/secrets/seal.ts';
import { loadSecrets } from '../../../src/key-service/secrets/service-secrets.ts';
import { usedCore } from '../support/core.ts';

describe('a new key set', () => {
  it('has two different values of the published format that both work', async () => {
    const { core, values } = await usedCore();
    expect(values.primary).not.toBe(values.secondary);
    for (const slot of ['primary', 'secondary'] as const) {
      expect(values[slot]).toMatch(/^dms1_/);
      expect(isWellFormedKey(values[slot])).toBe(true);
      expect(await core.keyVerifier.verify(values[slot])).toMatchObject({ slot, label: 'GitHub', scope: 'system' });
    }
  });

  it('keeps each value sealed for its own place', async () => {
    const { core, organizationId, setId, values } = await usedCore();
    const { masterKeys } = await loadSecrets({ folder: core.secretsFolder, variables: {} }, core.db, core.environment);
    const masterKey = await masterKeys.current(core.db);
    const set = await core.db.selectFrom('key_sets').selectAll().executeTakeFirstOrThrow();
    const dataKey = unwrapDataKey(masterKey.key, setId, set.wrapped_data_key ?? new Uint8Array());
    for (const row of await core.db.selectFrom('key_values').selectAll().execute()) {
      const place = { organizationId, setId, slot: row.slot, version: row.version };
      expect(openValue(dataKey, row.sealed ?? new Uint8Array(), place)).toBe(values[row.slot]);
    }
  });

  it('of an organization starts with org1_ and needs a permission', async () => {
    const { core, organizationId } = await usedCore();
    const owner = { scope: 'organization', organizationId } as const;
    await expect(core.keySets.create(owner, { label: 'CI', permissions: [] }, 'a test')).rejects.toMatchObject({
      code: 'invalid',
      message: expect.stringContaining('at least one permission'),
    });
    expect(await core.keySets.list(owner)).toEqual([]);
    const given = { label: 'CI', permissions: ['REGISTER catalog items', 'read-catalog-items'] };
    const { values } = await core.keySets.create(owner, given, 'a test');
    expect(values.primary).toMatch(/^org1_/);
    expect(await core.keySets.list(owner)).toMatchObject([
      { scope: 'organization', permissions: ['register-catalog-items', 'read-catalog-items'] },
    ]);
  });

  it.each([
    ['an empty label', { label: '  ', permissions: [] }],
    ['a label of 101 characters', { label: 'x'.repeat(101), permissions: [] }],
    ['a label with a line break', { label: 'a\nb', permissions: [] }],
    ['a permission that does not exist', { label: 'x', permissions: ['fly'] }],
    ['a permission of organization keys', { label: 'x', permissions: ['Retrieve usage data'] }],
  ])('is refused with %s', async (_what, given) => {
    const { core, systemId } = await usedCore();
    const owner = { scope: 'system', systemId } as const;
    await expect(core.keySets.create(owner, given, 'a test')).rejects.toMatchObject({ code: 'invalid' });
    expect(await core.keySets.list(owner)).toHaveLength(1);
  });

  it('is refused for a DMS or an organization that does not exist', async () => {
    const { core } = await usedCore();
    const organization = { scope: 'organization', organizationId: 'none' } as const;
    const system = { scope: 'system', systemId: 'none' } as const;
    for (const owner of [organization, system]) {
      const given = { label: 'x', permissions: ['register-catalog-items'] };
      await expect(core.keySets.create(owner, given, 'a test')).rejects.toMatchObject({ code: 'not-found' });
    }
  });
});

describe('the list of key sets', () => {
  it('shows who made a set and when, and of its values only prefix and last four characters', async () => {
    const { core, systemId, setId, values } = await usedCore();
    const slot = (value: string) => ({
      masked: `dms1_…${value.slice(-4)}`,
      createdAt: '2026-11-23T10:00:00.000Z',
      lastUsedAt: null,
    });
    expect(await core.keySets.list({ scope: 'system', systemId })).toEqual([
      {
        id: setId,
        label: 'GitHub',
        scope: 'system',
        permissions: ['upload-packages', 'deploy-packages', 'read-deployments', 'register-catalog-items'],
        state: 'active',
        createdAt: '2026-11-23T10:00:00.000Z',
        createdBy: 'a test',
        version: 1,
        slots: { primary: slot(values.primary), secondary: slot(values.secondary) },
      },
    ]);
  });

  it('does not mix the sets of an organization and of its DMSs', async () => {
    const { core, organizationId, systemId } = await usedCore();
    const organization = { scope: 'organization', organizationId } as const;
    await core.keySets.create(organization, { label: 'CI', permissions: ['read-catalog-items'] }, 'a test');
    expect((await core.keySets.list(organization)).map((set) => set.label)).toEqual(['CI']);
    expect((await core.keySets.list({ scope: 'system', systemId })).map((set) => set.label)).toEqual(['GitHub']);
  });

  it('shows the last use of the current value', async () => {
    const { core, environment, systemId, setId, values } = await usedCore();
    const key = await core.keyVerifier.verify(values.primary);
    environment.advance(60_000);
    core.keyUsage.record(key?.valueId ?? '', 'GET /self', {});
    await core.keyUsage.flush();
    const [before] = await core.keySets.list({ scope: 'system', systemId });
    expect(before?.slots.primary.lastUsedAt).toBe('2026-11-23T10:01:00.000Z');
    expect(before?.slots.secondary.lastUsedAt).toBeNull();
    await core.keySets.regenerate(setId, 'primary', 'GitHub', 'a test');
    const [after] = await core.keySets.list({ scope: 'system', systemId });
    expect(after?.slots.primary.lastUsedAt).toBeNull();
  });
});

describe('regenerating a slot', () => {
  it('ends the old value at once, makes a new one and leaves the other slot alone', async () => {
    const { core, environment, setId, systemId, values } = await usedCore();
    environment.advance(1000);
    const value = await core.keySets.regenerate(setId, 'primary', 'GitHub', 'another');
    expect(await core.keyVerifier.verify(values.primary)).toBeUndefined();
    expect(await core.keyVerifier.verify(value)).toMatchObject({ slot: 'primary', version: 2 });
    expect(await core.keyVerifier.verify(values.secondary)).toMatchObject({ slot: 'secondary', version: 1 });
    expect(await core.keySets.list({ scope: 'system', systemId })).toMatchObject([
      { version: 2, slots: { primary: { masked: `dms1_…${value.slice(-4)}`, createdAt: '2026-11-23T10:00:01.000Z' } } },
    ]);
    const old = await core.db
      .selectFrom('key_values')
      .select('sealed')
      .where('state', '=', 'replaced')
      .executeTakeFirst();
    expect(old?.sealed).toBeNull();
  });

  it.each(['github', 'GitHub ', '', 'other'])('changes nothing when it is confirmed with %j', async (confirm) => {
    const { core, setId, values } = await usedCore();
    await expect(core.keySets.regenerate(setId, 'primary', confirm, 'a test')).rejects.toMatchObject({
      code: 'not-confirmed',
    });
    expect(await core.keyVerifier.verify(values.primary)).toBeDefined();
    expect(await core.keyVerifier.verify(values.secondary)).toBeDefined();
  });

  it('leaves exactly one value that works, however many do it at once', async () => {
    const { core, setId } = await usedCore();
    const made = await Promise.all(
      Array.from({ length: 5 }, () => core.keySets.regenerate(setId, 'secondary', 'GitHub', 'a test')),
    );
    const working = await Promise.all(made.map((value) => core.keyVerifier.verify(value)));
    expect(working.filter((key) => key !== undefined)).toMatchObject([{ version: 6 }]);
  });
});

describe('revoking a set', () => {
  it('ends both values and removes what they could be recovered from', async () => {
    const { core, setId, systemId, values } = await usedCore();
    await core.keySets.revoke(setId, 'GitHub');
    expect(await core.keyVerifier.verify(values.primary)).toBeUndefined();
    expect(await core.keyVerifier.verify(values.secondary)).toBeUndefined();
    expect(await core.keySets.list({ scope: 'system', systemId })).toEqual([]);
    const set = await core.db.selectFrom('key_sets').select('wrapped_data_key').executeTakeFirst();
    expect(set?.wrapped_data_key).toBeNull();
  });

  it('needs the label, and happens once', async () => {
    const { core, setId, values } = await usedCore();
    await expect(core.keySets.revoke(setId, 'other')).rejects.toMatchObject({ code: 'not-confirmed' });
    expect(await core.keyVerifier.verify(values.primary)).toBeDefined();
    await core.keySets.revoke(setId, 'GitHub');
    await expect(core.keySets.revoke(setId, 'GitHub')).rejects.toMatchObject({ code: 'not-found' });
    await expect(core.keySets.regenerate(setId, 'primary', 'GitHub', 'a test')).rejects.toMatchObject({
      code: 'not-found',
    });
  });
});

describe('checking a key', () => {
  it('knows nothing of keys that are missing, malformed, unknown or expired', async () => {
    const { core, environment, values } = await usedCore();
    const other = await usedCore();
    for (const text of [undefined, '', 'x', `${values.primary}0`, values.primary.slice(0, -1), other.values.primary]) {
      expect(await core.keyVerifier.verify(text)).toBeUndefined();
    }
    await core.db
      .updateTable('key_values')
      .set({ valid_until: environment.now() + 1000 })
      .execute();
    expect(await core.keyVerifier.verify(values.primary)).toBeDefined();
    environment.advance(1000);
    expect(await core.keyVerifier.verify(values.primary)).toBeUndefined();
  });
});
