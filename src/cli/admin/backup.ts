import { resolve } from 'node:path';
import type { Command } from 'commander';
import { exitCodes } from '../../deployment/exit-code.ts';
import { CliError } from '../cli-error.ts';
import { databaseUrlFrom, storeOptions, tellingUsers } from '../service-store.ts';
import { operator } from './operator.ts';
import { type AdminFlags, adminSubcommand, note, print } from './subcommand.ts';

/** `admin backup`: writes the embedded database to one file, also while `serve` runs. */
export function backup(): Command {
  return adminSubcommand(
    'backup',
    'Writes the embedded database, as it is now, to one file; "serve" may run meanwhile.',
    '--data /var/lib/dataminer-deploy --output /backup/keys-2026-11-23.sqlite',
  )
    .requiredOption('--output <file>', 'file to write; it must not be there yet')
    .option('--without-packages', 'leave uploaded packages out; deployments that wait then need a new upload')
    .action(async (flags: AdminFlags & { output: string; withoutPackages?: boolean }) => {
      await requireEmbedded(flags, 'pg_dump');
      const { backUp } = await import('../../key-service/admin/backup.ts');
      const { systemEnvironment } = await import('../../key-service/environment.ts');
      const options = { withPackages: flags.withoutPackages !== true, environment: systemEnvironment };
      const made = await tellingUsers(() => backUp(resolve(flags.data), resolve(flags.output), options));
      print(flags, made, [made.file]);
      note('Pepper and master key are no part of it; without them it is worth nothing. Keep them apart from it.');
    });
}

/** `admin restore`: puts a backup in the place of the embedded database. */
export function restore(): Command {
  return adminSubcommand(
    'restore',
    'Puts a backup in the place of the embedded database, which is kept; "serve" must not run.',
    '--data /var/lib/dataminer-deploy --input /backup/keys-2026-11-23.sqlite',
  )
    .requiredOption('--input <file>', 'file that "admin backup" made')
    .action(async (flags: AdminFlags & { input: string }) => {
      await requireEmbedded(flags, 'pg_restore');
      const { restore } = await import('../../key-service/admin/restore.ts');
      const { systemEnvironment } = await import('../../key-service/environment.ts');
      const by = { initiator: operator(), environment: systemEnvironment };
      const options = await storeOptions(flags);
      const restored = await tellingUsers(() => restore(options, resolve(flags.input), by));
      print(flags, restored, [restored.database]);
      if (restored.replaced !== null) note(`The database that was there is kept as ${restored.replaced}.`);
      note('At its next start the service ends again what the revocation log says, and deployments that were waiting.');
      note('Everybody has to sign in again.');
    });
}

/** @throws CliError for a PostgreSQL database, which has tools of its own */
async function requireEmbedded({ databaseUrl }: AdminFlags, tool: string): Promise<void> {
  if ((await databaseUrlFrom(databaseUrl, process.env)) === undefined) return;
  throw new CliError('This works on the embedded database, not on PostgreSQL', {
    exitCode: exitCodes.inputs,
    next: `Use PostgreSQL's own ${tool}, and docs/operations.md for what else belongs to it.`,
  });
}
