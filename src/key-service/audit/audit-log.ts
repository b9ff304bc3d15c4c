import { setImmediate as othersTurn } from 'node:timers/promises';
import { Type } from 'typebox';
import type { AuditQuery, AuditRecord } from '../../contract/management/audit.ts';
import type { Page } from '../../contract/management/list.ts';
import { timestamp } from '../environment.ts';
import { pageOf, pageRequest } from '../page.ts';
import type { Database, Tables } from '../store/schema.ts';
import { auditFilter } from './audit-filter.ts';
import { type SearchedRecords, searchBefore } from './search-before.ts';

/** Which records are read, and how many at a time. */
export interface WantedRecords extends SearchedRecords {
  readonly pageSize: number;
}

const Position = Type.Tuple([Type.Integer({ minimum: 1 })]);

/**
 * Records that one query searches: few at first, since most of what is asked for is found near the end of the chain, then more,
 * but never so many that others have to wait for it.
 */
const firstSpan = 2_000;
const longestSpan = 16_000;

/** The audit trail as people read it, newest first (dataminer-services spec 1.4). */
export class AuditLog {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  /**
   * @param signal ends the search when nobody waits for its answer any more
   * @throws KeyServiceError `invalid` for a bad time, limit or cursor
   */
  async list(organizationId: string, query: AuditQuery, signal?: AbortSignal): Promise<Page<AuditRecord>> {
    const request = pageRequest(query, Position);
    const wanted = {
      organizationId,
      filter: auditFilter(this.#db, query),
      // A cursor that is made up may name a place far beyond the end, from which the search would take for ever.
      before: Math.min(request.after?.[0] ?? Number.POSITIVE_INFINITY, (await this.length(organizationId)) + 1),
      pageSize: request.size + 1,
    };
    const records: AuditRecord[] = [];
    for await (const some of this.read(wanted, signal)) {
      records.push(...some);
      if (records.length > request.size) break;
    }
    return pageOf(
      records,
      request,
      ({ position }) => [position],
      (record) => record,
    );
  }

  /** How many records a chain has. */
  async length(organizationId: string): Promise<number> {
    const head = await this.#db
      .selectFrom('audit_heads')
      .select('position')
      .where('organization_id', '=', organizationId)
      .executeTakeFirst();
    return head?.position ?? 0;
  }

  /** Reads on and on, some records at a time, as long as somebody takes them. @param signal ends it between two reads */
  async *read(wanted: WantedRecords, signal?: AbortSignal): AsyncGenerator<readonly AuditRecord[]> {
    let { before } = wanted;
    for (let span = firstSpan; before > 1 && !signal?.aborted; span = Math.min(4 * span, longestSpan)) {
      const from = Math.max(1, before - span);
      const rows = await this.#rows({ ...wanted, before }, from);
      if (rows.length > 0) yield await this.#records(rows);
      // Where there is nothing for a while, an index may know for how long.
      if (rows.length === 0) before = await searchBefore(this.#db, { ...wanted, before: from });
      else before = rows.length < wanted.pageSize ? from : (rows.at(-1)?.position ?? from);
      await othersTurn();
    }
  }

  async #rows(
    { organizationId, filter, before, pageSize }: WantedRecords,
    from: number,
  ): Promise<readonly Tables['audit_records'][]> {
    return await this.#db
      .selectFrom('audit_records')
      .selectAll()
      .where('organization_id', '=', organizationId)
      .where('position', '>=', from)
      .where('position', '<', before)
      .where(filter.condition)
      .orderBy('position', 'desc')
      .limit(pageSize)
      .execute();
  }

  async #records(rows: readonly Tables['audit_records'][]): Promise<readonly AuditRecord[]> {
    const ids = [...new Set(rows.map(({ system_id }) => system_id).filter((id) => id !== null))];
    const systems =
      ids.length === 0
        ? []
        : await this.#db.selectFrom('systems').select(['id', 'name']).where('id', 'in', ids).execute();
    const names = new Map(systems.map(({ id, name }) => [id, name]));
    return rows.map((row) => auditRecord(row, names));
  }
}

/** A record as it is shown; a DMS that is no longer there is named by its ID. */
function auditRecord(row: Tables['audit_records'], systemNames: ReadonlyMap<string, string>): AuditRecord {
  return {
    id: row.id,
    position: row.position,
    timestamp: timestamp(row.created_at),
    operation: row.operation,
    subject: { type: row.subject_type, id: row.subject_id, name: row.subject_name },
    system:
      row.system_id === null ? null : { id: row.system_id, name: systemNames.get(row.system_id) ?? row.system_id },
    initiator: { type: row.initiator_type, id: row.initiator_id, name: row.initiator_name },
    details: JSON.parse(row.details) as Record<string, string>,
  };
}
