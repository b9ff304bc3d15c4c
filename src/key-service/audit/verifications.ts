import type { AuditVerification } from '../../contract/management/audit.ts';
import { type Environment, timestamp } from '../environment.ts';
import { KeyServiceError } from '../key-service-error.ts';
import type { Database } from '../store/schema.ts';
import type { AuditHeads } from './audit-heads.ts';
import { verifyAudit } from './verify-audit.ts';
import { beforeFirst, type ChainBreak, type ChainReport, verifyChain } from './verify-chain.ts';

/** Records that one question may have verified. */
const recordsAtOnce = 20_000;

/** Records read at a time beside the requests that are served: a few milliseconds. */
const pageSize = 200;

/** What is known of a chain. */
interface Known extends ChainReport {
  readonly at: number;
}

/**
 * Whether the chains are whole, for those who ask often: what was verified once is remembered, and only what came since is read.
 * Everything is verified anew from time to time.
 */
export class Verifications {
  readonly #db: Database;
  readonly #heads: AuditHeads;
  readonly #environment: Environment;
  readonly #known = new Map<string, Known>();
  readonly #underWay = new Map<string, Promise<Known>>();
  readonly #ending = new AbortController();

  constructor(db: Database, heads: AuditHeads, environment: Environment) {
    this.#db = db;
    this.#heads = heads;
    this.#environment = environment;
  }

  /** The state of a chain. A long one may not be verified to its end yet: then asking again goes on. */
  async of(organizationId: string): Promise<AuditVerification> {
    const underWay = this.#underWay.get(organizationId) ?? this.#goOn(organizationId);
    this.#underWay.set(organizationId, underWay);
    try {
      return view(await underWay);
    } finally {
      this.#underWay.delete(organizationId);
    }
  }

  /**
   * Verifies all chains from their beginnings, also against what was signed of them.
   * @throws KeyServiceError `audit` at the first chain that is not whole, when all were verified; SealedLogDamage as
   * {@link verifyAudit} does
   */
  async all(): Promise<void> {
    const { signal } = this.#ending;
    if (signal.aborted) return;
    let broken: KeyServiceError | undefined;
    try {
      for await (const { organizationId, ...report } of verifyAudit(this.#db, this.#heads, { pageSize, signal })) {
        this.#known.set(organizationId, { ...report, at: this.#environment.now() });
        if (report.firstBreak !== null) broken ??= brokenChain(organizationId, report.firstBreak);
      }
    } catch (error) {
      if (!signal.aborted) throw error;
    }
    if (broken !== undefined) throw broken;
  }

  /** Ends what is under way, and begins nothing any more. */
  end(): void {
    this.#ending.abort();
  }

  async #goOn(organizationId: string): Promise<Known> {
    const known = this.#known.get(organizationId);
    if (known !== undefined && known.firstBreak !== null) return known;
    const after = known?.verified ?? beforeFirst;
    const report = await verifyChain(this.#db, organizationId, { after, limit: recordsAtOnce, pageSize });
    const now = { ...report, at: this.#environment.now() };
    // A verification of everything may have found out more meanwhile.
    if (this.#known.get(organizationId) === known) this.#known.set(organizationId, now);
    return now;
  }
}

function view({ verified, outstanding, firstBreak, at }: Known): AuditVerification {
  return {
    whole: firstBreak === null,
    records: verified.position,
    outstanding,
    verifiedAt: timestamp(at),
    firstBreak: firstBreak && { position: firstBreak.position, id: firstBreak.id, reason: firstBreak.reason },
  };
}

function brokenChain(organizationId: string, { position, reason }: ChainBreak): KeyServiceError {
  return new KeyServiceError(
    'audit',
    `The audit chain of organization ${organizationId} is broken at record ${position}: ${reason}`,
    'Find out with "audit verify" what is wrong with all chains, and compare with a backup.',
  );
}
