import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { KeySlot } from '../../../src/contract/key-slot.ts';
import { serviceChain } from '../../../src/key-service/audit/audit-record.ts';
import type { Revocation } from '../../../src/key-service/audit/revocation.ts';
import type { KeyServiceCore, StoreOptions } from '../../../src/key-service/key-service-core.ts';
import type { Tables } from '../../../src/key-service/store/schema.ts';
import { aTest } from '../support/custodian.ts';
import { testEnvironment } from '../support/environment.ts';
import { onEveryStore } from '../support/stores.ts';
import { copyOf, openCore, revoke } from './support.ts';

const pathOf = ({ dataFolder }: StoreOptions) => join(dataFolder, 'revocations.log');

const threePermissions = ['read-catalog-items', 'deploy-catalog-versions', 'add-dataminer-system'];

/** An organization with a key set, a token, and a user who is signed in, in a store that nobody has open. */
async function everything(core: KeyServiceCore) {
  const { db, environment } = core;
  const now = environment.now();
  const { id: organizationId } = await core.organizations.create('Example', aTest);
  const set = await core.keySets.create(
    { scope: 'organization', organizationId },
    { label: 'GitHub', permissions: threePermissions },
    aTest,
  );
  const values = await db.selectFrom('key_values').select(['id', 'slot']).execute();
  const valueIdOf = (slot: KeySlot) => values.find((value) => value.slot === slot)?.id ?? '';
  const token = await core.tokens.create(
    organizationId,
    { name: 'CI', role: 'admin' },
    { role: 'owner', initiator: aTest },
  );
  const userId = randomUUID();
  const user: Tables['users'] = {
    id: userId,
    email: `${userId}@example.com`,
    name: 'Jane',
    password_hash: 'the old one',
    password_changed_at: now,
    created_at: now,
    last_seen_at: null,
  };
  await db.insertInto('users').values(user).execute();
  const place = { organization_id: organizationId, system_id: null, scope_id: organizationId };
  await db
    .insertInto('roles')
    .values({ user_id: userId, role: 'admin', created_at: now, ...place })
    .execute();
  const session = { digest: Buffer.from(userId), user_id: userId, created_at: now, last_seen_at: now };
  await db.insertInto('sessions').values(session).execute();
  const ids = { organizationId, setId: set.id, tokenId: token.id, userId };
  return { ...ids, primary: valueIdOf('primary'), secondary: valueIdOf('secondary') };
}

type Everything = Awaited<ReturnType<typeof everything>>;

onEveryStore('the revocation log', (store) => {
  /** A database with {@link everything}, of which a copy was made before things were revoked, and which the copy replaced. */
  async function restored(revocations: (ids: Everything) => readonly Revocation[]) {
    const environment = testEnvironment();
    const options = await store.fresh();
    const core = await openCore(options, environment);
    const ids = await everything(core);
    await core.close();
    const putBack = await copyOf(options);
    const again = await openCore(options, environment);
    await revoke(again, ids.organizationId, ...revocations(ids));
    await again.close();
    environment.advance(60_000);
    const restoredOptions = await putBack();
    return { ids, options: restoredOptions, environment, core: await openCore(restoredOptions, environment) };
  }

  async function setOf({ db }: KeyServiceCore, { setId }: Everything) {
    return await db.selectFrom('key_sets').selectAll().where('id', '=', setId).executeTakeFirstOrThrow();
  }

  async function rowOfValue({ db }: KeyServiceCore, id: string) {
    return await db.selectFrom('key_values').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
  }

  async function roleOf({ db }: KeyServiceCore, { userId }: Everything) {
    const row = await db.selectFrom('roles').select('role').where('user_id', '=', userId).executeTakeFirst();
    return row?.role;
  }

  async function replays({ db }: KeyServiceCore) {
    const rows = await db
      .selectFrom('audit_records')
      .select(['organization_id', 'details'])
      .where('operation', '=', 'revocations.replayed')
      .orderBy('position')
      .execute();
    return Object.fromEntries(rows.map((row) => [row.organization_id, JSON.parse(row.details)]));
  }

  describe('when an older copy of the database is restored', () => {
    it('ends revoked sets again, their values with them', async () => {
      const { core, ids } = await restored(({ setId }) => [{ kind: 'set-revoked', setId }]);
      expect(await setOf(core, ids)).toMatchObject({ state: 'revoked', wrapped_data_key: null, version: 2 });
      for (const id of [ids.primary, ids.secondary]) {
        expect(await rowOfValue(core, id)).toMatchObject({ state: 'revoked', sealed: null, valid_until: null });
      }
    });

    it('ends replaced values again, and leaves the other slot alone', async () => {
      const { core, ids } = await restored(({ primary }) => [
        { kind: 'value-ended', valueId: primary, validUntil: null },
      ]);
      expect(await rowOfValue(core, ids.primary)).toMatchObject({ state: 'replaced', valid_until: null, sealed: null });
      expect(await rowOfValue(core, ids.secondary)).toMatchObject({ state: 'current', sealed: expect.anything() });
      expect(await setOf(core, ids)).toMatchObject({ version: 2, changed_by: 'key service' });
    });

    it('keeps the grace of a replaced value, as it was in the end', async () => {
      const { core, ids } = await restored(({ primary, secondary }) => [
        { kind: 'value-ended', valueId: primary, validUntil: 5_000 },
        { kind: 'value-ended', valueId: secondary, validUntil: 9_000 },
        { kind: 'value-ended', valueId: secondary, validUntil: null },
      ]);
      expect(await rowOfValue(core, ids.primary)).toMatchObject({ state: 'replaced', valid_until: 5_000 });
      expect(await rowOfValue(core, ids.secondary)).toMatchObject({ state: 'replaced', valid_until: null });
    });

    it('disables sets, shortens their lives and narrows their permissions again', async () => {
      const { core, ids } = await restored(({ setId }) => [
        { kind: 'set-state', setId, state: 'disabled' },
        { kind: 'set-expiry', setId, expiresAt: 7_000 },
        {
          kind: 'set-permissions',
          setId,
          permissions: ['add-dataminer-system', 'retrieve-usage-data', 'read-catalog-items'],
        },
      ]);
      expect(await setOf(core, ids)).toMatchObject({
        state: 'disabled',
        expires_at: 7_000,
        permissions: '["read-catalog-items","add-dataminer-system"]',
      });
    });

    it('ends tokens again', async () => {
      const { core, ids } = await restored(({ tokenId }) => [{ kind: 'token-revoked', tokenId }]);
      const token = await core.db.selectFrom('tokens').select('revoked_at').executeTakeFirstOrThrow();
      expect(token.revoked_at).not.toBeNull();
      expect((await replays(core))[ids.organizationId]).toEqual({ 'token-revoked': '1' });
    });

    it.each([['member' as const], [null]])('lowers roles again: %s', async (role) => {
      const { core, ids } = await restored(({ userId, organizationId }) => [
        { kind: 'role', userId, scopeId: organizationId, role },
      ]);
      expect(await roleOf(core, ids)).toBe(role ?? undefined);
    });

    it('lets no password in that was replaced, nor any other until a new one is set', async () => {
      const { core, ids, environment } = await restored(({ userId }) => [
        { kind: 'password', userId, changedAt: testEnvironment().now() + 1 },
      ]);
      const user = await core.db.selectFrom('users').selectAll().executeTakeFirstOrThrow();
      expect(user.password_hash).not.toBe('the old one');
      expect(user.password_changed_at).toBeLessThan(environment.now());
      expect(Object.keys(await replays(core))).toContain(ids.organizationId);
    });

    it('signs everybody out', async () => {
      const { core } = await restored(({ setId }) => [{ kind: 'set-revoked', setId }]);
      expect(await core.db.selectFrom('sessions').selectAll().execute()).toEqual([]);
    });

    it('gives nothing back that the copy does not have', async () => {
      const { core, ids } = await restored(({ setId, primary, userId, organizationId }) => [
        { kind: 'set-state', setId, state: 'disabled' },
        { kind: 'set-state', setId, state: 'active' },
        { kind: 'set-permissions', setId, permissions: ['read-catalog-items'] },
        { kind: 'set-permissions', setId, permissions: [...threePermissions, 'retrieve-usage-data'] },
        { kind: 'set-expiry', setId, expiresAt: 1 },
        { kind: 'set-expiry', setId, expiresAt: null },
        { kind: 'role', userId, scopeId: organizationId, role: 'owner' },
        { kind: 'password', userId, changedAt: 1 },
        { kind: 'value-ended', valueId: randomUUID(), validUntil: null },
        { kind: 'token-revoked', tokenId: primary },
      ]);
      expect(await setOf(core, ids)).toMatchObject({
        state: 'active',
        permissions: JSON.stringify(threePermissions),
        expires_at: null,
        version: 1,
      });
      expect(await roleOf(core, ids)).toBe('admin');
      const user = await core.db.selectFrom('users').select('password_hash').executeTakeFirstOrThrow();
      expect(user.password_hash).toBe('the old one');
      expect(await replays(core)).toEqual({ [serviceChain]: { lines: '10', sessions: '1' } });
    });

    it('tells each organization what was ended again, once', async () => {
      const { core, ids, options, environment } = await restored(({ setId, primary, secondary }) => [
        { kind: 'value-ended', valueId: primary, validUntil: null },
        { kind: 'value-ended', valueId: secondary, validUntil: null },
        { kind: 'set-state', setId, state: 'disabled' },
      ]);
      const expected = {
        [ids.organizationId]: { 'value-ended': '2', 'set-state': '1' },
        [serviceChain]: { lines: '3', sessions: '1' },
      };
      expect(await replays(core)).toEqual(expected);
      await core.db.deleteFrom('sessions').execute();
      await core.close();
      const again = await openCore(options, environment);
      expect(await replays(again)).toEqual(expected);
      expect(await setOf(again, ids)).toMatchObject({ version: 4 });
    });

    it('still does so after a second restore of the same copy, with what came in between', async () => {
      const environment = testEnvironment();
      const options = await store.fresh();
      const core = await openCore(options, environment);
      const ids = await everything(core);
      await core.close();
      const first = await copyOf(options);
      const second = await copyOf(options);
      const before = await openCore(options, environment);
      await revoke(before, ids.organizationId, { kind: 'value-ended', valueId: ids.primary, validUntil: null });
      await before.close();
      const between = await openCore(await first(), environment);
      await revoke(between, ids.organizationId, { kind: 'value-ended', valueId: ids.secondary, validUntil: null });
      await between.close();
      const after = await openCore(await second(), environment);
      expect(await rowOfValue(after, ids.primary)).toMatchObject({ state: 'replaced' });
      expect(await rowOfValue(after, ids.secondary)).toMatchObject({ state: 'replaced' });
    });
  });

  describe('when a process crashed', () => {
    const ended = (tokenId: string): Revocation => ({ kind: 'token-revoked', tokenId });

    it('between change and log, gets the line at the next start', async () => {
      const options = await store.fresh();
      const core = await openCore(options);
      await core.db.transaction().execute((transaction) => core.revocationLog.note(transaction, [ended('a token')]));
      await core.close();
      expect(await readFile(pathOf(options), 'utf8')).not.toContain('a token');
      await (await openCore(options)).close();
      expect(await readFile(pathOf(options), 'utf8')).toContain('a token');
    });

    it('between log and database, replays nothing and repeats no line', async () => {
      const options = await store.fresh();
      const core = await openCore(options);
      await revoke(core, randomUUID(), ended('a token'));
      await core.db.updateTable('revocations').set({ logged_at: null }).where('position', '>', 1).execute();
      await core.close();
      const again = await openCore(options);
      expect(await replays(again)).toEqual({});
      const unlogged = await again.db.selectFrom('revocations').where('logged_at', 'is', null).selectAll().execute();
      expect(unlogged).toEqual([]);
      expect((await readFile(pathOf(options), 'utf8')).match(/a token/g)).toHaveLength(1);
    });

    it('in the middle of a line, gets that line whole', async () => {
      const options = await store.fresh();
      const core = await openCore(options);
      await revoke(core, randomUUID(), ended('a token'));
      await core.db.updateTable('revocations').set({ logged_at: null }).where('position', '>', 1).execute();
      await core.close();
      const whole = await readFile(pathOf(options));
      await truncate(pathOf(options), whole.length - 30);
      await (await openCore(options)).close();
      expect(await readFile(pathOf(options))).toEqual(whole);
    });
  });

  it('gets the lines of several processes in the order of the changes', async () => {
    const options = await store.fresh();
    const cores = [await openCore(options), await openCore(options)];
    await Promise.all(
      Array.from({ length: 30 }, (_, index) =>
        revoke(cores[index % 2] as KeyServiceCore, randomUUID(), { kind: 'token-revoked', tokenId: `token ${index}` }),
      ),
    );
    const rows = await (cores[0] as KeyServiceCore).db
      .selectFrom('revocations')
      .select('id')
      .orderBy('position')
      .execute();
    const lines = (await readFile(pathOf(options), 'utf8')).trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line).entry.id)).toEqual(rows.map(({ id }) => id));
    expect(rows.length).toBeGreaterThanOrEqual(31);
  });

  describe('keeps the service from starting', () => {
    async function used() {
      const options = await store.fresh();
      const core = await openCore(options);
      const { organizationId, tokenId, setId } = await everything(core);
      await revoke(core, organizationId, { kind: 'token-revoked', tokenId });
      await revoke(core, organizationId, { kind: 'set-state', setId, state: 'disabled' });
      await core.close();
      const lines = (await readFile(pathOf(options), 'utf8')).trimEnd().split('\n');
      const write = (some: readonly string[]) => writeFile(pathOf(options), some.map((line) => `${line}\n`).join(''));
      return { options, lines, write };
    }

    const locked = (why: string) => ({
      code: 'audit',
      message: expect.stringContaining(why),
      next: expect.stringContaining('admin accept-revocation-log-loss'),
    });

    it('when it is missing', async () => {
      const { options } = await used();
      await rm(pathOf(options));
      await expect(openCore(options)).rejects.toMatchObject(locked('it is missing'));
    });

    it('when it is shorter than the database knows it', async () => {
      const { options, lines, write } = await used();
      await write(lines.slice(0, -1));
      await expect(openCore(options)).rejects.toMatchObject(locked('it lacks what the database wrote to it last'));
    });

    it('when a line of it was changed', async () => {
      const { options, lines, write } = await used();
      await write(lines.map((line) => line.replace('token-revoked', 'token-restored')));
      await expect(openCore(options)).rejects.toMatchObject(locked('line 2 cannot be trusted'));
    });

    it('when it cannot be read', async () => {
      const { options } = await used();
      await rm(pathOf(options));
      await mkdir(pathOf(options));
      await expect(openCore(options)).rejects.toMatchObject(locked('EISDIR'));
    });

    it('until the operator accepts its loss; what could still be read counts, and the new log has all that the database knows', async () => {
      const { options, lines, write } = await used();
      await write([...lines.slice(0, 2), 'damaged', ...lines.slice(2)]);
      const lossOfRevocationLogAcceptedBy = aTest;
      const core = await openCore({ ...options, lossOfRevocationLogAcceptedBy });
      const accepted = await core.db
        .selectFrom('audit_records')
        .select(['initiator_name', 'organization_id'])
        .where('operation', '=', 'revocations.loss-accepted')
        .execute();
      expect(accepted).toHaveLength(2);
      await core.close();
      await (await openCore(options)).close();
      const renewed = await readFile(pathOf(options), 'utf8');
      expect(renewed).toMatch(/log-opened.*\n.*token-revoked.*\n.*set-state.*\n.*log-opened.*\n$/);
      const aside = (await readdir(options.dataFolder)).filter((name) => name.startsWith('revocations.log.lost-'));
      expect(aside).toHaveLength(1);
      expect(await readFile(join(options.dataFolder, aside[0] ?? ''), 'utf8')).toContain('damaged');
    });

    it('not when nobody has used it yet', async () => {
      await expect(openCore(await store.fresh())).resolves.toBeDefined();
    });
  });
});
