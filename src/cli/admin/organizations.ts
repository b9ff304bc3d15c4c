import type { Command } from 'commander';
import { withNewStore, withStore } from '../service-store.ts';
import { everyPage } from './every-page.ts';
import { operator } from './operator.ts';
import { type AdminFlags, adminSubcommand, note, print } from './subcommand.ts';

/** Commands about organizations. */
export function organizationCommands(): readonly Command[] {
  return [createOrganization(), listOrganizations()];
}

function createOrganization(): Command {
  return adminSubcommand('create-organization', 'Creates an organization and prints its ID.', '--name "Example"')
    .requiredOption('--name <name>', 'name of the organization')
    .action(async (flags: AdminFlags & { name: string }) => {
      const organization = await withNewStore(flags, (core) => core.organizations.create(flags.name, operator()));
      print(flags, organization, [organization.id]);
    });
}

function listOrganizations(): Command {
  return adminSubcommand('list-organizations', 'Lists the organizations of the service, by name.', '--json').action(
    async (flags: AdminFlags) => {
      const items = await withStore(flags, ({ organizations }) =>
        everyPage((query) => organizations.list('operator', query)),
      );
      print(
        flags,
        { items, next: null },
        items.map(({ id, name, createdAt }) => `${id}  ${name}  created ${createdAt}`),
      );
      if (items.length === 0) note('There are no organizations yet; create one with create-organization.');
    },
  );
}
