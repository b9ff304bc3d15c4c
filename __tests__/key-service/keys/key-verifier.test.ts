import { randomBytes } from 'node:crypto';
import { jest } from '@jest/globals';
import type { CompiledQuery } from 'kysely';
import { formatKey } from '../../../src/contract/key-format.ts';
import type { PreparedRead, PreparingAdapter } from '../../../src/key-service/store/prepared-read.ts';
import type { Database } from '../../../src/key-service/store/schema.ts';
import { sharedStore } from '../support/core.ts';
import { anywhere, aTest } from '../support/custodian.ts';
import { onEveryStore } from '../support/stores.ts';

/** What each prepared read finds from now on. */
function readsOf(db: Database): ('a value' | 'nothing')[] {
  const found: ('a value' | 'nothing')[] = [];
  const adapter = db.getExecutor().adapter as PreparingAdapter;
  const prepare = adapter.prepareRead.bind(adapter) as (query: CompiledQuery) => PreparedRead<unknown>;
  const telling = (query: CompiledQuery): PreparedRead<unknown> => {
    const read = prepare(query);
    return async (parameters) => {
      const row = await read(parameters);
      found.push(row === undefined ? 'nothing' : 'a value');
      return row;
    };
  };
  jest.spyOn(adapter, 'prepareRead').mockImplementation(telling as typeof adapter.prepareRead);
  return found;
}

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

  it('takes the same reads for all that are refused: one that finds a value, and one that finds none', async () => {
    const { core, environment, systemId } = await fresh();
    const dead = async (label: string, kill: (set: ReturnType<typeof anywhere>) => Promise<unknown>) => {
      const { id, values } = await core.keySets.create({ scope: 'system', systemId }, { label }, aTest);
      await kill(anywhere(id));
      return values.primary;
    };
    const refused = [
      await dead('Old', (set) => core.keySets.revoke(set, { confirm: 'Old' }, aTest)),
      await dead('Paused', (set) => core.keySets.disable(set, {}, aTest)),
      await dead('Rotated', (set) => core.keySets.regenerate(set, { slot: 'primary', confirm: 'Rotated' }, aTest)),
      await dead('Short', (set) => core.keySets.change(set, { expiresAt: '2026-11-23T10:00:01Z' }, aTest)),
      formatKey('system', randomBytes(32)),
    ];
    environment.advance(1000);
    const reads = readsOf(core.db);
    // The first unknown key looks for a value that the others can find.
    await core.keyVerifier.judge(formatKey('system', randomBytes(32)));
    for (const key of refused) {
      reads.length = 0;
      expect(await core.keyVerifier.verify(key)).toBeUndefined();
      expect(reads.toSorted()).toEqual(['a value', 'nothing']);
    }
  });
});
