import { resolve } from 'node:path';
import type { Command } from 'commander';
import type { System } from '../../contract/management/organizations.ts';
import { withStore } from '../service-store.ts';
import { everyPage } from './every-page.ts';
import { operator } from './operator.ts';
import { requirePlace } from './require-place.ts';
import { type AdminFlags, adminSubcommand, note, print } from './subcommand.ts';

/** Commands about DMSs. */
export function systemCommands(): readonly Command[] {
  return [createSystem(), listSystems()];
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
      const given = { name: flags.name, connector: { type: 'folder', folder: resolve(flags.folder) } } as const;
      const actor = { initiator: operator(), allowedFolders: 'anywhere' } as const;
      const system = await withStore(flags, (core) => core.systems.create(flags.organization, given, actor));
      print(flags, system, [system.id]);
    });
}

function listSystems(): Command {
  return adminSubcommand(
    'list-systems',
    'Lists DMSs by name, with whether they can be reached from this machine now.',
    '--organization ID',
  )
    .option('--organization <id>', 'only those of this organization')
    .action(async (flags: AdminFlags & { organization?: string }) => {
      const items = await withStore(flags, async (core) => {
        await requirePlace(core, flags);
        return await everyPage((query) => core.systemList.listAll(flags.organization, query));
      });
      print(flags, { items, next: null }, items.map(lineOf));
      if (items.length === 0) note('There are no DMSs here yet; connect one with create-system.');
    });
}

function lineOf({ id, name, connector, status }: System): string {
  const reached = status.reachable ? 'reachable' : `not reachable: ${status.reason}`;
  return `${id}  ${name}  ${connector?.folder ?? ''}  ${reached}`;
}
