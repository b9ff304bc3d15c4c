import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { atTheMachine, usedCore } from '../support/core.ts';
import { aTest } from '../support/custodian.ts';
import { temporaryFolder } from '../support/folder.ts';
import { giveRole, tester, userWith } from '../support/management.ts';
import { onEveryStore } from '../support/stores.ts';

onEveryStore('the folders of DMSs', (store) => {
  it('never overlap, also when they are given at the same moment', async () => {
    const { core, organizationId } = await usedCore(store);
    // Once is not enough: connections that are only being made come one after another.
    for (let round = 0; round < 5; round++) {
      const outer = await temporaryFolder();
      const inner = join(outer, 'inner');
      await mkdir(inner);
      const created = await Promise.allSettled(
        [outer, inner, outer, inner].map(async (folder, index) => {
          const connector = { type: 'folder', folder } as const;
          await core.systems.create(organizationId, { name: `DMS ${round}.${index}`, connector }, atTheMachine);
        }),
      );
      expect(created.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected', 'rejected', 'rejected']);
    }
  });
});

onEveryStore('connecting a DMS', (store) => {
  it('is refused to a Member who was removed while the request was under way', async () => {
    const used = await usedCore(store);
    const { core, organizationId } = used;
    const id = await userWith(used, 'member');
    await giveRole(used, id, 'member', { organizationId: (await core.organizations.create('Other', aTest)).id });
    const connect = async (name: string) => {
      const connector = { type: 'folder', folder: await temporaryFolder() } as const;
      const actor = { ...atTheMachine, initiator: { type: 'user', id, name: 'Mallory' } } as const;
      return await core.systems.create(organizationId, { name, connector }, actor, id);
    };
    await connect('before');
    await core.users.remove({ organizationId, systemId: null }, id, tester);
    await expect(connect('after')).rejects.toMatchObject({ code: 'forbidden' });
  });
});
