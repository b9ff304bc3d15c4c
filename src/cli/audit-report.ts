import { exitCodes } from '../deployment/exit-code.ts';
import { serviceChain } from '../key-service/audit/audit-record.ts';
import { SealedLogDamage } from '../key-service/audit/sealed-log.ts';
import { type VerifiedChain, verifyAudit } from '../key-service/audit/verify-audit.ts';
import type { OpenAudit } from '../key-service/open-audit.ts';
import { CliError } from './cli-error.ts';

/** What a verification found, as it is printed with `--json`. */
export interface AuditReport {
  readonly whole: boolean;
  readonly chains: readonly ChainReport[];
  /** What is wrong with the file of signed heads; null when nothing is. */
  readonly signedHeads: string | null;
}

interface ChainReport {
  readonly organization: string;
  readonly name: string;
  /** Records up to the first break. */
  readonly records: number;
  /** The last record that was signed before; null when none was. */
  readonly signed: { readonly position: number; readonly at: string } | null;
  readonly firstBreak: {
    readonly position: number;
    readonly id: string | null;
    readonly time: string | null;
    readonly reason: string;
  } | null;
}

/**
 * Verifies the chains of an audit.
 * @param organization the only one, by default all
 * @throws CliError when there is no such organization
 */
export async function reportAudit(
  { db, heads }: OpenAudit,
  organization: string | undefined,
  onProgress: (name: string, position: number, end: number) => void,
): Promise<AuditReport> {
  const names = new Map([[serviceChain, 'the service itself']]);
  const organizations = await db.selectFrom('organizations').select(['id', 'name']).execute();
  for (const { id, name } of organizations) names.set(id, name);
  const nameOf = (id: string) => names.get(id) ?? 'an organization that is not there';
  const signedHeads = await heads.latest().then(
    () => null,
    (error) => {
      if (error instanceof SealedLogDamage) return error.message;
      throw error;
    },
  );
  const chains: ChainReport[] = [];
  const options = {
    ...(organization !== undefined && { organizationId: organization }),
    onProgress: (id: string, position: number, end: number) => onProgress(nameOf(id), position, end),
  };
  for await (const chain of verifyAudit(db, signedHeads === null ? heads : undefined, options)) {
    if (!names.has(chain.organizationId) && isNothing(chain)) throw noChain(chain.organizationId);
    chains.push(chainReport(chain, nameOf(chain.organizationId)));
  }
  return { whole: signedHeads === null && chains.every(({ firstBreak }) => firstBreak === null), chains, signedHeads };
}

/** A chain as a line for people. */
export function lineOf({ organization, name, records, signed, firstBreak }: ChainReport): string {
  const chain = `${name} (${organization})`;
  if (firstBreak !== null) {
    const { position, id, time, reason } = firstBreak;
    const record = [`record ${position}`, ...(id === null ? [] : [`ID ${id}`]), ...(time === null ? [] : [time])].join(
      ', ',
    );
    return `BROKEN  ${chain}: ${record}: ${reason}\n`;
  }
  const upTo = signed === null ? 'nothing signed yet' : `signed up to record ${signed.position} on ${signed.at}`;
  return `whole   ${chain}: ${records} records, ${upTo}\n`;
}

function chainReport({ organizationId, verified, signed, firstBreak }: VerifiedChain, name: string): ChainReport {
  return {
    organization: organizationId,
    name,
    records: verified.position,
    signed: signed && { position: signed.position, at: signed.at },
    firstBreak: firstBreak && {
      position: firstBreak.position,
      id: firstBreak.id,
      time: firstBreak.at === null ? null : new Date(firstBreak.at).toISOString(),
      reason: firstBreak.reason,
    },
  };
}

function isNothing({ verified, signed, firstBreak }: VerifiedChain): boolean {
  return verified.position === 0 && signed === null && firstBreak === null;
}

function noChain(organization: string): CliError {
  return new CliError(`There is no audit chain of an organization ${organization}`, {
    exitCode: exitCodes.inputs,
    next: 'Leave --organization out to verify all chains; their IDs are printed then.',
  });
}
