import { setImmediate as othersTurn } from 'node:timers/promises';
import type { Database, Tables } from '../store/schema.ts';
import { genesisHash, recordHash } from './audit-record.ts';

type AuditRow = Tables['audit_records'];

/** A record of a chain that is known to be right, with everything before it. */
export interface ChainLink {
  /** 0 before the first record. */
  readonly position: number;
  readonly hash: Uint8Array;
  readonly id: string | null;
  /** When it was written, in milliseconds since 1970. */
  readonly at: number | null;
}

/** Where a chain stops being what was written, and what is wrong there. */
export interface ChainBreak {
  readonly position: number;
  /** The record; null when it is not there. */
  readonly id: string | null;
  readonly at: number | null;
  readonly reason: string;
}

export interface ChainReport {
  readonly verified: ChainLink;
  /** Records after {@link verified} that were not looked at, for lack of time. */
  readonly outstanding: number;
  readonly firstBreak: ChainBreak | null;
}

export interface VerifyOptions {
  /** The record to begin after, by default none: the whole chain is verified. */
  readonly after?: ChainLink | undefined;
  /** Most records to look at. */
  readonly limit?: number;
  readonly pageSize?: number;
  readonly onProgress?: (position: number, end: number) => void;
  /** Aborted when it is not worth going on. */
  readonly signal?: AbortSignal;
}

export const beforeFirst: ChainLink = { position: 0, hash: genesisHash, id: null, at: null };

/**
 * Follows a chain record by record up to its end, or to the first break (security practice 10). Records may be added meanwhile.
 * It reads page by page and lets others work in between.
 * @throws the signal's reason when it is aborted
 */
export async function verifyChain(
  db: Database,
  organizationId: string,
  { after = beforeFirst, limit = Number.POSITIVE_INFINITY, pageSize = 500, ...options }: VerifyOptions = {},
): Promise<ChainReport> {
  let verified = after;
  for (;;) {
    options.signal?.throwIfAborted();
    // Read before the records: what it counts has to be there, whatever is added between the two.
    const head = await headOf(db, organizationId);
    const rows = await recordsAfter(db, organizationId, verified.position, pageSize);
    if (rows.length === 0) return { verified, outstanding: 0, firstBreak: endBreak(verified, head) };
    for (const row of rows) {
      const firstBreak = linkBreak(verified, row);
      if (firstBreak !== undefined) return { verified, outstanding: 0, firstBreak };
      verified = { position: row.position, hash: row.hash, id: row.id, at: row.created_at };
    }
    options.onProgress?.(verified.position, head?.position ?? verified.position);
    if (verified.position - after.position >= limit) {
      return { verified, outstanding: Math.max(0, (head?.position ?? 0) - verified.position), firstBreak: null };
    }
    await othersTurn();
  }
}

async function headOf(db: Database, organizationId: string): Promise<Tables['audit_heads'] | undefined> {
  return await db
    .selectFrom('audit_heads')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .executeTakeFirst();
}

/** The next records; where there are none for a while, the one after that. */
async function recordsAfter(
  db: Database,
  organizationId: string,
  position: number,
  count: number,
): Promise<readonly AuditRow[]> {
  const after = db
    .selectFrom('audit_records')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .where('position', '>', position)
    .orderBy('position');
  // A range with both its ends, for PostgreSQL may sort all of the rest when it has no statistics yet.
  const rows = await after.where('position', '<=', position + count).execute();
  return rows.length > 0 ? rows : await after.limit(1).execute();
}

/** What is wrong with a record, or with the one before it. */
function linkBreak(before: ChainLink, row: AuditRow): ChainBreak | undefined {
  if (row.position !== before.position + 1) {
    const missing = row.position - before.position - 1;
    const reason = missing === 1 ? 'the record is missing' : `${missing} records from here on are missing`;
    return { position: before.position + 1, id: null, at: null, reason };
  }
  const here = { position: row.position, id: row.id, at: row.created_at };
  if (!equal(recordHash(row), row.hash)) return { ...here, reason: 'the record was changed' };
  if (equal(row.previous_hash, before.hash)) return undefined;
  if (before.position === 0) return { ...here, reason: 'the record is not the first one that was written' };
  // It is in order by itself, so it was written after another record than the one that is there.
  const { position, id, at } = before;
  return { position, id, at, reason: 'the record was changed, and its hash computed anew' };
}

function endBreak(last: ChainLink, head: Tables['audit_heads'] | undefined): ChainBreak | null {
  const next = { position: last.position + 1, id: null, at: null };
  if (head !== undefined && head.position > last.position) {
    return { ...next, reason: `the end was cut off: there were records up to ${head.position}` };
  }
  const isHead =
    head === undefined ? last.position === 0 : head.position === last.position && equal(head.hash, last.hash);
  if (isHead) return null;
  const { position, id, at } = last;
  return { position, id, at, reason: 'this is the last record, but not the one that is noted as the end of the chain' };
}

function equal(one: Uint8Array, other: Uint8Array): boolean {
  return Buffer.compare(one, other) === 0;
}
