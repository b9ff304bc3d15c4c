import type { Command } from 'commander';
import { exitCodes } from '../../deployment/exit-code.ts';
import { CliError } from '../cli-error.ts';
import { withStore } from '../service-store.ts';
import { operator } from './operator.ts';
import { type AdminFlags, adminSubcommand, note, print } from './subcommand.ts';

type LossFlags = AdminFlags & { readonly confirm?: string };

/** What an operator has to type to accept that something is lost for good. */
const confirmations = {
  revocationLog: 'ended keys may work again',
  audit: 'audit records are lost',
} as const;

/** Commands by which an operator accepts that something is lost for good. */
export function lossCommands(): readonly Command[] {
  return [acceptRevocationLogLoss(), acceptAuditLoss()];
}

function acceptRevocationLogLoss(): Command {
  return adminSubcommand(
    'accept-revocation-log-loss',
    'Begins a new revocation log because the old one is lost: keys, tokens and roles that were ended since the backup of the database may be back.',
    `--data /var/lib/dataminer-deploy --secrets /etc/dataminer-deploy/secrets --confirm "${confirmations.revocationLog}"`,
  )
    .option('--confirm <text>', `exactly: ${confirmations.revocationLog}`)
    .action(async (flags: LossFlags) => {
      requireConfirmed(flags, confirmations.revocationLog);
      await withStore(flags, async () => undefined, { lossOfRevocationLogAcceptedBy: operator() });
      print(flags, { accepted: true }, []);
      note('A new revocation log is begun; what was left of the old one lies beside it. Every organization was told.');
      note('Look through keys, tokens and users now, and end again what must not work.');
    });
}

function acceptAuditLoss(): Command {
  return adminSubcommand(
    'accept-audit-loss',
    'Accepts that records of the audit trail are lost, because a backup was restored by other means than "admin restore".',
    `--data /var/lib/dataminer-deploy --secrets /etc/dataminer-deploy/secrets --confirm "${confirmations.audit}"`,
  )
    .option('--confirm <text>', `exactly: ${confirmations.audit}`)
    .action(async (flags: LossFlags) => {
      requireConfirmed(flags, confirmations.audit);
      const { acceptRecordLoss } = await import('../../key-service/audit/accept-loss.ts');
      await withStore(flags, ({ auditHeads, audited, db }) =>
        acceptRecordLoss(auditHeads, { audited, db, initiator: operator() }),
      );
      print(flags, { accepted: true }, []);
      note(
        'What was signed before counts no more; the chains as they are now are signed. Every organization was told.',
      );
    });
}

function requireConfirmed({ confirm }: LossFlags, wanted: string): void {
  if (confirm === wanted) return;
  const problem = confirm === undefined ? 'This wants to be confirmed' : 'The confirmation is not what it has to be';
  throw new CliError(`${problem}; nothing was changed`, {
    exitCode: exitCodes.inputs,
    next: `If that is what you want, give --confirm "${wanted}".`,
  });
}
