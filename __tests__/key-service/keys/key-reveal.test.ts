import { sharedStore, usedCore } from '../support/core.ts';
import { anywhere, aTest, loseValue, recordsOf, working } from '../support/custodian.ts';
import { onEveryStore } from '../support/stores.ts';

onEveryStore('revealing a value', (store) => {
  const fresh = sharedStore(store);

  it('shows the one of the slot, and leaves a record of which and by whom', async () => {
    const { core, setId, systemId, values } = await fresh();
    expect(await core.keySets.reveal(anywhere(setId), 'secondary', aTest)).toBe(values.secondary);
    expect((await recordsOf(core, setId)).slice(1)).toEqual([
      {
        operation: 'key.revealed',
        label: 'GitHub',
        systemId,
        by: 'operator a test',
        details: {
          slot: 'secondary',
          valueVersion: '1',
          state: 'active',
          permissions: 'upload-packages, deploy-packages, read-deployments, register-catalog-items',
        },
      },
    ]);
    expect((await core.keySets.view(anywhere(setId))).version).toBe(1);
  });

  it('shows the new one after regenerating', async () => {
    const { core, setId, values } = await fresh();
    const wanted = { slot: 'primary', confirm: 'GitHub', graceHours: 24 } as const;
    const { value } = await core.keySets.regenerate(anywhere(setId), wanted, aTest);
    expect(await core.keySets.reveal(anywhere(setId), 'primary', aTest)).toBe(value);
    expect(await core.keySets.reveal(anywhere(setId), 'secondary', aTest)).toBe(values.secondary);
  });

  it('is possible for disabled and expired sets, whose values may work again', async () => {
    const { core, environment, setId, values } = await fresh();
    await core.keySets.change(anywhere(setId), { expiresAt: '2026-11-23T11:00:00Z' }, aTest);
    environment.advance(3_600_000);
    expect(await core.keySets.reveal(anywhere(setId), 'primary', aTest)).toBe(values.primary);
    await core.keySets.disable(anywhere(setId), {}, aTest);
    expect(await core.keySets.reveal(anywhere(setId), 'primary', aTest)).toBe(values.primary);
    const states = (await recordsOf(core, setId)).map(({ details }) => details.state);
    expect(states).toEqual([undefined, undefined, 'expired', undefined, 'disabled']);
  });

  it('says that there is none in a slot whose value is gone', async () => {
    const { core, setId } = await fresh();
    await loseValue(core, setId, 'primary');
    await expect(core.keySets.reveal(anywhere(setId), 'primary', aTest)).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringContaining('The primary slot has no value that works any more'),
    });
    expect(await recordsOf(core, setId)).toHaveLength(1);
  });

  it('gives no value when the record of it cannot be written', async () => {
    const { core, setId } = await usedCore(store);
    await core.db.schema.alterTable('audit_records').renameTo('gone').execute();
    await expect(core.keySets.reveal(anywhere(setId), 'primary', aTest)).rejects.toMatchObject({ code: 'audit' });
    expect(await core.keySets.view(anywhere(setId))).toMatchObject({ label: 'GitHub' });
  });

  it('is refused without the master key, while the keys go on working', async () => {
    const { core, setId, values } = await usedCore(store);
    await core.db.updateTable('key_sets').set({ master_key_id: 'lost' }).execute();
    await expect(core.keySets.reveal(anywhere(setId), 'primary', aTest)).rejects.toMatchObject({
      code: 'secrets',
      message: expect.stringContaining('The master key lost is not in'),
    });
    expect(await working(core, values.primary)).toEqual([true]);
    expect(await recordsOf(core, setId)).toHaveLength(1);
  });

  it('is refused, with nothing in the trail, when the value was changed or moved in the database', async () => {
    const { core, setId } = await fresh();
    const [primary, secondary] = await core.db
      .selectFrom('key_values')
      .selectAll()
      .where('set_id', '=', setId)
      .orderBy('slot')
      .execute();
    const move = { sealed: primary?.sealed ?? null };
    await core.db
      .updateTable('key_values')
      .set(move)
      .where('id', '=', secondary?.id ?? '')
      .execute();
    await expect(core.keySets.reveal(anywhere(setId), 'secondary', aTest)).rejects.toMatchObject({
      code: 'secrets',
      message: expect.stringContaining('it was changed, or belongs elsewhere'),
    });
    expect(await recordsOf(core, setId)).toHaveLength(1);
  });
});
