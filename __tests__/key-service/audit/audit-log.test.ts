import { randomUUID } from 'node:crypto';
import type { AuditQuery, AuditRecord } from '../../../src/contract/management/audit.ts';
import type { KeyServiceCore } from '../../../src/key-service/key-service-core.ts';
import { onEveryStore } from '../support/stores.ts';
import { longChain, once, openCore, someEntry } from './support.ts';

const janeId = '0a4f7d9e-1111-4222-8333-444455556666';

onEveryStore('the audit log', (store) => {
  /** A chain with one record of each kind that the filters tell apart, and another organization's chain beside it. */
  async function newVariedChain() {
    const core = await openCore(await store.fresh());
    const [organizationId, other] = [randomUUID(), randomUUID()];
    const [staging, gone] = [randomUUID(), randomUUID()];
    await core.db
      .insertInto('organizations')
      .values({ id: organizationId, name: 'Example', comparable_name: 'example', version: 1, created_at: 0 })
      .execute();
    await insertSystem(core, organizationId, staging);
    const jane = { type: 'user', id: janeId, name: 'Jane.Doe@example.com' } as const;
    const key = { type: 'key', id: randomUUID(), name: 'GitHub' } as const;
    const subject = (name: string) => ({ type: 'key-set', id: randomUUID(), name }) as const;
    const entries = [
      someEntry(organizationId, { operation: 'key.created', subject: subject('Ünïcødé KEY') }),
      someEntry(organizationId, { operation: 'key.revealed', subject: subject('100% sure_'), initiator: jane }),
      someEntry(organizationId, { operation: 'user.created', subject: { type: 'user', id: janeId, name: 'Jane' } }),
      someEntry(organizationId, { operation: 'deployment.ended', systemId: staging, initiator: key }),
      someEntry(organizationId, { operation: 'key.created', systemId: gone, initiator: jane }),
    ];
    for (const entry of entries) {
      await core.audited.change(async () => ({ result: undefined, entry }));
      (core.environment as { advance?: (milliseconds: number) => void }).advance?.(60_000);
    }
    await core.audited.change(async () => ({ result: undefined, entry: someEntry(other) }));
    const positions = async (query: AuditQuery) =>
      (await core.auditLog.list(organizationId, query)).items.map(({ position }) => position);
    return { ...core, organizationId, staging, gone, key, positions };
  }

  async function insertSystem({ db }: KeyServiceCore, organizationId: string, id: string): Promise<void> {
    await db
      .insertInto('systems')
      .values({
        id,
        organization_id: organizationId,
        name: 'Staging',
        comparable_name: 'staging',
        version: 1,
        connector: 'folder',
        connector_settings: '{}',
        created_at: 0,
        changed_at: 0,
        changed_by: 'a test',
      })
      .execute();
  }

  /** Nothing below changes it, so one is enough. */
  const variedChain = once(newVariedChain);

  it('shows all records of an organization, the newest first, and no other ones', async () => {
    const { positions } = await variedChain();
    expect(await positions({})).toEqual([5, 4, 3, 2, 1]);
  });

  it('shows what happened, to what, where, when and by whom', async () => {
    const { auditLog, organizationId, staging, gone, key, environment } = await variedChain();
    const { items } = await auditLog.list(organizationId, {});
    expect(items[1]).toEqual({
      id: expect.stringMatching(/^[\da-f-]{36}$/),
      position: 4,
      timestamp: new Date(environment.now() - 2 * 60_000).toISOString(),
      operation: 'deployment.ended',
      subject: { type: 'key-set', id: 'a set', name: 'GitHub' },
      system: { id: staging, name: 'Staging' },
      initiator: key,
      details: {},
    } satisfies AuditRecord);
    expect(items[0]?.system).toEqual({ id: gone, name: gone });
    expect(items[4]?.system).toBeNull();
  });

  describe('filters', () => {
    it.each<[string, AuditQuery, number[]]>([
      ['one operation', { operation: 'key.created' }, [5, 1]],
      ['one of several operations', { operation: ['user.created', 'key.revealed', 'token.created'] }, [3, 2]],
      ['an operation that never was', { operation: 'token.created' }, []],
      ['a subject type', { subjectType: 'user' }, [3]],
      ['several subject types', { subjectType: ['user', 'key-set'] }, [5, 4, 3, 2, 1]],
      ['part of a subject name, in any case', { subject: 'ünïcødé key' }, [1]],
      ['a subject name with characters that mean something in patterns', { subject: '0% sure_' }, [2]],
      ['such a character that is not there', { subject: '1_0' }, []],
      ['one of several subject names', { subject: ['jane', 'unknown', 'sure'] }, [3, 2]],
      ['an initiator by ID', { initiator: janeId.toUpperCase() }, [5, 2]],
      ['an initiator by part of the name', { initiator: 'JANE.doe' }, [5, 2]],
      ['an initiator by ID or by name', { initiator: [janeId, 'a TEST'] }, [5, 3, 2, 1]],
      ['an initiator type', { initiatorType: 'key' }, [4]],
      ['several initiator types', { initiatorType: ['key', 'user'] }, [5, 4, 2]],
      ['several at once', { operation: 'key.created', initiator: 'jane' }, [5]],
      ['several at once that nothing matches', { operation: 'key.created', subjectType: 'user' }, []],
      [
        'nothing, when a filter has no values',
        { operation: [], subject: [], initiator: [], system: [] },
        [5, 4, 3, 2, 1],
      ],
    ])('let %s pass', async (_what, query, expected) => {
      const { positions } = await variedChain();
      expect(await positions(query)).toEqual(expected);
    });

    it('let DMSs pass, also those that are gone', async () => {
      const { positions, staging, gone } = await variedChain();
      expect(await positions({ system: staging.toUpperCase() })).toEqual([4]);
      expect(await positions({ system: [staging, gone] })).toEqual([5, 4]);
      expect(await positions({ system: randomUUID() })).toEqual([]);
    });

    it('let a time range pass, both ends included', async () => {
      const { positions, environment } = await variedChain();
      const minutesAgo = (minutes: number) => new Date(environment.now() - minutes * 60_000).toISOString();
      expect(await positions({ from: minutesAgo(3) })).toEqual([5, 4, 3]);
      expect(await positions({ to: minutesAgo(4) })).toEqual([2, 1]);
      expect(await positions({ from: minutesAgo(4), to: minutesAgo(3) })).toEqual([3, 2]);
      expect(await positions({ from: minutesAgo(3), to: minutesAgo(4) })).toEqual([]);
      expect(await positions({ from: '2026-11-23T11:00:00+01:00' })).toEqual([5, 4, 3, 2, 1]);
    });
  });

  it.each<[string, AuditQuery]>([
    ['a time that is none', { from: 'yesterday' }],
    ['a time without a zone', { to: '2026-11-23T12:00:00' }],
    ['a cursor of nothing', { cursor: 'x' }],
    ['a cursor of another list', { cursor: Buffer.from('["a"]').toString('base64url') }],
    ['a cursor before the chain', { cursor: Buffer.from('[0]').toString('base64url') }],
    ['too many at once', { limit: '999' }],
  ])('refuses %s', async (_what, query) => {
    const { auditLog, organizationId } = await variedChain();
    await expect(auditLog.list(organizationId, query)).rejects.toMatchObject({ code: 'invalid' });
  });

  describe('of a long chain', () => {
    /** A few records of their own kind among thousands, in two of which the clock was wrong. */
    async function newLongOne() {
      const core = await openCore(await store.fresh());
      const organizationId = randomUUID();
      const rare = [1, 2, 4_000, 4_001, 11_000];
      await longChain(core, organizationId, 12_000, (position) => ({
        created_at: position === 3 ? 9_500_000 : position * 1000,
        ...(rare.includes(position) && {
          operation: 'key.revoked',
          comparable_subject: 'rare',
          initiator_id: janeId,
          initiator_type: 'user',
          subject_type: 'token',
        }),
      }));
      const all = async (query: AuditQuery): Promise<number[]> => {
        const positions: number[] = [];
        for (let cursor: string | null | undefined; cursor !== null; ) {
          const page = await core.auditLog.list(organizationId, { ...query, ...(cursor && { cursor }) });
          positions.push(...page.items.map(({ position }) => position));
          cursor = page.next;
        }
        return positions;
      };
      return { ...core, organizationId, rare: rare.toReversed(), all };
    }

    const longOne = once(newLongOne);

    it('is searched no further once nobody waits for the answer', async () => {
      const { auditLog, organizationId } = await longOne();
      const caller = new AbortController();
      const searching = auditLog.list(organizationId, { subject: 'rare' }, caller.signal);
      caller.abort();
      expect((await searching).items).toEqual([]);
    });

    it('finds what is rare, however far apart it is', async () => {
      const { all, rare } = await longOne();
      for (const query of [
        { operation: 'key.revoked' },
        { operation: ['key.revoked', 'key.created'] },
        { subject: 'rare' },
        { initiator: janeId },
        { initiatorType: 'user' },
        { subjectType: 'token', initiator: janeId },
      ] satisfies AuditQuery[]) {
        expect(await all({ ...query, limit: '2' })).toEqual(rare);
        expect(await all(query)).toEqual(rare);
      }
    });

    it('begins at the end of the chain, wherever beyond it a cursor points', async () => {
      const { auditLog, organizationId } = await longOne();
      for (const position of [Number.MAX_SAFE_INTEGER, 1e308]) {
        const cursor = Buffer.from(JSON.stringify([position])).toString('base64url');
        const { items } = await auditLog.list(organizationId, { limit: '1', cursor });
        expect(items[0]?.position).toBe(12_000);
      }
    });

    it('finds a time range, also a record whose clock was wrong', async () => {
      const { all } = await longOne();
      const at = (position: number) => new Date(position * 1000).toISOString();
      const range = await all({ from: at(9_400), to: at(9_600), limit: '70' });
      expect(range).toEqual([...Array.from({ length: 201 }, (_, index) => 9_600 - index), 3]);
    });

    it('shows every record once, page by page, while others are added', async () => {
      const { all, auditLog, audited, organizationId } = await newLongOne();
      const first = await auditLog.list(organizationId, { limit: '200' });
      await audited.change(async () => ({ result: undefined, entry: someEntry(organizationId) }));
      expect(first.items[0]?.position).toBe(12_000);
      const rest = await all({ limit: '200', ...(first.next && { cursor: first.next }) });
      expect(rest[0]).toBe(11_800);
      const whole = await all({ limit: '200' });
      expect(whole).toEqual(Array.from({ length: 12_001 }, (_, index) => 12_001 - index));
    });
  });
});
