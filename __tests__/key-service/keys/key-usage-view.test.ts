import { Check } from 'typebox/value';
import { KeySetUsage } from '../../../src/contract/management/keys.ts';
import type { KeyServiceCore } from '../../../src/key-service/key-service-core.ts';
import { sharedStore } from '../support/core.ts';
import { anywhere, aTest } from '../support/custodian.ts';
import { onEveryStore } from '../support/stores.ts';

/** Uses a value as a call to the service would. */
async function use({ keyVerifier, keyUsage }: KeyServiceCore, value: string, repository?: string): Promise<void> {
  const key = await keyVerifier.verify(value);
  keyUsage.record(key?.valueId ?? '', 'GET /a-test', repository === undefined ? {} : { repository });
}

onEveryStore('the usage of a key set', (store) => {
  const fresh = sharedStore(store);

  it('tells of each slot how often and by whom its value was used, and whether it may be regenerated', async () => {
    const { core, environment, setId, values } = await fresh();
    await use(core, values.primary, 'acme/old');
    environment.advance(1000);
    await use(core, values.primary, 'acme/scripts');
    const usage = await core.keySets.usage(anywhere(setId));
    expect(Check(KeySetUsage, usage)).toBe(true);
    expect(usage.slots.primary).toMatchObject({
      count: 2,
      lastUsedAt: '2026-11-23T10:00:01.000Z',
      lastRoute: 'GET /a-test',
      callers: [{ repository: 'acme/scripts', workflow: null, count: 1 }, { repository: 'acme/old' }],
      previous: null,
    });
    expect(usage.slots.secondary).toEqual({
      count: 0,
      lastUsedAt: null,
      lastRoute: null,
      callers: [],
      previous: null,
      gate: { open: true, reason: null },
    });
  });

  it('keeps the old value apart from the new one while its grace lasts', async () => {
    const { core, environment, setId, values } = await fresh();
    await use(core, values.primary, 'acme/scripts');
    const wanted = { slot: 'primary', confirm: 'GitHub', graceHours: 1 } as const;
    const { value } = await core.keySets.regenerate(anywhere(setId), wanted, aTest);
    await use(core, values.primary, 'acme/scripts');
    const during = await core.keySets.usage(anywhere(setId));
    expect(during.slots).toMatchObject({
      primary: {
        count: 0,
        previous: { count: 2, validUntil: '2026-11-23T11:00:00.000Z', callers: [{ repository: 'acme/scripts' }] },
        gate: { open: true },
      },
      secondary: { gate: { open: false, reason: expect.stringContaining('the newest primary value') } },
    });
    environment.advance(3_600_000);
    await use(core, value);
    const after = await core.keySets.usage(anywhere(setId));
    expect(after.slots).toMatchObject({
      primary: { count: 1, callers: [{ repository: null }], previous: null },
      secondary: { gate: { open: true } },
    });
  });

  it('shows the most recent callers only, when there are very many', async () => {
    const { core, environment, setId, values } = await fresh();
    const key = await core.keyVerifier.verify(values.primary);
    const rows = Array.from({ length: 60 }, (_, index) => ({
      value_id: key?.valueId ?? '',
      repository: `acme/${index}`,
      workflow: 'deploy',
      count: 1,
      first_used_at: environment.now(),
      last_used_at: environment.now() + index,
      last_route: 'GET /a-test',
    }));
    await core.db.insertInto('key_usage').values(rows).execute();
    const { callers } = (await core.keySets.usage(anywhere(setId))).slots.primary;
    expect(callers).toHaveLength(50);
    expect(callers[0]).toMatchObject({ repository: 'acme/59', workflow: 'deploy' });
  });
});
