import { isWellFormedKey, isWellFormedToken } from '../../../src/contract/key-format.ts';
import type { NewToken } from '../../../src/contract/management/users.ts';
import type { Actor } from '../../../src/key-service/access/actor.ts';
import { usedCore } from '../support/core.ts';
import { revocationsIn } from '../support/custodian.ts';
import { tester, testPassword, userWith } from '../support/management.ts';
import { recordsWith } from '../support/records.ts';
import { onEveryStore } from '../support/stores.ts';

onEveryStore('an API token', (store) => {
  async function made(given: Partial<NewToken> = {}) {
    const used = await usedCore(store);
    const create = (over = given, actor: Actor = tester) =>
      used.core.tokens.create(used.organizationId, { name: 'rotation', role: 'admin', ...over }, actor);
    return { ...used, tokens: used.core.tokens, create, token: await create() };
  }

  it('is shown once, in a format of its own, and then only by its end', async () => {
    const { core, tokens, organizationId, token } = await made();
    expect(isWellFormedToken(token.token)).toBe(true);
    expect(isWellFormedKey(token.token)).toBe(false);
    expect(token.masked).toBe(`dmt1_…${token.token.slice(-4)}`);
    const { items } = await tokens.list(organizationId, {});
    expect(items).toEqual([{ ...token, token: undefined }]);
    expect(JSON.stringify(await core.db.selectFrom('tokens').selectAll().execute())).not.toContain(token.token);
  });

  it('is its organization’s, with its role', async () => {
    const { tokens, organizationId, token } = await made();
    expect(await tokens.use(token.token)).toEqual({
      type: 'token',
      id: token.id,
      name: 'rotation',
      organizationId,
      role: 'admin',
    });
  });

  it('works until its end', async () => {
    const { tokens, organizationId, environment, token } = await made({ expiresAt: '2026-11-23T11:00:00Z' });
    environment.advance(60 * 60_000 - 1);
    expect(await tokens.use(token.token)).toBeDefined();
    environment.advance(1);
    expect(await tokens.use(token.token)).toBeUndefined();
    expect((await tokens.list(organizationId, {})).items).toMatchObject([{ state: 'expired' }]);
  });

  it('never works again after it was revoked, which can be repeated', async () => {
    const { core, tokens, organizationId, token } = await made();
    await tokens.revoke(organizationId, token.id.toUpperCase(), tester);
    await tokens.revoke(organizationId, token.id, tester);
    expect(await tokens.use(token.token)).toBeUndefined();
    expect((await tokens.list(organizationId, {})).items).toMatchObject([{ id: token.id, state: 'revoked' }]);
    expect(await revocationsIn(core)).toEqual([{ kind: 'token-revoked', tokenId: token.id }]);
    expect(await recordsWith(core, 'token.created', 'token.revoked')).toMatchObject([
      { organization: organizationId, operation: 'token.created', subject: 'rotation', details: { role: 'admin' } },
      { organization: organizationId, operation: 'token.revoked', subject: 'rotation', initiator: 'a test' },
    ]);
  });

  it('is revoked by its own organization only', async () => {
    const { core, tokens, token } = await made();
    const other = await core.organizations.create('Other', tester.initiator);
    await expect(tokens.revoke(other.id, token.id, tester)).rejects.toMatchObject({ code: 'not-found' });
    expect(await tokens.use(token.token)).toBeDefined();
  });

  it.each<[string, (value: string) => string]>([
    ['cut off', (value) => value.slice(0, -1)],
    ['mistyped', (value) => value.replace(/.{6}$/, 'AAAAAA')],
    ['a key', () => 'dms1_00000000000000000000000000000000000000000000000000'],
    ['empty', () => ''],
  ])('does not work when it is %s', async (_what, changed) => {
    const { tokens, token } = await made();
    expect(await tokens.use(changed(token.token))).toBeUndefined();
  });

  it('remembers when it was last used, soon', async () => {
    const { tokens, organizationId, environment, token } = await made();
    environment.advance(5000);
    await tokens.use(token.token);
    expect((await tokens.list(organizationId, {})).items).toMatchObject([{ lastUsedAt: null }]);
    await tokens.flush();
    expect((await tokens.list(organizationId, {})).items).toMatchObject([{ lastUsedAt: '2026-11-23T10:00:05.000Z' }]);
  });

  it('is listed by pages, newest first', async () => {
    const { tokens, organizationId, environment, create, token } = await made();
    const created = [token.id];
    for (let count = 0; count < 4; count++) {
      if (count % 2 === 0) environment.advance(1000);
      created.push((await create()).id);
    }
    const first = await tokens.list(organizationId, { limit: '3' });
    const second = await tokens.list(organizationId, { limit: '3', cursor: first.next ?? '' });
    expect([first.items.length, second.items.length, second.next]).toEqual([3, 2, null]);
    const listed = [...first.items, ...second.items];
    expect(listed.map(({ id }) => id).sort()).toEqual(created.toSorted());
    expect(listed.map(({ createdAt }) => createdAt)).toEqual(
      listed
        .map(({ createdAt }) => createdAt)
        .toSorted()
        .reverse(),
    );
  });

  it('holds no role above that of whoever makes it, or ends it', async () => {
    const { tokens, organizationId, create } = await made();
    const admin: Actor = { ...tester, role: 'admin' };
    await expect(create({ role: 'owner' }, admin)).rejects.toMatchObject({ code: 'forbidden' });
    expect(await create({ role: 'admin' }, admin)).toMatchObject({ role: 'admin', createdBy: 'a test' });
    const { id } = await create({ role: 'owner' });
    await expect(tokens.revoke(organizationId, id, admin)).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('that ends makes none that outlives it', async () => {
    const { create, token } = await made({ expiresAt: '2026-12-01T00:00:00Z' });
    const itself: Actor = { role: 'admin', initiator: { type: 'token', id: token.id, name: token.name } };
    await expect(create({ expiresAt: '2026-12-01T00:00:00.001Z' }, itself)).rejects.toMatchObject({
      code: 'forbidden',
    });
    await expect(create({ name: 'for ever' }, itself)).rejects.toMatchObject({ code: 'forbidden' });
    expect(await create({ expiresAt: '2026-12-01T00:00:00Z' }, itself)).toBeDefined();
  });

  it('that ends gives nobody a role, which would outlive it, but takes roles away', async () => {
    const used = await made({ expiresAt: '2026-12-01T00:00:00Z' });
    const { users } = used.core;
    const place = { organizationId: used.organizationId, systemId: null };
    const itself: Actor = { role: 'admin', initiator: { type: 'token', id: used.token.id, name: used.token.name } };
    const newcomer = { email: 'mallory@example.com', role: 'admin', name: 'Mallory', password: testPassword } as const;
    await expect(users.add(place, newcomer, itself)).rejects.toMatchObject({ code: 'forbidden' });
    const id = await userWith(used, 'member');
    await expect(users.change(place, id, { role: 'admin' }, itself)).rejects.toMatchObject({ code: 'forbidden' });
    await users.change(place, await userWith(used, 'admin'), { role: 'member' }, itself);
    await users.remove(place, id, itself);
    const lasting = await used.create({ name: 'lasting' });
    const other: Actor = { role: 'admin', initiator: { type: 'token', id: lasting.id, name: lasting.name } };
    expect(await users.add(place, newcomer, other)).toMatchObject({ role: 'admin' });
  });

  it.each<[string, (used: Awaited<ReturnType<typeof made>>) => unknown]>([
    ['was revoked', ({ tokens, organizationId, token }) => tokens.revoke(organizationId, token.id, tester)],
    ['ended', ({ environment }) => environment.advance(60 * 60_000)],
  ])('that %s while its request was under way changes nothing any more', async (_what, end) => {
    const used = await made({ expiresAt: '2026-11-23T11:00:00Z' });
    const { core, tokens, organizationId, token, create } = used;
    const another = await create({ name: 'another', expiresAt: '2026-11-25T00:00:00Z' });
    await end(used);
    const itself: Actor = { role: 'admin', initiator: { type: 'token', id: token.id, name: token.name } };
    const given = { email: 'mallory@example.com', role: 'member', name: 'Mallory', password: testPassword } as const;
    for (const change of [
      () => create({ name: 'successor', expiresAt: '2026-11-23T11:30:00Z' }, itself),
      () => tokens.revoke(organizationId, another.id, itself),
      () => core.users.add({ organizationId, systemId: null }, given, itself),
    ]) {
      await expect(change()).rejects.toMatchObject({ code: 'forbidden' });
    }
  });

  it.each<[string, Partial<NewToken>]>([
    ['a name that is none', { name: ' ' }],
    ['an end in the past', { expiresAt: '2020-01-01T00:00:00Z' }],
    ['an end that is no time', { expiresAt: 'tomorrow' }],
  ])('is not made with %s', async (_what, given) => {
    const { create } = await made();
    await expect(create(given)).rejects.toMatchObject({ code: 'invalid' });
  });

  it('is not made for an organization that is not there', async () => {
    const { tokens } = await made();
    const given = { name: 'x', role: 'member' } as const;
    await expect(tokens.create('none', given, tester)).rejects.toMatchObject({ code: 'not-found' });
  });
});
