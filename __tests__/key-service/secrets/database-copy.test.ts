import { jest } from '@jest/globals';
import { type KeyServiceCore, openKeyServiceCore } from '../../../src/key-service/key-service-core.ts';
import type { Tables } from '../../../src/key-service/store/schema.ts';
import { afterwards } from '../support/cleanup.ts';
import { type UsedCore, usedCore } from '../support/core.ts';
import { anywhere, aTest } from '../support/custodian.ts';
import { secretsNow } from '../support/sealed-values.ts';
import { onEveryStore } from '../support/stores.ts';

// PostgreSQL may have to be started first, on a machine that is busy.
jest.setTimeout(60_000);

/** Every byte of every row of the tables that know of keys, as text. */
async function everythingStored({ db }: KeyServiceCore): Promise<string> {
  const tables = ['key_sets', 'key_values', 'key_usage', 'audit_records', 'revocations', 'service_settings'] as const;
  const rows = await Promise.all(tables.map((table) => db.selectFrom(table).selectAll().execute()));
  return rows
    .flat()
    .flatMap((row) => Object.values(row))
    .map((value) => (value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : String(value)))
    .join('\n');
}

onEveryStore('a copy of the database, without pepper and master key', (store) => {
  it('holds no value, however it is written', async () => {
    const { core, setId, values } = await usedCore(store);
    const wanted = { slot: 'primary', confirm: 'GitHub', graceHours: 24 } as const;
    const { value } = await core.keySets.regenerate(anywhere(setId), wanted, aTest);
    const stored = await everythingStored(core);
    expect(stored).toContain(setId);
    for (const key of [...Object.values(values), value]) {
      const forms = ['utf8', 'hex', 'base64'].flatMap((form) => [
        Buffer.from(key)
          .toString(form as BufferEncoding)
          .slice(0, -4),
        Buffer.from(key.slice(5, 48))
          .toString(form as BufferEncoding)
          .slice(0, -4),
      ]);
      expect([...forms, [...key].reverse().join('')].filter((form) => stored.includes(form))).toEqual([]);
    }
  });

  it('does not open with other secrets, and nothing of it does even when it is made to name them', async () => {
    const { core, options, setId, values } = await usedCore(store);
    const thief = await usedCore(store);
    const withThiefsSecrets = { ...options, secretsFolder: thief.core.secretsFolder };
    await expect(openKeyServiceCore(withThiefsSecrets)).rejects.toMatchObject({ code: 'secrets' });

    const { peppers, masterKeys } = await secretsNow(thief.core);
    const { id: masterKeyId } = await masterKeys.current(thief.core.db);
    const ids = { 'pepper-id': peppers.current.id, 'master-key-id': masterKeyId };
    for (const [name, value] of Object.entries(ids)) {
      await core.db.updateTable('service_settings').set({ value }).where('name', '=', name).execute();
    }
    await core.db.updateTable('key_sets').set({ master_key_id: masterKeyId }).execute();
    await core.db.updateTable('key_values').set({ pepper_id: peppers.current.id }).execute();
    const forced = await openKeyServiceCore({ ...withThiefsSecrets, lossOfRevocationLogAcceptedBy: aTest });
    afterwards(() => forced.close());
    for (const slot of ['primary', 'secondary'] as const) {
      expect(await forced.keyVerifier.verify(values[slot])).toBeUndefined();
      await expect(forced.keySets.reveal(anywhere(setId), slot, aTest)).rejects.toMatchObject({ code: 'secrets' });
    }
    await expect(forced.masterKeyRotation.run(aTest, () => undefined)).rejects.toMatchObject({ code: 'secrets' });
  });
});

onEveryStore('a database in which somebody has changed rows', (store) => {
  type Sealed = Pick<Tables['key_values'], 'id' | 'set_id' | 'slot' | 'version' | 'sealed'>;

  async function sealedRows({ db }: KeyServiceCore): Promise<readonly Sealed[]> {
    return await db
      .selectFrom('key_values')
      .select(['id', 'set_id', 'slot', 'version', 'sealed'])
      .where('state', '=', 'current')
      .orderBy('slot')
      .execute();
  }

  /** That the primary value of a set is not given away, nor another one in its place. */
  async function expectNothingRevealed({ core }: UsedCore, setId: string): Promise<void> {
    await expect(core.keySets.reveal(anywhere(setId), 'primary', aTest)).rejects.toMatchObject({
      code: 'secrets',
      message: expect.stringContaining('it was changed, or belongs elsewhere'),
    });
  }

  async function setSealed({ db }: KeyServiceCore, id: string, sealed: Uint8Array | null): Promise<void> {
    await db.updateTable('key_values').set({ sealed }).where('id', '=', id).execute();
  }

  it('does not show the value of another slot', async () => {
    const used = await usedCore(store);
    const [primary, secondary] = await sealedRows(used.core);
    expect([primary?.slot, secondary?.slot]).toEqual(['primary', 'secondary']);
    await setSealed(used.core, primary?.id ?? '', secondary?.sealed ?? null);
    await expectNothingRevealed(used, used.setId);
  });

  it('does not show the value of another set, with or without its data key', async () => {
    const used = await usedCore(store);
    const owner = { scope: 'system', systemId: used.systemId } as const;
    const other = await used.core.keySets.create(owner, { label: 'Other' }, aTest);
    const rows = await sealedRows(used.core);
    const [mine, theirs] = [used.setId, other.id].map((id) => rows.find((row) => row.set_id === id));
    await setSealed(used.core, mine?.id ?? '', theirs?.sealed ?? null);
    await expectNothingRevealed(used, used.setId);

    const { wrapped_data_key } = await used.core.db
      .selectFrom('key_sets')
      .select('wrapped_data_key')
      .where('id', '=', other.id)
      .executeTakeFirstOrThrow();
    await used.core.db.updateTable('key_sets').set({ wrapped_data_key }).where('id', '=', used.setId).execute();
    await expectNothingRevealed(used, used.setId);
  });

  it('does not show a value to another organization', async () => {
    const used = await usedCore(store);
    const { id } = await used.core.organizations.create('Other', aTest);
    const moved = { organization_id: id, system_id: null };
    await used.core.db.updateTable('key_sets').set(moved).where('id', '=', used.setId).execute();
    await expectNothingRevealed(used, used.setId);
  });

  it('does not show an earlier value in place of the current one', async () => {
    const used = await usedCore(store);
    const [before] = await sealedRows(used.core);
    await used.core.keySets.regenerate(anywhere(used.setId), { slot: 'primary', confirm: 'GitHub' }, aTest);
    const [after] = await sealedRows(used.core);
    expect(after?.version).toBe(2);
    await setSealed(used.core, after?.id ?? '', before?.sealed ?? null);
    await expectNothingRevealed(used, used.setId);
  });

  it('does not show a value of which one bit was changed: in its format, nonce, tag or ciphertext', async () => {
    const used = await usedCore(store);
    const [row] = await sealedRows(used.core);
    for (const position of [0, 1, 12, 13, 28, 29, (row?.sealed?.length ?? 0) - 1]) {
      const changed = Buffer.from(row?.sealed ?? []);
      changed[position] = (changed[position] ?? 0) ^ 1;
      await setSealed(used.core, row?.id ?? '', changed);
      await expectNothingRevealed(used, used.setId);
    }
  });

  it('does not show a value whose end was cut off', async () => {
    const used = await usedCore(store);
    const [row] = await sealedRows(used.core);
    for (const length of [0, 1, 28, (row?.sealed?.length ?? 0) - 1]) {
      await setSealed(used.core, row?.id ?? '', Buffer.from(row?.sealed ?? []).subarray(0, length));
      await expectNothingRevealed(used, used.setId);
    }
  });
});
