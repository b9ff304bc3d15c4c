import { sharedStore, type UsedCore } from '../support/core.ts';
import { anywhere, aTest, noteUse } from '../support/custodian.ts';
import { anotherSystem } from '../support/deployment.ts';
import { onEveryStore } from '../support/stores.ts';

/** Labels that a list shows, page by page. */
async function pagesOf({ core, systemId }: UsedCore, query: { limit: string; search?: string }): Promise<string[][]> {
  const pages: string[][] = [];
  // A list that never ends is cut off.
  for (let cursor: string | null = ''; cursor !== null && pages.length < 9; ) {
    const page = await core.keySets.list({ scope: 'system', systemId }, { ...query, ...(cursor && { cursor }) });
    pages.push(page.items.map(({ label }) => label));
    cursor = page.next;
  }
  return pages;
}

onEveryStore('the list of key sets', (store) => {
  const fresh = sharedStore(store);

  it('shows sets as they can be viewed, and of their values only prefix and last four characters', async () => {
    const { core, systemId, setId, values } = await fresh();
    const { items, next } = await core.keySets.list({ scope: 'system', systemId });
    expect(items).toEqual([await core.keySets.view(anywhere(setId))]);
    expect(next).toBeNull();
    expect(items[0]?.slots.primary.masked).toBe(`dms1_…${values.primary.slice(-4)}`);
    expect(JSON.stringify(items)).not.toContain(values.primary.slice(-10));
  });

  it('does not mix the sets of an organization and of its DMSs', async () => {
    const used = await fresh();
    const { core, organizationId, systemId } = used;
    const organization = { scope: 'organization', organizationId } as const;
    await core.keySets.create(organization, { label: 'CI', permissions: ['read-catalog-items'] }, aTest);
    for (const [owner, labels] of [
      [organization, ['CI']],
      [{ scope: 'system', systemId: systemId.toUpperCase() }, ['GitHub']],
      [{ scope: 'system', systemId: await anotherSystem(used) }, []],
    ] as const) {
      expect((await core.keySets.list(owner)).items.map(({ label }) => label)).toEqual(labels);
    }
  });

  it('goes through all sets page by page, oldest first', async () => {
    const used = await fresh();
    const { core, environment, systemId } = used;
    const wanted = Array.from({ length: 60 }, (_, index) => `Set ${index}`);
    for (const [index, label] of wanted.entries()) {
      // Three are made at the same moment.
      environment.advance(index % 3 === 0 ? 1 : 0);
      await core.keySets.create({ scope: 'system', systemId }, { label }, aTest);
    }
    const pages = await pagesOf(used, { limit: '25' });
    expect(pages.map(({ length }) => length)).toEqual([25, 25, 11]);
    expect(pages.flat().toSorted()).toEqual(['GitHub', ...wanted].toSorted());
    expect(pages.flat()[0]).toBe('GitHub');
    expect(pages[2]).toContain('Set 59');
  });

  it('finds sets by a part of their label in any case, and takes no wildcards', async () => {
    const used = await fresh();
    for (const label of ['Zürich 100%', 'zÜRICH 2', 'a_b']) {
      await used.core.keySets.create({ scope: 'system', systemId: used.systemId }, { label }, aTest);
      used.environment.advance(1);
    }
    expect(await pagesOf(used, { limit: '1', search: 'üri' })).toEqual([['Zürich 100%'], ['zÜRICH 2']]);
    expect(await pagesOf(used, { limit: '9', search: '%' })).toEqual([['Zürich 100%']]);
    expect(await pagesOf(used, { limit: '9', search: '_' })).toEqual([['a_b']]);
    expect(await pagesOf(used, { limit: '9', search: 'nothing' })).toEqual([[]]);
  });

  it('shows the last use of each newest value, and disabled sets but none that was revoked', async () => {
    const { core, environment, systemId, setId } = await fresh();
    const owner = { scope: 'system', systemId } as const;
    environment.advance(60_000);
    await noteUse(core, setId, 'primary');
    await core.keySets.disable(anywhere(setId), {}, aTest);
    const revoked = await core.keySets.create(owner, { label: 'Revoked' }, aTest);
    await core.keySets.revoke(anywhere(revoked.id), { confirm: 'Revoked' }, aTest);
    const { items } = await core.keySets.list(owner);
    expect(items).toMatchObject([
      {
        label: 'GitHub',
        state: 'disabled',
        slots: { primary: { lastUsedAt: '2026-11-23T10:01:00.000Z' }, secondary: { lastUsedAt: null } },
      },
    ]);
  });
});
