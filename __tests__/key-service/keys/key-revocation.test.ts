import { sharedStore, usedCore } from '../support/core.ts';
import { anywhere, aTest, recordsOf, revocationsOf, working } from '../support/custodian.ts';
import { onEveryStore } from '../support/stores.ts';

const confirm = 'GitHub';

onEveryStore('revoking a set', (store) => {
  const fresh = sharedStore(store);

  it('ends all of its values, a running grace too, and removes what they could be recovered from', async () => {
    const { core, setId, systemId, values } = await fresh();
    const wanted = { slot: 'primary', confirm, graceHours: 24 } as const;
    const { value } = await core.keySets.regenerate(anywhere(setId), wanted, aTest);
    await core.keySets.revoke(anywhere(setId), { confirm }, aTest);
    expect(await working(core, values.primary, value, values.secondary)).toEqual([false, false, false]);
    expect((await core.keySets.list({ scope: 'system', systemId })).items).toEqual([]);
    const set = await core.db.selectFrom('key_sets').selectAll().where('id', '=', setId).executeTakeFirstOrThrow();
    expect(set).toMatchObject({ state: 'revoked', wrapped_data_key: null, revoked_at: core.environment.now() });
    const rows = await core.db.selectFrom('key_values').selectAll().where('set_id', '=', setId).execute();
    expect(rows.map((row) => [row.state, row.sealed, row.valid_until])).toEqual(
      rows.map(() => ['revoked', null, null]),
    );
  });

  it('is audited, and noted where no backup can bring it back', async () => {
    const { core, setId } = await fresh();
    await core.keySets.revoke(anywhere(setId), { confirm, version: 1 }, aTest);
    const permissions = 'upload-packages, deploy-packages, read-deployments, register-catalog-items';
    expect((await recordsOf(core, setId)).at(-1)).toMatchObject({ operation: 'key.revoked', details: { permissions } });
    expect(await revocationsOf(core, setId)).toEqual([{ kind: 'set-revoked', setId }]);
  });

  it('needs the label, and happens once', async () => {
    const { core, setId, values } = await fresh();
    await expect(core.keySets.revoke(anywhere(setId), { confirm: 'other' }, aTest)).rejects.toMatchObject({
      code: 'not-confirmed',
    });
    expect(await working(core, values.primary)).toEqual([true]);
    const outcomes = await Promise.allSettled([
      core.keySets.revoke(anywhere(setId), { confirm }, aTest),
      core.keySets.revoke(anywhere(setId), { confirm }, aTest),
    ]);
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    for (const attempt of [
      core.keySets.regenerate(anywhere(setId), { slot: 'primary', confirm }, aTest),
      core.keySets.reveal(anywhere(setId), 'primary', aTest),
      core.keySets.enable(anywhere(setId), {}, aTest),
    ]) {
      await expect(attempt).rejects.toMatchObject({ code: 'not-found' });
    }
    expect(await recordsOf(core, setId)).toHaveLength(2);
  });

  it('changes nothing when the record of it cannot be written', async () => {
    const { core, setId, values } = await usedCore(store);
    await core.db.schema.alterTable('audit_records').renameTo('gone').execute();
    await expect(core.keySets.revoke(anywhere(setId), { confirm }, aTest)).rejects.toMatchObject({ code: 'audit' });
    expect(await working(core, values.primary, values.secondary)).toEqual([true, true]);
  });
});
