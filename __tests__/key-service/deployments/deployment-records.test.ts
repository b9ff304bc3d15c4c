import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { DeploymentState } from '../../../src/contract/deployment-state.ts';
import type { DeploymentQuery } from '../../../src/contract/management/deployments.ts';
import { DeploymentRecords } from '../../../src/key-service/deployments/deployment-records.ts';
import { databaseFileName } from '../../../src/key-service/store/sqlite-store.ts';
import { afterwards } from '../support/cleanup.ts';
import { type UsedCore, usedCore } from '../support/core.ts';
import { anotherSystem } from '../support/deployment.ts';
import { onEveryStore, sqlite } from '../support/stores.ts';

interface Given {
  readonly name?: string;
  readonly version?: string;
  readonly repository?: string;
  readonly state?: DeploymentState;
}

/** Deployments of the DMS, requested one second after another, as if they had been long ago. */
async function pastDeployments(used: UsedCore, given: readonly Given[], systemId = used.systemId): Promise<string[]> {
  const { core, environment } = used;
  const start = environment.now();
  const rows = given.map(({ name = 'Demo', version = '1.0.1', repository, state = 'Succeeded' }, index) => ({
    id: environment.newId(),
    system_id: systemId,
    position: index + 1,
    artifact_id: 'dmscript/x',
    package_name: name,
    package_version: version,
    comparable_text: [name, version, repository ?? ''].join('\n').toLowerCase(),
    state,
    requested_by_type: 'key' as const,
    requested_by_id: used.setId,
    requested_by_name: 'GitHub (primary)',
    caller_repository: repository ?? null,
    requested_at: start + index * 1000,
    modified_at: start + index * 1000,
    attempts: 1,
  }));
  await core.db.transaction().execute(async (transaction) => {
    for (let from = 0; from < rows.length; from += 1000) {
      await transaction
        .insertInto('deployments')
        .values(rows.slice(from, from + 1000))
        .execute();
    }
  });
  return rows.map(({ id }) => id);
}

async function found(used: UsedCore, query: DeploymentQuery): Promise<string[]> {
  const { items } = await used.core.deploymentRecords.list(used.systemId, query);
  return items.map(({ package: { name, version } }) => `${name} ${version}`);
}

onEveryStore('the deployments of a DMS', (store) => {
  it('are listed newest first, page by page, whatever comes meanwhile', async () => {
    const used = await usedCore(store);
    const ids = await pastDeployments(
      used,
      Array.from({ length: 5 }, () => ({})),
    );
    await pastDeployments(used, [{ name: 'Elsewhere' }], await anotherSystem(used));
    const { deploymentRecords: records } = used.core;
    const first = await records.list(used.systemId, { limit: '2' });
    expect(first.items.map(({ id }) => id)).toEqual([ids[4], ids[3]]);
    await used.core.db
      .deleteFrom('deployments')
      .where('id', '=', ids[3] ?? '')
      .execute();
    const second = await records.list(used.systemId, { limit: '2', cursor: first.next ?? '' });
    expect(second.items.map(({ id }) => id)).toEqual([ids[2], ids[1]]);
    const third = await records.list(used.systemId, { limit: '2', cursor: second.next ?? '' });
    expect([third.items.map(({ id }) => id), third.next]).toEqual([[ids[0]], null]);
    const cursor = Buffer.from('[1e308,1]').toString('base64url');
    await expect(records.list(used.systemId, { cursor })).rejects.toMatchObject({ code: 'invalid' });
  });

  it('that were requested in the same millisecond are told apart by their place in the queue', async () => {
    const used = await usedCore(store);
    const ids = await pastDeployments(used, [{}, {}, {}]);
    await used.core.db.updateTable('deployments').set({ requested_at: 5 }).execute();
    const seen: string[] = [];
    for (let cursor: string | null | undefined; cursor !== null; ) {
      const query = { limit: '1', ...(cursor !== undefined && { cursor }) };
      const page = await used.core.deploymentRecords.list(used.systemId, query);
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.next;
    }
    expect(seen).toEqual(ids.toReversed());
  });

  it('are found by one or several states, newest first', async () => {
    const used = await usedCore(store);
    const states = ['Succeeded', 'Error', 'Pending', 'Timeout', 'Error'] as const;
    await pastDeployments(
      used,
      states.map((state, index) => ({ name: `P${index}`, state })),
    );
    expect(await found(used, { state: 'Error' })).toEqual(['P4 1.0.1', 'P1 1.0.1']);
    expect(await found(used, { state: ['Timeout', 'Error'] })).toEqual(['P4 1.0.1', 'P3 1.0.1', 'P1 1.0.1']);
    expect(await found(used, { state: ['Error', 'Error'], limit: '1' })).toEqual(['P4 1.0.1']);
    const { next } = await used.core.deploymentRecords.list(used.systemId, { state: ['Timeout', 'Error'], limit: '2' });
    expect(await found(used, { state: ['Timeout', 'Error'], cursor: next ?? '' })).toEqual(['P1 1.0.1']);
  });

  it('are found by a part of package name, version or repository, whatever its case', async () => {
    const used = await usedCore(store);
    await pastDeployments(used, [
      { name: 'Árbol', version: '1.0.0' },
      { name: 'Demo', version: '2.0.0-RC' },
      { name: 'Demo', version: '3.0.0', repository: 'acme/Scripts' },
      { name: 'a_b%c', version: '4' },
    ]);
    expect(await found(used, { search: 'áRB' })).toEqual(['Árbol 1.0.0']);
    expect(await found(used, { search: '2.0.0-rc' })).toEqual(['Demo 2.0.0-RC']);
    expect(await found(used, { search: 'ACME' })).toEqual(['Demo 3.0.0']);
    expect(await found(used, { search: '_b%' })).toEqual(['a_b%c 4']);
    expect(await found(used, { search: 'x_b' })).toEqual([]);
  });

  it('are found by when they were requested, both ends included', async () => {
    const used = await usedCore(store);
    await pastDeployments(
      used,
      Array.from({ length: 5 }, (_, index) => ({ name: `P${index}` })),
    );
    const [from, to] = ['2026-11-23T10:00:01Z', '2026-11-23T11:00:03+01:00'];
    expect(await found(used, { from, to })).toEqual(['P3 1.0.1', 'P2 1.0.1', 'P1 1.0.1']);
    expect(await found(used, { from: '2026-11-23T10:00:04Z' })).toEqual(['P4 1.0.1']);
    expect(await found(used, { to: '2026-11-23T10:00:00.000Z' })).toEqual(['P0 1.0.1']);
    expect(await found(used, { from, state: 'Succeeded', search: 'p2' })).toEqual(['P2 1.0.1']);
    await expect(found(used, { from: 'yesterday' })).rejects.toMatchObject({ code: 'invalid' });
  });
});

describe('a deployment that ends while a list is read', () => {
  it('is in it once, as it is then', async () => {
    const used = await usedCore();
    const [id = ''] = await pastDeployments(used, [{ state: 'Pending' }]);
    const elsewhere = new DatabaseSync(join(used.dataFolder, databaseFileName));
    afterwards(async () => elsewhere.close());
    const end = elsewhere.prepare("update deployments set state = 'Succeeded'");
    const watched = used.core.db.withPlugin({
      transformQuery: ({ node }) => node,
      transformResult: async ({ result }) => {
        end.run();
        return result;
      },
    });
    const { items } = await new DeploymentRecords(watched).list(used.systemId, { state: ['Pending', 'Succeeded'] });
    expect(items.map((item) => [item.id, item.state])).toEqual([[id, 'Succeeded']]);
  });
});

describe('a hundred thousand deployments of one DMS', () => {
  let used: UsedCore;

  beforeAll(async () => {
    used = await usedCore(sqlite);
    await pastDeployments(
      used,
      Array.from({ length: 100_000 }, (_, index) => ({
        name: index % 1000 === 7 ? 'Rare' : 'Demo',
        repository: 'acme/scripts',
        ...(index % 10_000 === 9 && { state: 'Timeout' as const }),
      })),
    );
  }, 60_000);

  it.each<[string, DeploymentQuery]>([
    ['the first page', {}],
    ['a rare state', { state: 'Timeout' }],
    ['several states', { state: ['Timeout', 'Error'] }],
    ['a time range long ago', { from: '2026-11-23T10:00:00Z', to: '2026-11-23T10:01:00Z' }],
    ['a search', { search: 'rare' }],
    ['a search for what is not there', { search: 'nowhere' }],
  ])('keep nobody waiting for %s', async (_what, query) => {
    const started = performance.now();
    await used.core.deploymentRecords.list(used.systemId, query);
    const milliseconds = performance.now() - started;
    expect(milliseconds).toBeLessThan(500);
  });
});
