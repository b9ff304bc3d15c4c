import { access } from 'node:fs/promises';
import { Command } from 'commander';
import { exitCodes } from '../deployment/exit-code.ts';
import type { AuditReport } from './audit-report.ts';
import { CliError } from './cli-error.ts';
import { type StoreFlags, storeOptions, tellingUsers, withStoreFlags } from './service-store.ts';
import { terminalLog } from './terminal-log.ts';

const help = `
Every record is bound to the one before it, and the ends of the chains are signed every hour in audit-heads.log, which lies in the
data folder. Copy that file to another machine now and then: with --heads it shows also what somebody changed who may write to
everything here.

Exit codes: 0 all chains are whole; 1 one of them is not, and its first break is named; 3 wrong inputs.

Example:
  dataminer-deploy audit verify --data /var/lib/dataminer-deploy --secrets /etc/dataminer-deploy/secrets --json`;

/** Chains from this length on are worth telling about while they are verified. */
const longChain = 20_000;

interface VerifyFlags extends StoreFlags {
  readonly organization?: string;
  readonly heads?: string;
  readonly json?: boolean;
}

/** `audit`: what can be done with the audit trail on the command line. */
export function auditCommand(): Command {
  return new Command('audit').description('Works with the audit trail of a key service.').addCommand(verifyCommand());
}

function verifyCommand(): Command {
  return withStoreFlags(new Command('verify'))
    .description('Verifies that no record of the audit trail was changed or removed; the service may run meanwhile.')
    .option('--organization <id>', 'verify the chain of this organization only')
    .option('--heads <file>', 'signed ends of chains to compare with (default: audit-heads.log in the data folder)')
    .option('--json', 'print the result as one JSON document on stdout')
    .addHelpText('after', help)
    .action(async (flags: VerifyFlags) => {
      // Loaded when asked for: other commands do not pay for it.
      const { lineOf } = await import('./audit-report.ts');
      const report = await tellingUsers(() => verified(flags));
      process.stdout.write(flags.json ? `${JSON.stringify(report)}\n` : report.chains.map(lineOf).join(''));
      if (!report.chains.some(({ signed }) => signed !== null) && report.chains.some(({ records }) => records > 0)) {
        process.stderr.write(
          'Nothing of it was signed: audit-heads.log is new, or missing. If the service has run for an hour, put its copy back.\n',
        );
      }
      if (report.signedHeads !== null)
        process.stderr.write(`What was signed cannot be relied on: ${report.signedHeads}\n`);
      process.exitCode = report.whole ? exitCodes.ok : exitCodes.unexpected;
    });
}

async function verified({ heads, organization, ...flags }: VerifyFlags): Promise<AuditReport> {
  if (heads !== undefined) await requireFile(heads);
  const { openAudit } = await import('../key-service/open-audit.ts');
  const { reportAudit } = await import('./audit-report.ts');
  const audit = await openAudit(await storeOptions(flags), heads);
  const log = terminalLog({ terminal: process.stderr, redact: (text) => text, verbose: false, now: Date.now });
  try {
    return await reportAudit(audit, organization?.toLowerCase(), (name, position, end) => {
      if (end >= longChain) log.progress(name, position, end);
    });
  } finally {
    await audit.close();
  }
}

async function requireFile(path: string): Promise<void> {
  await access(path).catch((cause) => {
    throw new CliError(`There is no file ${path}`, {
      exitCode: exitCodes.inputs,
      next: 'Name a copy of audit-heads.log with --heads, or leave it out.',
      cause,
    });
  });
}
