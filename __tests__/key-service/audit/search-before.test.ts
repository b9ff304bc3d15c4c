import { randomUUID } from 'node:crypto';
import type { AuditFilters } from '../../../src/contract/management/audit.ts';
import { auditFilter } from '../../../src/key-service/audit/audit-filter.ts';
import { searchBefore } from '../../../src/key-service/audit/search-before.ts';
import { onEveryStore } from '../support/stores.ts';
import { longChain, once, openCore } from './support.ts';

const seconds = (count: number) => new Date(count * 1000).toISOString();

onEveryStore('where to search on in a chain', (store) => {
  /** 100 records, one each second, but for the third, whose clock was wrong; every tenth is of its own kind. */
  const chain = once(async () => {
    const { db, ...core } = await openCore(await store.fresh());
    const organizationId = randomUUID();
    await longChain({ db, ...core }, organizationId, 100, (position) => ({
      created_at: (position === 3 ? 50 : position) * 1000,
      ...(position % 10 === 0 && { operation: 'key.revoked', subject_type: 'token' }),
      ...(position === 20 && { system_id: 'staging' }),
    }));
    return (filters: AuditFilters, before: number, partSize?: number, onQuery: () => void = () => undefined) => {
      const transformQuery = <Node>({ node }: { readonly node: Node }): Node => {
        onQuery();
        return node;
      };
      const watched = db.withPlugin({ transformQuery, transformResult: async ({ result }) => result });
      return searchBefore(watched, { organizationId, filter: auditFilter(watched, filters), before }, partSize);
    };
  });

  it.each<[string, AuditFilters, number, number]>([
    ['anywhere when an index knows nothing', { subject: 'x' }, 77, 77],
    ['before the last of a kind', { operation: 'key.revoked' }, 77, 71],
    ['nowhere when there is none any more', { operation: 'key.revoked' }, 10, 1],
    ['before the last of several kinds', { operation: ['key.revoked', 'key.revealed'] }, 77, 77],
    ['before the last that each filter lets pass', { operation: 'key.revealed', subjectType: 'token' }, 79, 71],
    ['before what is rare', { operation: 'key.revoked', system: 'staging' }, 77, 21],
    ['before the last of a time range', { from: seconds(40), to: seconds(45) }, 77, 46],
    ['before a record whose clock was wrong', { from: seconds(49), to: seconds(51) }, 40, 4],
    ['before the last since a time', { from: seconds(90) }, 95, 95],
    ['nowhere when nothing was in that time', { from: seconds(200) }, 77, 1],
  ])('is %s', async (_what, filters, before, expected) => {
    const search = await chain();
    expect(await search(filters, before)).toBe(expected);
    expect(await search(filters, before, 3)).toBe(expected);
  });

  it('is found at once within a time range, which may hold all records there are', async () => {
    const search = await chain();
    let queries = 0;
    const count = () => {
      queries++;
    };
    expect(await search({ from: seconds(0) }, 77, 3, count)).toBe(77);
    expect(queries).toBe(1);
  });

  it('is the same when records of one time are looked at in different parts', async () => {
    const search = await chain();
    expect(await search({ from: seconds(50), to: seconds(50) }, 77, 1)).toBe(51);
  });
});
