import type { Command } from 'commander';
import { withStore } from '../service-store.ts';
import { type AdminFlags, adminSubcommand, print } from './subcommand.ts';

/** Commands about organizations. */
export function organizationCommands(): readonly Command[] {
  return [createOrganization()];
}

function createOrganization(): Command {
  return adminSubcommand('create-organization', 'Creates an organization and prints its ID.', '--name "Example"')
    .requiredOption('--name <name>', 'name of the organization')
    .action(async (flags: AdminFlags & { name: string }) => {
      const organization = await withStore(flags, (core) => core.organizations.create(flags.name));
      print(flags, organization, [organization.id]);
    });
}
