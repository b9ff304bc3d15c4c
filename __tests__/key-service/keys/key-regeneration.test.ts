import type { RegenerateKey } from '../../../src/contract/management/keys.ts';
import { sharedStore, type UsedCore } from '../support/core.ts';
import { anywhere, aTest, loseValue, noteUse, recordsOf, revocationsOf, working } from '../support/custodian.ts';
import { onEveryStore } from '../support/stores.ts';

const hour = 3_600_000;

async function regenerate({ core, setId }: UsedCore, wanted: Omit<RegenerateKey, 'confirm'>): Promise<string> {
  const { value } = await core.keySets.regenerate(anywhere(setId), { confirm: 'GitHub', ...wanted }, aTest);
  return value;
}

/** Values of a slot that something could still be recovered from. */
async function sealedCount({ core, setId }: UsedCore): Promise<number> {
  const query = core.db.selectFrom('key_values').select('id').where('set_id', '=', setId);
  return (await query.where('sealed', 'is not', null).execute()).length;
}

onEveryStore('regenerating a slot', (store) => {
  const fresh = sharedStore(store);

  it('ends the old value at once, makes a new one and leaves the other slot alone', async () => {
    const used = await fresh();
    const { core, environment, setId, values } = used;
    environment.advance(1000);
    const value = await regenerate(used, { slot: 'primary' });
    expect(await working(core, values.primary, value, values.secondary)).toEqual([false, true, true]);
    expect(await core.keyVerifier.verify(value)).toMatchObject({ slot: 'primary', version: 2 });
    expect(await core.keySets.view(anywhere(setId))).toMatchObject({
      version: 2,
      changedAt: '2026-11-23T10:00:01.000Z',
      slots: {
        primary: {
          masked: `dms1_…${value.slice(-4)}`,
          createdAt: '2026-11-23T10:00:01.000Z',
          version: 2,
          previous: null,
        },
        secondary: { createdAt: '2026-11-23T10:00:00.000Z', version: 1 },
      },
    });
    expect(await sealedCount(used)).toBe(2);
  });

  it('answers the version of the set for the next change', async () => {
    const { core, setId } = await fresh();
    const wanted = { slot: 'secondary', confirm: 'GitHub' } as const;
    const { version } = await core.keySets.regenerate(anywhere(setId), wanted, aTest);
    expect(version).toBe(2);
    await core.keySets.regenerate(anywhere(setId), { ...wanted, version }, aTest);
  });

  it.each(['github', 'GitHub ', '', 'other'])('changes nothing when it is confirmed with %j', async (confirm) => {
    const { core, setId, values } = await fresh();
    const attempt = core.keySets.regenerate(anywhere(setId), { slot: 'primary', confirm }, aTest);
    await expect(attempt).rejects.toMatchObject({ code: 'not-confirmed' });
    expect(await working(core, values.primary, values.secondary)).toEqual([true, true]);
    expect(await recordsOf(core, setId)).toHaveLength(1);
  });

  it('leaves exactly one value that works, however many do it at once', async () => {
    const used = await fresh();
    const made = await Promise.all(Array.from({ length: 5 }, () => regenerate(used, { slot: 'secondary' })));
    const keys = await Promise.all(made.map((value) => used.core.keyVerifier.verify(value)));
    expect(keys.filter((key) => key !== undefined)).toMatchObject([{ version: 6 }]);
  });

  it('is audited with slot, version and end of the old value, and noted where no backup can bring the old one back', async () => {
    const used = await fresh();
    const { core, setId, systemId } = used;
    const old = await core.keyVerifier.verify(used.values.secondary);
    const value = await regenerate(used, { slot: 'secondary', graceHours: 2 });
    const permissions = 'upload-packages, deploy-packages, read-deployments, register-catalog-items';
    expect((await recordsOf(core, setId)).slice(1)).toEqual([
      {
        operation: 'key.regenerated',
        label: 'GitHub',
        systemId,
        by: 'operator a test',
        details: {
          slot: 'secondary',
          valueVersion: '2',
          version: '2',
          oldValueValidUntil: '2026-11-23T12:00:00.000Z',
          permissions,
        },
      },
    ]);
    expect(await revocationsOf(core, setId)).toEqual([
      { kind: 'value-ended', valueId: old?.valueId, validUntil: core.environment.now() + 2 * hour },
    ]);
    const stored = JSON.stringify(await core.db.selectFrom('audit_records').selectAll().execute());
    expect(stored).not.toContain(value.slice(-10));
  });

  it('works on a slot whose value is gone, as after a revocation was replayed', async () => {
    const used = await fresh();
    const { core, setId } = used;
    await loseValue(core, setId, 'primary');
    expect(await core.keySets.view(anywhere(setId))).toMatchObject({
      slots: { primary: { alive: false, version: 1, previous: null }, secondary: { alive: true } },
    });
    const value = await regenerate(used, { slot: 'primary', graceHours: 24 });
    expect(await working(core, value)).toEqual([true]);
    expect(await core.keySets.view(anywhere(setId))).toMatchObject({
      slots: { primary: { alive: true, version: 2, previous: null } },
    });
  });
});

onEveryStore('the grace of a replaced value', (store) => {
  const fresh = sharedStore(store);

  it('lets it work beside the new one until its end, without a way to reveal it', async () => {
    const used = await fresh();
    const { core, environment, setId, values } = used;
    await noteUse(core, setId, 'primary');
    const value = await regenerate(used, { slot: 'primary', graceHours: 1.5 });
    expect(await working(core, values.primary, value, values.secondary)).toEqual([true, true, true]);
    expect(await sealedCount(used)).toBe(2);
    expect((await core.keySets.view(anywhere(setId))).slots.primary).toMatchObject({
      version: 2,
      lastUsedAt: null,
      previous: {
        validUntil: '2026-11-23T11:30:00.000Z',
        lastUsedAt: '2026-11-23T10:00:00.000Z',
        masked: `dms1_…${values.primary.slice(-4)}`,
      },
    });
    environment.advance(1.5 * hour - 1);
    expect(await working(core, values.primary)).toEqual([true]);
    environment.advance(1);
    expect(await working(core, values.primary, value)).toEqual([false, true]);
    expect((await core.keySets.view(anywhere(setId))).slots.primary.previous).toBeNull();
  });

  it('never lasts longer than the set', async () => {
    const used = await fresh();
    const { core, environment, setId, values } = used;
    await core.keySets.change(anywhere(setId), { expiresAt: '2026-11-23T11:00:00Z' }, aTest);
    await regenerate(used, { slot: 'primary', graceHours: 168 });
    expect((await core.keySets.view(anywhere(setId))).slots.primary.previous?.validUntil).toBe(
      '2026-11-23T11:00:00.000Z',
    );
    // A later end of the set does not lengthen it.
    await core.keySets.change(anywhere(setId), { expiresAt: null }, aTest);
    environment.advance(hour);
    expect(await working(core, values.primary)).toEqual([false]);
  });

  it('is shown no longer than the set when that is made to end earlier', async () => {
    const used = await fresh();
    const { core, setId } = used;
    await regenerate(used, { slot: 'primary', graceHours: 24 });
    const set = await core.keySets.change(anywhere(setId), { expiresAt: '2026-11-23T11:00:00Z' }, aTest);
    expect(set.slots.primary.previous?.validUntil).toBe('2026-11-23T11:00:00.000Z');
  });

  it('ends when the slot is regenerated again: one old value works, or none', async () => {
    const used = await fresh();
    const { core, values } = used;
    const second = await regenerate(used, { slot: 'primary', graceHours: 24 });
    const third = await regenerate(used, { slot: 'primary', graceHours: 24 });
    expect(await working(core, values.primary, second, third)).toEqual([false, true, true]);
    const fourth = await regenerate(used, { slot: 'primary', graceHours: 0 });
    expect(await working(core, values.primary, second, third, fourth)).toEqual([false, false, false, true]);
    const ended = await revocationsOf(core, used.setId);
    expect(ended.map(({ validUntil }) => validUntil === null)).toEqual([false, true, false, true, true]);
  });

  it('that was ended while the set was expired does not come back with the set', async () => {
    const used = await fresh();
    const { core, environment, setId, values } = used;
    await regenerate(used, { slot: 'primary', graceHours: 24 });
    await core.keySets.change(anywhere(setId), { expiresAt: '2026-11-23T11:00:00Z' }, aTest);
    environment.advance(hour);
    await regenerate(used, { slot: 'primary' });
    await core.keySets.change(anywhere(setId), { expiresAt: null }, aTest);
    expect(await working(core, values.primary)).toEqual([false]);
  });

  it.each([-1, 168.01, Number.NaN])('is refused for %d hours', async (graceHours) => {
    const used = await fresh();
    await expect(regenerate(used, { slot: 'primary', graceHours })).rejects.toMatchObject({ code: 'invalid' });
    expect(await working(used.core, used.values.primary)).toEqual([true]);
  });
});

onEveryStore('the gate before regenerating', (store) => {
  const fresh = sharedStore(store);

  it('is passed freely with first values, then only when the other value was used', async () => {
    const used = await fresh();
    const { core, setId } = used;
    await regenerate(used, { slot: 'secondary' });
    await expect(regenerate(used, { slot: 'primary' })).rejects.toMatchObject({
      code: 'gate',
      message: expect.stringContaining('The primary slot cannot be regenerated yet: the newest secondary value'),
      facts: { slot: 'primary' },
    });
    expect(await working(core, used.values.primary)).toEqual([true]);
    await noteUse(core, setId, 'secondary');
    const primary = await regenerate(used, { slot: 'primary' });
    expect(await working(core, used.values.primary, primary)).toEqual([false, true]);
    await expect(regenerate(used, { slot: 'secondary' })).rejects.toMatchObject({ code: 'gate' });
  });

  it('lets a slot be done again that was lost on its way: the other one still works', async () => {
    const used = await fresh();
    await regenerate(used, { slot: 'secondary' });
    await regenerate(used, { slot: 'secondary' });
    expect(await working(used.core, used.values.primary)).toEqual([true]);
  });

  it('knows a use that is not written yet', async () => {
    const used = await fresh();
    const { core } = used;
    const secondary = await regenerate(used, { slot: 'secondary' });
    const key = await core.keyVerifier.verify(secondary);
    core.keyUsage.record(key?.valueId ?? '', 'GET /a-test', {});
    expect(await working(core, await regenerate(used, { slot: 'primary' }))).toEqual([true]);
  });

  it('keeps two custodians from regenerating both slots at the same moment', async () => {
    const used = await fresh();
    const outcomes = await Promise.allSettled([
      regenerate(used, { slot: 'primary' }),
      regenerate(used, { slot: 'secondary' }),
    ]);
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    const { primary, secondary } = used.values;
    expect((await working(used.core, primary, secondary)).toSorted()).toEqual([false, true]);
  });

  it('can be overridden, which the trail shows, and only where it was closed', async () => {
    const used = await fresh();
    const { core, setId } = used;
    await regenerate(used, { slot: 'secondary', override: true });
    await regenerate(used, { slot: 'primary', override: true });
    const gates = (await recordsOf(core, setId)).map(({ details }) => details.gate);
    expect(gates).toEqual([undefined, undefined, expect.stringContaining('overridden: the newest secondary value')]);
  });
});
