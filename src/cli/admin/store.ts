import type { Command } from 'commander';
import { withStore } from '../service-store.ts';
import { type AdminFlags, adminSubcommand, note, print } from './subcommand.ts';

/** Commands about the store as a whole. */
export function storeCommands(): readonly Command[] {
  return [init()];
}

function init(): Command {
  return adminSubcommand(
    'init',
    'Makes data folder, database, pepper and master key, or checks that they fit together.',
    '--data /var/lib/dataminer-deploy --secrets /etc/dataminer-deploy/secrets',
  ).action(async (flags: AdminFlags) => {
    const made = await withStore(flags, async (core) => ({ data: core.dataFolder, secrets: core.secretsFolder }));
    print(flags, made, [`data: ${made.data}`, `secrets: ${made.secrets}`]);
    if (flags.secrets === undefined) {
      note(
        'Pepper and master key lie beside the data. Keep them on another disk with --secrets, and back them up apart.',
      );
    }
  });
}
