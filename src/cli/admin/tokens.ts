import { type Command, Option } from 'commander';
import { type Role, roles } from '../../contract/management/role.ts';
import type { NewToken, Token } from '../../contract/management/users.ts';
import { withStore } from '../service-store.ts';
import { everyPage } from './every-page.ts';
import { operator } from './operator.ts';
import { requirePlace } from './require-place.ts';
import { type AdminFlags, adminSubcommand, note, print } from './subcommand.ts';

type OrganizationFlags = { readonly organization: string };
type NewTokenFlags = { readonly role: Role; readonly name: string; readonly expiresAt?: string };

/** Commands about the tokens that automation calls the management API with. */
export function tokenCommands(): readonly Command[] {
  return [createToken(), listTokens(), revokeToken()];
}

function createToken(): Command {
  return adminSubcommand(
    'create-token',
    'Creates an API token and prints it, this once. It holds its role on the organization and all of its DMSs.',
    '--organization ID --role admin --name "rotation" --json',
  )
    .requiredOption('--organization <id>', 'organization that the token is for')
    .addOption(new Option('--role <role>', 'what the token may do').choices(roles).makeOptionMandatory())
    .requiredOption('--name <name>', 'name by which people know the token')
    .option('--expires-at <time>', 'when it ends by itself, as in 2030-01-31T12:00:00Z')
    .action(async (flags: AdminFlags & OrganizationFlags & NewTokenFlags) => {
      const { id, token } = await withStore(flags, ({ tokens }) =>
        tokens.create(flags.organization, givenFrom(flags), { initiator: operator(), role: 'owner' }),
      );
      print(flags, { id, token }, [`id: ${id}`, `token: ${token}`]);
      note('The token is not shown again. Store it as a secret now.');
    });
}

function givenFrom({ name, role, expiresAt }: NewTokenFlags): NewToken {
  return { name, role, ...(expiresAt !== undefined && { expiresAt }) };
}

function listTokens(): Command {
  return adminSubcommand('list-tokens', 'Lists the API tokens of an organization, masked.', '--organization ID')
    .requiredOption('--organization <id>', 'organization that the tokens are for')
    .action(async (flags: AdminFlags & OrganizationFlags) => {
      const items = await withStore(flags, async (core) => {
        await requirePlace(core, flags);
        return await everyPage((query) => core.tokens.list(flags.organization, query));
      });
      print(flags, { items, next: null }, items.map(lineOf));
      if (items.length === 0) note('There are no tokens here yet; create one with create-token.');
    });
}

function revokeToken(): Command {
  return adminSubcommand('revoke-token', 'Ends an API token; it stops working at once.', '--organization ID --token ID')
    .requiredOption('--organization <id>', 'organization that the token is for')
    .requiredOption('--token <id>', 'ID of the token, as list-tokens shows it')
    .action(async (flags: AdminFlags & OrganizationFlags & { token: string }) => {
      const actor = { initiator: operator(), role: 'owner' } as const;
      await withStore(flags, ({ tokens }) => tokens.revoke(flags.organization, flags.token, actor));
      print(flags, { id: flags.token }, [flags.token]);
      note('The token no longer works.');
    });
}

function lineOf({ id, name, role, masked, state, expiresAt, lastUsedAt }: Token): string {
  const end = expiresAt === null ? '' : `  until ${expiresAt}`;
  return `${id}  ${name}  ${role}  ${masked}  ${state}${end}  last used ${lastUsedAt ?? 'never'}`;
}
