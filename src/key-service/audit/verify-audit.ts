import type { Database } from '../store/schema.ts';
import { type AuditHeads, isStill, type SignedHead } from './audit-heads.ts';
import { type ChainBreak, type ChainReport, type VerifyOptions, verifyChain } from './verify-chain.ts';

/** A whole chain after its verification. */
export interface VerifiedChain extends ChainReport {
  readonly organizationId: string;
  /** What was signed of it last and kept outside the database; null when nothing was yet. */
  readonly signed: SignedHead | null;
}

export interface VerifyAuditOptions extends Pick<VerifyOptions, 'pageSize' | 'signal'> {
  /** The only chain to verify. */
  readonly organizationId?: string;
  readonly onProgress?: (organizationId: string, position: number, end: number) => void;
}

/**
 * Verifies chains whole, against themselves and against what was signed of them, one after the other.
 * @param heads left out when what was signed is not there to compare with
 * @throws SealedLogDamage when the signed heads are not what was written
 */
export async function* verifyAudit(
  db: Database,
  heads: AuditHeads | undefined,
  { organizationId: only, onProgress, ...options }: VerifyAuditOptions = {},
): AsyncGenerator<VerifiedChain> {
  const latest = (await heads?.latest()) ?? new Map<string, SignedHead>();
  for await (const organizationId of only === undefined ? chainsOf(db, latest) : [only]) {
    const signed = latest.get(organizationId) ?? null;
    const report = await verifyChain(db, organizationId, {
      ...options,
      onProgress: (position, end) => onProgress?.(organizationId, position, end),
    });
    const firstBreak =
      signed === null || heads === undefined ? report.firstBreak : await withSigned(db, report, signed, heads);
    yield { ...report, organizationId, signed, firstBreak };
  }
}

/** Every chain of which there is a trace, in the order of their IDs. */
async function* chainsOf(db: Database, signed: ReadonlyMap<string, SignedHead>): AsyncGenerator<string> {
  const signedIds = [...signed.keys()].sort();
  for (let last = ''; ; ) {
    const stored = await Promise.all([firstAfter(db, 'audit_records', last), firstAfter(db, 'audit_heads', last)]);
    const [next] = [...stored, signedIds.find((id) => id > last)].filter((id) => id !== undefined).sort();
    if (next === undefined) return;
    yield next;
    last = next;
  }
}

/** One step in an index, where a plain "distinct" would go through all records. */
async function firstAfter(
  db: Database,
  table: 'audit_records' | 'audit_heads',
  last: string,
): Promise<string | undefined> {
  const row = await db
    .selectFrom(table)
    .select('organization_id')
    .where('organization_id', '>', last)
    .orderBy('organization_id')
    .limit(1)
    .executeTakeFirst();
  return row?.organization_id;
}

/** The first break of a chain, when what was signed of it is taken into account. */
async function withSigned(
  db: Database,
  { verified, firstBreak }: ChainReport,
  latest: SignedHead,
  heads: AuditHeads,
): Promise<ChainBreak | null> {
  if (firstBreak === null && (await isStill(db, latest))) return null;
  let lastRight = 0;
  for (const head of await heads.of(latest.organizationId)) {
    if (await isStill(db, head)) {
      lastRight = head.position;
      continue;
    }
    const isCut = firstBreak === null && head.position > verified.position;
    const position = isCut ? verified.position + 1 : lastRight + 1;
    if (firstBreak !== null && firstBreak.position <= position) return firstBreak;
    const reason = isCut
      ? `the end was cut off: record ${head.position} was signed on ${head.at}`
      : `the chain was rewritten from here on, or from a later record up to ${head.position}, which was signed on ${head.at}`;
    return { position, id: null, at: null, reason };
  }
  return firstBreak;
}
