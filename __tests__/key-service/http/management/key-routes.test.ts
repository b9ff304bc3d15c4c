import { Check } from 'typebox/value';
import { KeySet, KeySetList, type KeySetUsage } from '../../../../src/contract/management/keys.ts';
import { keySetPaths, managementPaths } from '../../../../src/contract/management/paths.ts';
import type { Role } from '../../../../src/contract/management/role.ts';
import { paths } from '../../../../src/contract/paths.ts';
import { anywhere, aTest, recordsOf } from '../../support/custodian.ts';
import { anotherSystem } from '../../support/deployment.ts';
import { api, type Caller, type ManagementAnswer, signIn, tokenFor } from '../../support/management.ts';
import { type RunningService, runningService } from '../../support/service.ts';
import { onEveryStore, sqlite } from '../../support/stores.ts';

const unknownId = '00000000-0000-4000-8000-000000000000';

/** The key sets of the DMS of the test, or of another place, as somebody works with them. */
function keysOf(
  service: RunningService,
  caller: Caller | undefined,
  { base = managementPaths.systemKeys, set = unknownId, ...parts }: Record<string, string> = {},
) {
  const { get, post, patch, delete: remove } = api(service, caller, { set, ...parts });
  const one = base + keySetPaths.keySet;
  return {
    list: (query = '') => get<{ items: KeySet[]; next: string | null }>(base + query),
    create: (body: unknown) => post<KeySet & { values: Record<'primary' | 'secondary', string> }>(base, body),
    view: () => get<KeySet>(one),
    change: (body: unknown) => patch<KeySet>(one, body),
    revoke: (body: unknown) => remove(one, body),
    reveal: (body: unknown) => post<{ value: string }>(base + keySetPaths.reveal, body),
    regenerate: (body: unknown) => post<{ value: string; version: number }>(base + keySetPaths.regenerate, body),
    disable: (body?: unknown) => post<KeySet>(base + keySetPaths.disable, body),
    enable: (body?: unknown) => post<KeySet>(base + keySetPaths.enable, body),
    usage: () => get<KeySetUsage>(base + keySetPaths.usage),
  };
}

type Keys = ReturnType<typeof keysOf>;

/** Everything that can be wanted of key sets: first of all of them, then of one. */
function allOf(keys: Keys): readonly (() => Promise<ManagementAnswer<unknown>>)[] {
  return [
    () => keys.list(),
    () => keys.create({ label: 'New', permissions: ['register-catalog-items'] }),
    keys.view,
    () => keys.change({ label: 'Mine' }),
    () => keys.reveal({ slot: 'primary' }),
    () => keys.regenerate({ slot: 'primary', confirm: 'GitHub' }),
    keys.disable,
    keys.enable,
    keys.usage,
    () => keys.revoke({ confirm: 'GitHub' }),
  ];
}

/** What the key-authenticated endpoints answer to a key. */
async function ask(service: RunningService, key: string): Promise<ManagementAnswer<unknown>> {
  const headers = { 'Ocp-Apim-Subscription-Key': key };
  const answer = await fetch(service.url + paths.keySelf, { headers });
  return { status: answer.status, headers: answer.headers, body: await answer.text() };
}

async function statusesOf(service: RunningService, ...values: readonly string[]): Promise<number[]> {
  return await Promise.all(values.map(async (value) => (await ask(service, value)).status));
}

/** Status and body, and whatever of the head does not change by itself. */
function everything({ status, headers, body }: ManagementAnswer<unknown>) {
  return { status, headers: [...headers].filter(([name]) => name !== 'date'), body };
}

let sets = 0;

/** A new key set of the DMS of the test, and somebody who works with it. */
async function newSet(service: RunningService, role: Role = 'admin') {
  const owner = { scope: 'system', systemId: service.systemId } as const;
  sets += 1;
  const { id, label, values } = await service.core.keySets.create(owner, { label: `Set ${sets}` }, aTest);
  const caller = await signIn(service, role);
  return { id, label, values, caller, keys: keysOf(service, caller, { set: id }) };
}

onEveryStore('key sets over the management API', (store) => {
  let service: RunningService;

  beforeAll(async () => {
    service = await runningService({ store });
  });

  it('are created by an Admin with a label and one permission: two values differ and work', async () => {
    const caller = await signIn(service, 'admin');
    const keys = keysOf(service, caller);
    const { status, headers, body } = await keys.create({ label: 'CI', permissions: ['Deploy packages'] });
    const { values, ...set } = body;
    expect([status, headers.get('cache-control')]).toEqual([201, 'no-store']);
    expect(set).toMatchObject({ label: 'CI', permissions: ['deploy-packages'], createdBy: caller.name });
    expect((await keysOf(service, caller, { set: set.id }).view()).body).toEqual(set);
    expect((await keys.list()).body.items).toContainEqual(set);
    expect(values.primary).not.toBe(values.secondary);
    expect(await statusesOf(service, values.primary, values.secondary)).toEqual([200, 200]);
  });

  it('are found by a part of their label, page by page', async () => {
    const keys = keysOf(service, await signIn(service, 'admin'));
    for (const label of ['Two', 'Twofold']) {
      await keys.create({ label });
      service.environment.advance(1);
    }
    const first = await keys.list('?limit=1&search=TWO');
    expect(Check(KeySetList, first.body)).toBe(true);
    const second = await keys.list(`?limit=1&search=TWO&cursor=${first.body.next}`);
    expect([first, second].map(({ body }) => body.items.map(({ label }) => label))).toEqual([['Two'], ['Twofold']]);
    expect(second.body.next).toBeNull();
    for (const query of ['?limit=201', '?limit=x', '?cursor=x', '?page=2']) {
      expect((await keys.list(query)).status).toBe(400);
    }
  });

  it('are changed, disabled and enabled, and answered as they are then', async () => {
    const { keys, values, caller } = await newSet(service);
    expect((await keys.disable()).body).toMatchObject({ state: 'disabled', version: 2, changedBy: caller.name });
    expect(await statusesOf(service, values.primary, values.secondary)).toEqual([403, 403]);
    expect((await keys.enable({ version: 2 })).body).toMatchObject({ state: 'active', version: 3 });
    expect(await statusesOf(service, values.primary, values.secondary)).toEqual([200, 200]);
    const wanted = {
      label: 'GitLab',
      permissions: ['read-deployments'],
      expiresAt: '2027-01-01T00:00:00Z',
      version: 3,
    };
    const changed = await keys.change(wanted);
    expect(changed.body).toMatchObject({ ...wanted, expiresAt: '2027-01-01T00:00:00.000Z', version: 4 });
    expect(Check(KeySet, changed.body)).toBe(true);
    // The keys were used before, which may be written in between.
    const { slots: _slots, ...shown } = changed.body;
    expect((await keys.view()).body).toMatchObject(shown);
  });

  it('show a value only when asked to, once the record of it is stored', async () => {
    const { id, keys, values, caller } = await newSet(service);
    const { status, headers, body } = await keys.reveal({ slot: 'secondary' });
    expect({ status, body }).toEqual({ status: 200, body: { value: values.secondary } });
    expect(headers.get('cache-control')).toBe('no-store');
    expect((await recordsOf(service.core, id)).at(-1)).toMatchObject({
      operation: 'key.revealed',
      by: `user ${caller.name}`,
      details: { slot: 'secondary' },
    });
  });

  it('stay as they are when they are regenerated with a wrong label: both values still work', async () => {
    const { keys, label, values } = await newSet(service);
    const { status, body } = await keys.regenerate({ slot: 'primary', confirm: label.toLowerCase() });
    expect({ status, body }).toMatchObject({ status: 400, body: { code: 'not-confirmed' } });
    expect(await statusesOf(service, values.primary, values.secondary)).toEqual([200, 200]);
  });

  it('have a new primary after regenerating it: the old one fails at once, secondary works, and the new one is shown', async () => {
    const { keys, label, values } = await newSet(service);
    const { status, body } = await keys.regenerate({ slot: 'primary', confirm: label, version: 1 });
    expect({ status, version: body.version }).toEqual({ status: 200, version: 2 });
    expect(await statusesOf(service, values.primary, values.secondary, body.value)).toEqual([403, 200, 200]);
    expect((await keys.view()).body.slots.primary.masked).toBe(`dms1_…${body.value.slice(-4)}`);
    expect((await keys.reveal({ slot: 'primary' })).body).toEqual({ value: body.value });
  });

  it('let an old value work for a grace when one is asked for', async () => {
    const { keys, label, values } = await newSet(service);
    await keys.regenerate({ slot: 'primary', confirm: label, graceHours: 24 });
    expect(await statusesOf(service, values.primary)).toEqual([200]);
    await keys.regenerate({ slot: 'primary', confirm: label });
    expect(await statusesOf(service, values.primary)).toEqual([403]);
  });

  it('are revoked as a whole: both values get the answer of an unknown key', async () => {
    const { id, keys, label, values } = await newSet(service);
    expect((await keys.revoke({ confirm: 'other' })).status).toBe(400);
    expect(await keys.revoke({ confirm: label })).toMatchObject({ status: 204, body: undefined });
    const unknown = everything(await ask(service, `dms1_${'x'.repeat(49)}`));
    expect(unknown.status).toBe(403);
    for (const value of Object.values(values)) expect(everything(await ask(service, value))).toEqual(unknown);
    expect((await keys.view()).status).toBe(404);
    expect((await keys.list()).body.items.map((set) => set.id)).not.toContain(id);
  });

  it('tell the second of two custodians who was quicker, and when', async () => {
    const { id, keys } = await newSet(service);
    const other = await signIn(service, 'owner');
    await keysOf(service, other, { set: id }).change({ label: 'Theirs', version: 1 });
    const { status, headers, body } = await keys.change({ label: 'Mine', version: 1 });
    const changedAt = new Date(service.environment.now()).toISOString();
    expect(status).toBe(409);
    expect(headers.get('content-type')).toMatch(/^application\/problem\+json/);
    expect(body).toMatchObject({
      ...{ code: 'conflict', version: 2, changedBy: other.name, changedAt },
      detail: expect.stringContaining(`${other.name} changed the key set "Theirs" at ${changedAt}`),
    });
  });

  it('of an organization need a permission', async () => {
    const base = managementPaths.organizationKeys;
    const keys = keysOf(service, await signIn(service, 'admin'), { base });
    const before = (await keys.list()).body;
    for (const body of [{ label: 'No' }, { label: 'No', permissions: [] }]) {
      expect(await keys.create(body)).toMatchObject({ status: 400, body: { code: 'invalid' } });
    }
    expect((await keys.list()).body).toEqual(before);
  });

  it('of an organization work like those of a DMS', async () => {
    const base = managementPaths.organizationKeys;
    const caller = await signIn(service, 'admin');
    const wanted = { label: 'CI', permissions: ['Read catalog items'] };
    const { values, ...set } = (await keysOf(service, caller, { base }).create(wanted)).body;
    const keys = keysOf(service, caller, { base, set: set.id });
    expect((await keys.list()).body.items).toEqual([set]);
    expect((await keys.reveal({ slot: 'primary' })).body).toEqual({ value: values.primary });
    const { body } = await keys.regenerate({ slot: 'primary', confirm: 'CI' });
    expect(await statusesOf(service, values.primary, body.value)).toEqual([403, 200]);
    expect((await keys.change({ permissions: [] })).status).toBe(400);
    expect((await keys.revoke({ confirm: 'CI' })).status).toBe(204);
  });

  describe('at the gate of a rotation', () => {
    it('are held until the new value made a real call, and go on with that call', async () => {
      const { keys, label, values } = await newSet(service);
      const { body: secondary } = await keys.regenerate({ slot: 'secondary', confirm: label });
      const refused = await keys.regenerate({ slot: 'primary', confirm: label });
      expect(refused).toMatchObject({ status: 409, body: { code: 'gate', slot: 'primary' } });
      expect((await keys.usage()).body.slots).toMatchObject({
        primary: { gate: { open: false, reason: expect.stringContaining('secondary') } },
        secondary: { count: 0, gate: { open: true } },
      });
      // No time passes between the call and the next step: the call is not written yet.
      expect(await statusesOf(service, values.primary, secondary.value)).toEqual([200, 200]);
      expect((await keys.regenerate({ slot: 'primary', confirm: label })).status).toBe(200);
      expect((await keys.usage()).body.slots).toMatchObject({
        primary: { count: 0, gate: { open: true } },
        secondary: { count: 1, lastRoute: 'GET /api/keys/v1-0/self', gate: { open: false } },
      });
    });

    it('are let through by an Owner, audited, and by nobody else', async () => {
      const { id, keys, label, values } = await newSet(service);
      const owner = await signIn(service, 'owner');
      await keys.regenerate({ slot: 'secondary', confirm: label });
      const override = { slot: 'primary', confirm: label, override: true };
      expect(await keys.regenerate(override)).toMatchObject({ status: 403, body: { code: 'forbidden' } });
      expect(await statusesOf(service, values.primary)).toEqual([200]);
      expect((await keysOf(service, owner, { set: id }).regenerate(override)).status).toBe(200);
      expect(await statusesOf(service, values.primary)).toEqual([403]);
      expect((await recordsOf(service.core, id)).at(-1)).toMatchObject({
        operation: 'key.regenerated',
        by: `user ${owner.name}`,
        details: { slot: 'primary', gate: expect.stringMatching(/^overridden: the newest secondary value/) },
      });
    });
  });

  describe('for those who may not work with them', () => {
    // The set "GitHub".
    afterEach(async () => {
      const { core, setId } = service;
      expect(await core.keySets.view(anywhere(setId))).toMatchObject({ version: 1, label: 'GitHub', state: 'active' });
      expect(await recordsOf(core, setId)).toHaveLength(1);
    });

    it('are closed: nobody, outsiders and Members', async () => {
      const { organizationId, systemId, setId: set } = service;
      const [organization, system] = [managementPaths.organizationKeys, managementPaths.systemKeys];
      const outsider = await signIn(service, null);
      const member = await signIn(service, 'member');
      const memberOfSystem = await signIn(service, 'member', { organizationId, systemId });
      const token = await tokenFor(service, 'member');
      for (const [caller, base, status] of [
        [undefined, organization, 401],
        [undefined, system, 401],
        [outsider, organization, 404],
        [outsider, system, 404],
        [member, organization, 403],
        [member, system, 404],
        [memberOfSystem, organization, 403],
        [memberOfSystem, system, 403],
        [token, organization, 403],
        [token, system, 403],
      ] as const) {
        for (const attempt of allOf(keysOf(service, caller, { base, set }))) {
          expect((await attempt()).status).toBe(status);
        }
      }
    });

    it('are, of another DMS, what they are of a DMS that does not exist', async () => {
      const { organizationId, setId: set } = service;
      const caller = await signIn(service, 'admin', { organizationId, systemId: await anotherSystem(service) });
      const nowhere = allOf(keysOf(service, caller, { set, dms: unknownId }));
      for (const [index, attempt] of allOf(keysOf(service, caller, { set })).entries()) {
        const answer = everything(await attempt());
        expect(answer.status).toBe(404);
        expect(answer).toEqual(everything((await nowhere[index]?.()) as ManagementAnswer<unknown>));
      }
    });

    it('are not there under the address of another place', async () => {
      const { setId: set } = service;
      const caller = await signIn(service, 'owner');
      for (const place of [{ dms: await anotherSystem(service) }, { base: managementPaths.organizationKeys }]) {
        const none = allOf(keysOf(service, caller, place)).slice(2);
        for (const [index, attempt] of allOf(keysOf(service, caller, { ...place, set }))
          .slice(2)
          .entries()) {
          const answer = everything(await attempt());
          expect(answer.status).toBe(404);
          expect(answer).toEqual(everything((await none[index]?.()) as ManagementAnswer<unknown>));
        }
      }
    });

    it('need people who signed in within the last 15 minutes to create, reveal, regenerate and revoke', async () => {
      const keys = keysOf(service, await signIn(service, 'owner'), { set: service.setId });
      service.environment.advance(15 * 60_000);
      for (const attempt of [
        () => keys.create({ label: 'Another' }),
        () => keys.reveal({ slot: 'primary' }),
        () => keys.regenerate({ slot: 'primary', confirm: 'GitHub' }),
        () => keys.revoke({ confirm: 'GitHub' }),
      ]) {
        expect(await attempt()).toMatchObject({ status: 403, body: { code: 'sign-in-again' } });
      }
      expect((await keys.view()).status).toBe(200);
    });
  });

  it('take a token of their role at any time, and name it in the trail', async () => {
    const { id, values } = await newSet(service);
    const token = await tokenFor(service, 'admin');
    service.environment.advance(3_600_000);
    const { body } = await keysOf(service, token, { set: id }).reveal({ slot: 'primary' });
    expect(body).toEqual({ value: values.primary });
    expect((await recordsOf(service.core, id)).at(-1)).toMatchObject({ by: `token ${token.name}` });
  });
});

onEveryStore('while the audit trail is down', (store) => {
  it('no value is revealed and nothing is changed, but key sets are shown and their keys work', async () => {
    const service = await runningService({ store });
    const { keys, label: confirm, values } = await newSet(service);
    const before = await keys.view();
    await service.core.db.schema.alterTable('audit_records').renameTo('gone').execute();
    for (const attempt of [
      () => keys.reveal({ slot: 'primary' }),
      () => keys.regenerate({ slot: 'primary', confirm }),
      () => keys.change({ label: 'Mine' }),
      () => keys.disable(),
      () => keys.create({ label: 'New' }),
      () => keys.revoke({ confirm }),
    ]) {
      const { status, body } = await attempt();
      expect({ status, body }).toMatchObject({ status: 503, body: { code: 'audit' } });
      expect(JSON.stringify(body)).not.toMatch(/dms1_\w/);
    }
    expect(await keys.view()).toMatchObject({ status: 200, body: before.body });
    expect((await keys.list()).body.items).toHaveLength(2);
    expect(await statusesOf(service, values.primary, values.secondary)).toEqual([200, 200]);
  });
});

describe('a request about key sets', () => {
  let service: RunningService;

  beforeAll(async () => {
    service = await runningService({ store: sqlite });
  });

  it.each<[string, (keys: Keys, confirm: string) => Promise<ManagementAnswer<unknown>>]>([
    ['a slot that does not exist', (keys) => keys.reveal({ slot: 'third' })],
    ['no slot', (keys) => keys.reveal({})],
    ['a grace of more than a week', (keys, confirm) => keys.regenerate({ slot: 'primary', confirm, graceHours: 169 })],
    ['a grace as text', (keys, confirm) => keys.regenerate({ slot: 'primary', confirm, graceHours: '1' })],
    ['no confirmation', (keys) => keys.regenerate({ slot: 'primary' })],
    ['a member that is not known', (keys, confirm) => keys.regenerate({ slot: 'primary', confirm, force: true })],
    ['no confirmation of revoking', (keys) => keys.revoke({})],
    ['a revocation without a body', (keys) => keys.revoke(undefined)],
    ['a version that is none', (keys) => keys.disable({ version: 0 })],
    ['no label', (keys) => keys.create({})],
    ['a label that is only blanks', (keys) => keys.create({ label: '  ' })],
    ['permissions that are no list', (keys) => keys.change({ permissions: 'deploy-packages' })],
  ])('is refused for %s', async (_what, attempt) => {
    const { id, keys, label } = await newSet(service, 'owner');
    expect((await attempt(keys, label)).status).toBe(400);
    expect(await recordsOf(service.core, id)).toHaveLength(1);
  });

  it('that a page of another site makes is refused, although the cookie is good', async () => {
    const { id, label, values, caller } = await newSet(service, 'owner');
    const elsewhere = (url: string) => ({ ...caller.headers(url), origin: 'https://elsewhere.example' });
    const withoutCsrfToken = (url: string) => {
      const { 'x-csrf-token': _token, ...others } = caller.headers(url);
      return others;
    };
    for (const headers of [elsewhere, withoutCsrfToken]) {
      const keys = keysOf(service, { ...caller, headers }, { set: id });
      expect((await keys.regenerate({ slot: 'primary', confirm: label })).status).toBe(403);
    }
    expect(await statusesOf(service, values.primary, values.secondary)).toEqual([200, 200]);
    expect(await recordsOf(service.core, id)).toHaveLength(1);
  });
});
