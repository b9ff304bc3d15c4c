import { resolve } from 'node:path';
import type { Command } from 'commander';
import { withStore } from '../service-store.ts';
import { type AdminFlags, adminSubcommand, print } from './subcommand.ts';

/** Commands about DMSs. */
export function systemCommands(): readonly Command[] {
  return [createSystem()];
}

function createSystem(): Command {
  return adminSubcommand(
    'create-system',
    'Connects a DMS whose "Skyline DataMiner" folder this machine can write to, and prints its ID.',
    '--organization ID --name "Staging" --folder "/mnt/staging/Skyline DataMiner"',
  )
    .requiredOption('--organization <id>', 'organization that the DMS belongs to')
    .requiredOption('--name <name>', 'name of the DMS')
    .requiredOption(
      '--folder <folder>',
      'existing folder that is, or becomes, the root of the DMS ("Skyline DataMiner")',
    )
    .action(async (flags: AdminFlags & { organization: string; name: string; folder: string }) => {
      const given = { name: flags.name, folder: resolve(flags.folder) };
      const system = await withStore(flags, (core) => core.systems.create(flags.organization, given));
      print(flags, system, [system.id]);
    });
}
