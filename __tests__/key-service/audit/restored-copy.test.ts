import { access, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import fastify from 'fastify';
import { endAgain } from '../../../src/key-service/audit/end-again.ts';
import { createKeyService } from '../../../src/key-service/index.ts';
import { lockRow } from '../../../src/key-service/store/lock.ts';
import { usedCore } from '../support/core.ts';
import { anywhere, aTest, working } from '../support/custodian.ts';
import { testEnvironment } from '../support/environment.ts';
import { eventually } from '../support/service.ts';
import { untilSomebodyWaits } from '../support/somebody-waits.ts';
import { onEveryStore, onPostgres, postgres } from '../support/stores.ts';
import { copyOf, openCore } from './support.ts';

const owner = { role: 'owner', initiator: aTest } as const;

onEveryStore('restoring an older copy of the database', (store) => {
  it('leaves dead what was revoked, replaced, disabled or taken back since (scenario 40)', async () => {
    const environment = testEnvironment();
    const options = await store.fresh();
    const first = await openCore(options, environment);
    const { id: organizationId } = await first.organizations.create('Example', aTest);
    const newSet = (label: string) =>
      first.keySets.create(
        { scope: 'organization', organizationId },
        { label, permissions: ['read-catalog-items'] },
        aTest,
      );
    const revoked = await newSet('revoked');
    const replaced = await newSet('replaced');
    const graced = await newSet('graced');
    const disabled = await newSet('disabled');
    const untouched = await newSet('untouched');
    const place = { organizationId, systemId: null };
    const email = 'gone@example.com';
    const gone = { email, name: 'Gone', role: 'member', password: 'correct horse battery' } as const;
    const { id: goneId } = await first.users.add(place, gone, owner);
    const token = await first.tokens.create(organizationId, { name: 'CI', role: 'admin' }, owner);
    await first.close();
    const putBack = await copyOf(options);

    const later = await openCore(options, environment);
    await later.keySets.revoke(anywhere(revoked.id), { confirm: 'revoked' }, aTest);
    await later.keySets.regenerate(anywhere(replaced.id), { slot: 'primary', confirm: 'replaced' }, aTest);
    await later.keySets.regenerate(anywhere(graced.id), { slot: 'primary', confirm: 'graced', graceHours: 2 }, aTest);
    await later.keySets.disable(anywhere(disabled.id), {}, aTest);
    await later.tokens.revoke(organizationId, token.id, owner);
    await later.users.remove(place, goneId, owner);
    await later.close();

    environment.advance(60 * 60_000);
    const restored = await openCore(await putBack(), environment);
    const valuesOf = ({ values }: typeof revoked) => [values.primary, values.secondary];
    expect(await working(restored, ...valuesOf(revoked))).toEqual([false, false]);
    expect(await working(restored, ...valuesOf(replaced))).toEqual([false, true]);
    expect(await working(restored, ...valuesOf(graced))).toEqual([true, true]);
    expect(await working(restored, ...valuesOf(disabled))).toEqual([false, false]);
    expect(await working(restored, ...valuesOf(untouched))).toEqual([true, true]);
    expect(await restored.tokens.use(token.token)).toBeUndefined();
    // With the account its password would have come back, for whoever is given a role later.
    expect(await restored.accounts.find(email)).toBeUndefined();
    environment.advance(61 * 60_000);
    expect(await working(restored, ...valuesOf(graced))).toEqual([false, true]);

    const view = await restored.keySets.view(anywhere(replaced.id));
    expect(view.slots.primary.alive).toBe(false);
    const { value } = await restored.keySets.regenerate(
      anywhere(replaced.id),
      { slot: 'primary', confirm: 'replaced' },
      aTest,
    );
    expect(await working(restored, value)).toEqual([true]);
  });
});

onPostgres('ending a value again', () => {
  it('waits for whoever changes its set, and gives no grace back that they have ended', async () => {
    const used = await usedCore(postgres);
    const { core, environment } = used;
    const { valueId = '' } = (await core.keyVerifier.verify(used.values.primary)) ?? {};
    const again = { kind: 'value-ended', id: '', at: '', valueId, validUntil: environment.now() + 60_000 } as const;
    const value = { state: 'replaced', sealed: null, ended_at: 0 } as const;
    const pending = await core.db.transaction().execute(async (custodian) => {
      await lockRow(custodian, 'key_sets', used.setId);
      const ended = core.db.transaction().execute((transaction) => endAgain(transaction, again, environment));
      await untilSomebodyWaits(core);
      await custodian.updateTable('key_values').set(value).where('id', '=', valueId).execute();
      return { ended };
    });
    await pending.ended;
    expect(await working(core, used.values.primary)).toEqual([false]);
  });
});

onEveryStore('the service', (store) => {
  it('signs the ends of the audit chains when it starts and when it ends', async () => {
    const environment = testEnvironment();
    const options = await store.fresh();
    const core = await openCore(options, environment);
    const { id } = await core.organizations.create('Example', aTest);
    const app = fastify();
    await app.register(createKeyService({ ...options, environment }));
    await app.ready();
    await eventually(async () => (await core.auditHeads.of(id)).length > 0);
    await core.organizations.change(id, { name: 'Another' }, aTest);
    await app.close();
    const heads = await core.auditHeads.of(id);
    expect(heads.map(({ position }) => position)).toEqual([1, 2]);
  });

  it('does not start when its revocation log cannot be relied on', async () => {
    const environment = testEnvironment();
    const options = await store.fresh();
    const core = await openCore(options, environment);
    await core.close();
    const log = join(options.dataFolder, 'revocations.log');
    expect(await readFile(log, 'utf8')).toContain('log-opened');
    await rm(log);
    const app = fastify();
    const start = async () => {
      await app.register(createKeyService({ ...options, environment }));
    };
    await expect(start()).rejects.toMatchObject({ code: 'audit' });
    await app.close();
    await expect(access(log)).rejects.toThrow('ENOENT');
  });
});
