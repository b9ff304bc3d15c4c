import { sharedStore } from '../support/core.ts';
import { anywhere, aTest } from '../support/custodian.ts';
import { onEveryStore } from '../support/stores.ts';

onEveryStore('checking a key', (store) => {
  const fresh = sharedStore(store);

  it('lets no text work that is missing, not made like a key, or nobody’s', async () => {
    const { core, values } = await fresh();
    const mistyped = values.primary.slice(0, -1) + (values.primary.endsWith('0') ? '1' : '0');
    for (const text of [undefined, '', 'x', `${values.primary}0`, values.primary.slice(0, -1), mistyped]) {
      expect(await core.keyVerifier.judge(text)).toEqual({ result: 'malformed' });
      expect(await core.keyVerifier.verify(text)).toBeUndefined();
    }
    const elsewhere = await sharedStore(store)();
    expect(await core.keyVerifier.judge(elsewhere.values.primary)).toMatchObject({ result: 'unknown' });
    expect(await core.keyVerifier.verify(elsewhere.values.primary)).toBeUndefined();
  });

  it('knows why a dead one does not work, for the trail alone', async () => {
    const { core, environment, setId, values } = await fresh();
    const set = anywhere(setId);
    const judged = async () => await core.keyVerifier.judge(values.primary);
    expect(await judged()).toMatchObject({ result: 'accepted', key: { setId, slot: 'primary' } });
    await core.keySets.change(set, { expiresAt: '2026-11-23T10:00:01Z' }, aTest);
    environment.advance(1000);
    expect(await judged()).toMatchObject({ result: 'dead', cause: 'expired' });
    await core.keySets.disable(set, {}, aTest);
    expect(await judged()).toMatchObject({ result: 'dead', cause: 'disabled' });
    await core.keySets.enable(set, {}, aTest);
    await core.keySets.change(set, { expiresAt: null }, aTest);
    await core.keySets.regenerate(set, { slot: 'primary', confirm: 'GitHub' }, aTest);
    expect(await judged()).toMatchObject({ result: 'dead', cause: 'replaced' });
    await core.keySets.revoke(set, { confirm: 'GitHub' }, aTest);
    expect(await judged()).toMatchObject({ result: 'dead', cause: 'revoked' });
    expect(await core.keyVerifier.verify(values.primary)).toBeUndefined();
  });
});
