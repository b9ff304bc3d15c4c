import { type Environment, timestamp } from '../environment.ts';
import { KeyServiceError } from '../key-service-error.ts';
import type { Peppers } from '../secrets/pepper-ring.ts';
import type { ServiceSecret } from '../secrets/service-secret.ts';
import { lockMatter } from '../store/lock.ts';
import type { Database, Queries, Tables } from '../store/schema.ts';
import { LogKeys } from './log-keys.ts';
import { writingLogs } from './log-writing.ts';
import { SealedLog, SealedLogDamage } from './sealed-log.ts';

/** Where a chain ended at some time. */
export interface SignedHead {
  readonly at: string;
  readonly organizationId: string;
  readonly position: number;
  /** Hexadecimal. */
  readonly hash: string;
}

/** What the file holds: signed heads, and that records were lost, after which what was signed before counts no more. */
type Line = SignedHead | { readonly at: string; readonly lossAccepted: true };

const pageSize = 500;

export const auditHeadsFileName = 'audit-heads.log';

/**
 * The ends of all chains, signed now and then and kept outside the database: whoever rewrites a whole chain there, or cuts its
 * end off, is found out by what was signed before (security practice 10). The file can be copied away, so that not even
 * somebody with the rights of the service gets around it.
 */
export class AuditHeads {
  readonly #db: Database;
  readonly #peppers: Peppers;
  readonly #environment: Environment;
  readonly #newLog: () => SealedLog<Line>;
  readonly #log: SealedLog<Line>;
  #latest = new Map<string, SignedHead>();

  constructor(db: Database, path: string, peppers: Peppers, environment: Environment) {
    this.#db = db;
    this.#peppers = peppers;
    this.#environment = environment;
    const keys = new LogKeys(peppers, 'audit heads');
    this.#newLog = () => new SealedLog(path, keys);
    this.#log = this.#newLog();
  }

  /**
   * Signs the ends of the chains that have grown since.
   * @throws KeyServiceError `audit` for a chain that is no longer the one that was signed; all others are signed. `secrets` when
   * this process does not know the pepper any more
   */
  async sign(): Promise<void> {
    // What is wrong with the file is told below, where it is read to its end.
    await this.readOn().catch(() => undefined);
    const [broken] = await writingLogs(this.#db, this.#peppers, (transaction, pepper) =>
      this.#signGrown(transaction, pepper),
    );
    if (broken === undefined) return;
    throw new KeyServiceError(
      'audit',
      `The audit chain of organization ${broken.organizationId} is not the one whose record ${broken.position} was signed on ${broken.at}`,
      'Find out with "audit verify" what happened to it. If a backup was restored, see "admin accept-audit-loss".',
    );
  }

  /**
   * Lets what was signed until now count no more, and signs what is there: an operator knows that records were lost. A file that
   * is damaged itself is moved aside.
   */
  async acceptLoss(): Promise<void> {
    await writingLogs(this.#db, this.#peppers, (transaction, pepper) => this.#beginAnew(transaction, pepper));
  }

  /**
   * The same when an older copy of the database was put into place, whose chains end earlier. As far as they go they have to be
   * those that were signed, for copies lie where others may write; otherwise nothing is accepted, and it is found as ever.
   */
  async acceptOlderCopy(): Promise<void> {
    await writingLogs(this.#db, this.#peppers, async (transaction, pepper) => {
      if (await this.#isOlderCopy(transaction)) await this.#beginAnew(transaction, pepper);
    });
  }

  /** What was signed last of each chain. @throws SealedLogDamage when the file is not what was written to it */
  async latest(): Promise<ReadonlyMap<string, SignedHead>> {
    const latest = new Map<string, SignedHead>();
    for await (const line of this.#newLog().readOn()) take(latest, line);
    return latest;
  }

  /** Everything that was signed of a chain and still counts, oldest first. @throws SealedLogDamage as {@link latest} does */
  async of(organizationId: string): Promise<readonly SignedHead[]> {
    let heads: SignedHead[] = [];
    for await (const line of this.#newLog().readOn()) {
      if ('lossAccepted' in line) heads = [];
      else if (line.organizationId === organizationId) heads.push(line);
    }
    return heads;
  }

  /** Reads what was added to the file: it may be long, and who holds its lock keeps others waiting. @throws SealedLogDamage */
  async readOn(): Promise<void> {
    for await (const line of this.#log.readOn()) take(this.#latest, line);
  }

  /** Seals the file with one pepper throughout, so that others can be forgotten. @throws SealedLogDamage */
  async sealAnew(transaction: Queries, pepper: ServiceSecret): Promise<void> {
    await lockMatter(transaction, 'sealed logs');
    await this.#log.sealAnew(pepper);
  }

  async #beginAnew(transaction: Queries, pepper: ServiceSecret): Promise<void> {
    await this.readOn().catch(async (error) => {
      if (!(error instanceof SealedLogDamage)) throw error;
      await this.#log.moveAside(`lost-${this.#environment.newId()}`);
    });
    await this.#log.append([{ at: timestamp(this.#environment.now()), lossAccepted: true }], pepper);
    this.#latest.clear();
    await this.#signGrown(transaction, pepper);
  }

  async #isOlderCopy(transaction: Queries): Promise<boolean> {
    const ends = new Map<string, number>();
    const latestThere = new Map<string, SignedHead>();
    try {
      for await (const line of this.#newLog().readOn()) {
        // A copy may be from before a loss that was accepted: what was signed until then still tells whether it is whole.
        if ('lossAccepted' in line) continue;
        const { organizationId, position } = line;
        const end = ends.get(organizationId) ?? (await endOf(transaction, organizationId));
        ends.set(organizationId, end);
        if (position <= end) latestThere.set(organizationId, line);
      }
    } catch (error) {
      if (error instanceof SealedLogDamage) return false;
      throw error;
    }
    for (const head of latestThere.values()) if (!(await isStill(transaction, head))) return false;
    return true;
  }

  /** @returns what was signed of chains that are not as they were then */
  async #signGrown(transaction: Queries, pepper: ServiceSecret): Promise<readonly SignedHead[]> {
    await this.readOn();
    const unseen = new Map(this.#latest);
    const broken: SignedHead[] = [];
    for (let last = ''; ; ) {
      const rows = await headsAfter(transaction, last);
      const grown: SignedHead[] = [];
      for (const row of rows) {
        const signed = unseen.get(row.organization_id);
        unseen.delete(row.organization_id);
        if (signed !== undefined && !(await isStill(transaction, signed))) broken.push(signed);
        else if (row.position > (signed?.position ?? 0)) grown.push(this.#signed(row));
      }
      if (grown.length > 0) await this.#log.append(grown, pepper);
      for (const head of grown) take(this.#latest, head);
      if (rows.length < pageSize) return [...broken, ...unseen.values()];
      last = rows.at(-1)?.organization_id ?? last;
    }
  }

  #signed({ organization_id, position, hash }: Tables['audit_heads']): SignedHead {
    const at = timestamp(this.#environment.now());
    return { at, organizationId: organization_id, position, hash: Buffer.from(hash).toString('hex') };
  }
}

/** Whether the record that was signed is still the same. */
export async function isStill(db: Queries, { organizationId, position, hash }: SignedHead): Promise<boolean> {
  const row = await db
    .selectFrom('audit_records')
    .select('hash')
    .where('organization_id', '=', organizationId)
    .where('position', '=', position)
    .executeTakeFirst();
  return row !== undefined && Buffer.from(row.hash).toString('hex') === hash;
}

/** Where a chain really ends, whatever is noted as its end. */
async function endOf(db: Queries, organizationId: string): Promise<number> {
  const { end } = await db
    .selectFrom('audit_records')
    .select(({ fn }) => fn.max('position').as('end'))
    .where('organization_id', '=', organizationId)
    .executeTakeFirstOrThrow();
  return end ?? 0;
}

function take(latest: Map<string, SignedHead>, line: Line): void {
  if ('lossAccepted' in line) latest.clear();
  else latest.set(line.organizationId, line);
}

async function headsAfter(db: Queries, organizationId: string): Promise<readonly Tables['audit_heads'][]> {
  return await db
    .selectFrom('audit_heads')
    .selectAll()
    .where('organization_id', '>', organizationId)
    .orderBy('organization_id')
    .limit(pageSize)
    .execute();
}
