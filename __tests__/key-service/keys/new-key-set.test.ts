import { isWellFormedKey } from '../../../src/contract/key-format.ts';
import { openValue, unwrapDataKey } from '../../../src/key-service/secrets/seal.ts';
import { loadSecrets } from '../../../src/key-service/secrets/service-secrets.ts';
import { sharedStore } from '../support/core.ts';
import { anywhere, aTest, recordsOf, working } from '../support/custodian.ts';
import { onEveryStore } from '../support/stores.ts';

onEveryStore('a new key set', (store) => {
  const fresh = sharedStore(store);

  it('has two different values of the published format that both work', async () => {
    const { core, values } = await fresh();
    expect(values.primary).not.toBe(values.secondary);
    for (const slot of ['primary', 'secondary'] as const) {
      expect(values[slot]).toMatch(/^dms1_/);
      expect(isWellFormedKey(values[slot])).toBe(true);
      expect(await core.keyVerifier.verify(values[slot])).toMatchObject({ slot, label: 'GitHub', scope: 'system' });
    }
  });

  it('is answered as it can be viewed, and the values this once', async () => {
    const { core, systemId } = await fresh();
    const wanted = { label: ' CI ', permissions: ['deploy-packages'], expiresAt: '2027-01-31T12:00:00+01:00' };
    const { values, ...set } = await core.keySets.create({ scope: 'system', systemId }, wanted, aTest);
    const slot = (value: string) => ({
      masked: `dms1_…${value.slice(-4)}`,
      createdAt: '2026-11-23T10:00:00.000Z',
      lastUsedAt: null,
      version: 1,
      alive: true,
      previous: null,
    });
    expect(set).toEqual({
      id: expect.any(String),
      label: 'CI',
      scope: 'system',
      permissions: ['deploy-packages'],
      state: 'active',
      expiresAt: '2027-01-31T11:00:00.000Z',
      createdAt: '2026-11-23T10:00:00.000Z',
      createdBy: 'a test',
      changedAt: '2026-11-23T10:00:00.000Z',
      changedBy: 'a test',
      version: 1,
      slots: { primary: slot(values.primary), secondary: slot(values.secondary) },
    });
    expect(await core.keySets.view(anywhere(set.id))).toEqual(set);
  });

  it('is audited with its permissions, and without a trace of its values', async () => {
    const { core, organizationId, systemId } = await fresh();
    const owner = { scope: 'organization', organizationId } as const;
    const wanted = { label: 'CI', permissions: ['Read catalog items'], expiresAt: '2027-01-31T12:00:00Z' };
    const { id, values } = await core.keySets.create(owner, wanted, aTest);
    expect(await recordsOf(core, id)).toEqual([
      {
        operation: 'key.created',
        label: 'CI',
        systemId: null,
        by: 'operator a test',
        details: { expiresAt: '2027-01-31T12:00:00.000Z', permissions: 'read-catalog-items' },
      },
    ]);
    const trail = JSON.stringify(await core.db.selectFrom('audit_records').selectAll().execute());
    expect(trail).toContain(systemId);
    for (const value of Object.values(values)) expect(trail).not.toContain(value.slice(-10));
  });

  it('keeps each value sealed for its own place', async () => {
    const { core, organizationId, setId, values } = await fresh();
    const { masterKeys } = await loadSecrets({ folder: core.secretsFolder, variables: {} }, core.db, core.environment);
    const masterKey = await masterKeys.current(core.db);
    const set = await core.db.selectFrom('key_sets').selectAll().where('id', '=', setId).executeTakeFirstOrThrow();
    const dataKey = unwrapDataKey(masterKey.key, setId, set.wrapped_data_key ?? new Uint8Array());
    for (const row of await core.db.selectFrom('key_values').selectAll().where('set_id', '=', setId).execute()) {
      const place = { organizationId, setId, slot: row.slot, version: row.version };
      expect(openValue(dataKey, row.sealed ?? new Uint8Array(), place)).toBe(values[row.slot]);
    }
  });

  it('of an organization starts with org1_ and needs a permission', async () => {
    const { core, organizationId } = await fresh();
    const owner = { scope: 'organization', organizationId } as const;
    for (const permissions of [undefined, []]) {
      await expect(core.keySets.create(owner, { label: 'CI', permissions }, aTest)).rejects.toMatchObject({
        code: 'invalid',
        message: 'An organization key needs at least one permission',
      });
    }
    expect((await core.keySets.list(owner)).items).toEqual([]);
    const wanted = { label: 'CI', permissions: ['REGISTER catalog items', 'read-catalog-items', 'Read Catalog Items'] };
    const { values, permissions } = await core.keySets.create(owner, wanted, aTest);
    expect(values.primary).toMatch(/^org1_/);
    expect(permissions).toEqual(['register-catalog-items', 'read-catalog-items']);
  });

  it('of a DMS may do what system keys always could, when nothing else is asked for', async () => {
    const { core, setId } = await fresh();
    expect((await core.keySets.view(anywhere(setId))).permissions).toEqual([
      'upload-packages',
      'deploy-packages',
      'read-deployments',
      'register-catalog-items',
    ]);
  });

  it.each([
    ['an empty label', { label: '  ' }],
    ['a label of 101 characters', { label: 'x'.repeat(101) }],
    ['a label with a line break', { label: 'a\nb' }],
    ['a permission that does not exist', { label: 'x', permissions: ['fly'] }],
    ['a permission of organization keys', { label: 'x', permissions: ['Retrieve usage data'] }],
    ['an expiry that has passed', { label: 'x', expiresAt: '2026-11-23T10:00:00.000Z' }],
    ['an expiry that is no time', { label: 'x', expiresAt: 'next week' }],
  ])('is refused with %s', async (_what, wanted) => {
    const { core, systemId } = await fresh();
    const owner = { scope: 'system', systemId } as const;
    await expect(core.keySets.create(owner, wanted, aTest)).rejects.toMatchObject({ code: 'invalid' });
    expect((await core.keySets.list(owner)).items).toHaveLength(1);
  });

  it('is refused for a DMS or an organization that does not exist', async () => {
    const { core } = await fresh();
    const organization = { scope: 'organization', organizationId: 'none' } as const;
    const system = { scope: 'system', systemId: 'none' } as const;
    for (const owner of [organization, system]) {
      const wanted = { label: 'x', permissions: ['register-catalog-items'] };
      await expect(core.keySets.create(owner, wanted, aTest)).rejects.toMatchObject({ code: 'not-found' });
    }
  });

  it('stops working when it expires', async () => {
    const { core, environment, systemId } = await fresh();
    const wanted = { label: 'Short', expiresAt: '2026-11-23T11:00:00Z' };
    const { id, values } = await core.keySets.create({ scope: 'system', systemId }, wanted, aTest);
    environment.advance(3_599_999);
    expect(await working(core, values.primary, values.secondary)).toEqual([true, true]);
    environment.advance(1);
    expect(await working(core, values.primary, values.secondary)).toEqual([false, false]);
    expect(await core.keySets.view(anywhere(id))).toMatchObject({ state: 'expired' });
  });
});

onEveryStore('the label of a key set', (store) => {
  const fresh = sharedStore(store);

  it('is had by one live set of a DMS or organization, whatever the case', async () => {
    const { core, organizationId, systemId, setId } = await fresh();
    const system = { scope: 'system', systemId } as const;
    await expect(core.keySets.create(system, { label: 'GITHUB' }, aTest)).rejects.toMatchObject({
      code: 'conflict',
      message: 'There is a key set "GitHub" here already',
      facts: { setId },
    });
    const organization = { scope: 'organization', organizationId } as const;
    const wanted = { label: 'GitHub', permissions: ['read-catalog-items'] };
    await core.keySets.create(organization, wanted, aTest);
    await expect(core.keySets.create(organization, wanted, aTest)).rejects.toMatchObject({ code: 'conflict' });
  });

  it('is free again when its set was revoked', async () => {
    const { core, systemId, setId } = await fresh();
    await core.keySets.revoke(anywhere(setId), { confirm: 'GitHub' }, aTest);
    const { label } = await core.keySets.create({ scope: 'system', systemId }, { label: 'github' }, aTest);
    expect(label).toBe('github');
  });

  it('goes to exactly one of several who want it at the same moment', async () => {
    const { core, organizationId, systemId, setId } = await fresh();
    const owners = [
      { scope: 'system', systemId },
      { scope: 'organization', organizationId },
    ] as const;
    for (const owner of owners) {
      const wanted = (label: string) => ({ label, permissions: ['register-catalog-items'] });
      const { id } = await core.keySets.create(owner, wanted('Another'), aTest);
      const outcomes = await Promise.allSettled([
        core.keySets.create(owner, wanted('Wanted'), aTest),
        core.keySets.create(owner, wanted('wanted'), aTest),
        core.keySets.change({ id, owner }, { label: 'WANTED' }, aTest),
        ...(owner.scope === 'system' ? [core.keySets.change({ id: setId, owner }, { label: 'wAnTeD' }, aTest)] : []),
      ]);
      const refusals = outcomes.filter((outcome) => outcome.status === 'rejected');
      expect(refusals).toHaveLength(outcomes.length - 1);
      for (const { reason } of refusals) expect(reason).toMatchObject({ code: 'conflict' });
    }
  });
});
