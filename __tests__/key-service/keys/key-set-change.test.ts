import { sharedStore } from '../support/core.ts';
import { anywhere, aTest, recordsOf, revocationsOf, working } from '../support/custodian.ts';
import { onEveryStore } from '../support/stores.ts';

const alice = { type: 'user', id: '1f3c0000-0000-4000-8000-000000000000', name: 'alice@example.com' } as const;

onEveryStore('changing a key set', (store) => {
  const fresh = sharedStore(store);

  it('changes what is named, leaves the rest, and says who did it when', async () => {
    const { core, environment, setId, values } = await fresh();
    const before = await core.keySets.view(anywhere(setId));
    environment.advance(1000);
    const after = await core.keySets.change(anywhere(setId), { label: 'GitLab' }, alice);
    expect(after).toEqual({
      ...before,
      label: 'GitLab',
      version: 2,
      changedAt: '2026-11-23T10:00:01.000Z',
      changedBy: 'alice@example.com',
    });
    expect(await core.keySets.view(anywhere(setId))).toEqual(after);
    expect(await working(core, values.primary, values.secondary)).toEqual([true, true]);
  });

  it('is audited with what was before and what is now, and noted where no backup can bring it back', async () => {
    const { core, systemId, setId } = await fresh();
    const wanted = { label: 'GitLab', permissions: ['Deploy packages'], expiresAt: '2027-01-31T12:00:00Z' };
    await core.keySets.change(anywhere(setId), wanted, alice);
    await core.keySets.change(anywhere(setId), { expiresAt: null }, alice);
    expect((await recordsOf(core, setId)).slice(1)).toEqual([
      {
        operation: 'key.changed',
        label: 'GitLab',
        systemId,
        by: 'user alice@example.com',
        details: {
          labelBefore: 'GitHub',
          expiresAtBefore: 'never',
          expiresAt: '2027-01-31T12:00:00.000Z',
          permissionsBefore: 'upload-packages, deploy-packages, read-deployments, register-catalog-items',
          permissions: 'deploy-packages',
        },
      },
      {
        operation: 'key.changed',
        label: 'GitLab',
        systemId,
        by: 'user alice@example.com',
        details: {
          expiresAtBefore: '2027-01-31T12:00:00.000Z',
          expiresAt: 'never',
          permissions: 'deploy-packages',
        },
      },
    ]);
    expect(await revocationsOf(core, setId)).toEqual([
      { kind: 'set-permissions', setId, permissions: ['deploy-packages'] },
      { kind: 'set-expiry', setId, expiresAt: Date.UTC(2027, 0, 31, 12) },
      { kind: 'set-expiry', setId, expiresAt: null },
    ]);
  });

  it('narrows and widens what the keys may do at once', async () => {
    const { core, setId, values } = await fresh();
    const permissions = async () => [...((await core.keyVerifier.verify(values.primary))?.permissions ?? [])];
    await core.keySets.change(anywhere(setId), { permissions: ['read-deployments'] }, aTest);
    expect(await permissions()).toEqual(['read-deployments']);
    await core.keySets.change(anywhere(setId), { permissions: ['deploy-packages', 'upload-packages'] }, aTest);
    expect(await permissions()).toEqual(['upload-packages', 'deploy-packages']);
  });

  it('lets an expired set work again when it is given a later end', async () => {
    const { core, environment, setId, values } = await fresh();
    await core.keySets.change(anywhere(setId), { expiresAt: '2026-11-23T11:00:00Z' }, aTest);
    environment.advance(3_600_000);
    expect(await working(core, values.primary)).toEqual([false]);
    // What is said again as it is may have passed.
    const again = { expiresAt: '2026-11-23T12:00:00+01:00', label: 'Old' };
    expect(await core.keySets.change(anywhere(setId), again, aTest)).toMatchObject({ label: 'Old', state: 'expired' });
    const later = await core.keySets.change(anywhere(setId), { expiresAt: '2026-11-23T12:00:00Z' }, aTest);
    expect(later.state).toBe('active');
    expect(await working(core, values.primary)).toEqual([true]);
  });

  it('that would change nothing is no change: no new version, no record', async () => {
    const { core, environment, setId } = await fresh();
    const { createdAt: _, ...before } = await core.keySets.view(anywhere(setId));
    environment.advance(1000);
    const { label, permissions } = before;
    for (const wanted of [{}, { label: ` ${label} `, permissions: permissions.toReversed(), expiresAt: null }]) {
      expect(await core.keySets.change(anywhere(setId), wanted, aTest)).toMatchObject(before);
    }
    expect(await core.keySets.enable(anywhere(setId), {}, aTest)).toMatchObject(before);
    expect(await recordsOf(core, setId)).toHaveLength(1);
  });

  it('may give the label another case', async () => {
    const { core, setId } = await fresh();
    expect(await core.keySets.change(anywhere(setId), { label: 'github' }, aTest)).toMatchObject({ label: 'github' });
  });

  it.each([
    ['an empty label', { label: ' ' }],
    ['no permission at all', { permissions: [] }],
    ['a permission of organization keys', { permissions: ['read-catalog-items'] }],
    ['an expiry that has passed', { expiresAt: '2026-11-23T09:59:59Z' }],
    ['an expiry that is no time', { expiresAt: '' }],
  ])('is refused for %s', async (_what, wanted) => {
    const { core, setId } = await fresh();
    await expect(core.keySets.change(anywhere(setId), wanted, aTest)).rejects.toMatchObject({ code: 'invalid' });
    expect((await core.keySets.view(anywhere(setId))).version).toBe(1);
  });
});

onEveryStore('disabling a key set', (store) => {
  const fresh = sharedStore(store);

  it('lets neither value work until it is enabled again', async () => {
    const { core, setId, values } = await fresh();
    expect(await core.keySets.disable(anywhere(setId), {}, alice)).toMatchObject({ state: 'disabled', version: 2 });
    expect(await working(core, values.primary, values.secondary)).toEqual([false, false]);
    expect(await core.keySets.enable(anywhere(setId), { version: 2 }, alice)).toMatchObject({ state: 'active' });
    expect(await working(core, values.primary, values.secondary)).toEqual([true, true]);
    expect((await recordsOf(core, setId)).map(({ operation }) => operation)).toEqual([
      'key.created',
      'key.disabled',
      'key.enabled',
    ]);
    expect(await revocationsOf(core, setId)).toEqual([
      { kind: 'set-state', setId, state: 'disabled' },
      { kind: 'set-state', setId, state: 'active' },
    ]);
  });
});

onEveryStore('two custodians', (store) => {
  const fresh = sharedStore(store);

  it('cannot overwrite each other: the second is told who was quicker, and when', async () => {
    const { core, environment, setId } = await fresh();
    environment.advance(1000);
    await core.keySets.change(anywhere(setId), { label: 'GitLab', version: 1 }, alice);
    environment.advance(1000);
    const refusal = {
      code: 'conflict',
      message: 'alice@example.com changed the key set "GitLab" at 2026-11-23T10:00:01.000Z: it has version 2, not 1',
      facts: { version: 2, changedAt: '2026-11-23T10:00:01.000Z', changedBy: 'alice@example.com' },
    };
    const set = anywhere(setId);
    const confirm = 'GitHub';
    for (const second of [
      core.keySets.change(set, { label: 'Mine', version: 1 }, aTest),
      core.keySets.disable(set, { version: 1 }, aTest),
      core.keySets.enable(set, { version: 1 }, aTest),
      core.keySets.revoke(set, { confirm, version: 1 }, aTest),
      core.keySets.regenerate(set, { slot: 'primary', confirm, version: 1 }, aTest),
    ]) {
      await expect(second).rejects.toMatchObject(refusal);
    }
    expect(await core.keySets.view(set)).toMatchObject({ label: 'GitLab', version: 2 });
  });

  it('who change a set at the same moment end with one change and one refusal', async () => {
    const { core, options, environment, setId } = await fresh();
    const { openKeyServiceCore } = await import('../../../src/key-service/key-service-core.ts');
    const beside = await openKeyServiceCore(options, environment);
    const confirm = 'GitHub';
    const wanted = { confirm, version: 1 };
    const outcomes = await Promise.allSettled([
      core.keySets.regenerate(anywhere(setId), { ...wanted, slot: 'primary' }, alice),
      beside.keySets.regenerate(anywhere(setId), { ...wanted, slot: 'secondary' }, aTest),
      beside.keySets.disable(anywhere(setId), { version: 1 }, aTest),
      core.keySets.change(anywhere(setId), { label: 'Mine', version: 1 }, alice),
    ]);
    await beside.close();
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const outcome of outcomes) {
      if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject({ code: 'conflict' });
    }
    expect((await core.keySets.view(anywhere(setId))).version).toBe(2);
    expect(await recordsOf(core, setId)).toHaveLength(2);
  });
});

onEveryStore('a key set that lies elsewhere', (store) => {
  const fresh = sharedStore(store);

  it('does not exist, whatever is wanted of it', async () => {
    const { core, organizationId, systemId, setId } = await fresh();
    const owners = [
      { scope: 'organization', organizationId },
      { scope: 'system', systemId: organizationId },
    ] as const;
    const confirm = 'GitHub';
    for (const reference of [...owners.map((owner) => ({ id: setId, owner })), anywhere(systemId)]) {
      for (const attempt of [
        core.keySets.view(reference),
        core.keySets.usage(reference),
        core.keySets.reveal(reference, 'primary', aTest),
        core.keySets.regenerate(reference, { slot: 'primary', confirm }, aTest),
        core.keySets.revoke(reference, { confirm }, aTest),
        core.keySets.disable(reference, {}, aTest),
        core.keySets.enable(reference, {}, aTest),
        core.keySets.change(reference, { label: 'Mine' }, aTest),
      ]) {
        await expect(attempt).rejects.toMatchObject({ code: 'not-found', message: 'There is no such key set' });
      }
    }
    const there = { id: setId.toUpperCase(), owner: { scope: 'system', systemId: systemId.toUpperCase() } } as const;
    expect(await core.keySets.view(there)).toMatchObject({ id: setId, version: 1 });
    expect(await recordsOf(core, setId)).toHaveLength(1);
  });
});
