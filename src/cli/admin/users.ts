import { type Command, Option } from 'commander';
import { type Role, roles } from '../../contract/management/role.ts';
import type { AddedUser, User } from '../../contract/management/users.ts';
import type { RolePlace } from '../../key-service/access/roles.ts';
import type { KeyServiceCore } from '../../key-service/key-service-core.ts';
import { withStore } from '../service-store.ts';
import { everyPage } from './every-page.ts';
import { operator } from './operator.ts';
import { newPassword, type PasswordFlags } from './password-input.ts';
import { requirePlace } from './require-place.ts';
import { type AdminFlags, adminSubcommand, note, print } from './subcommand.ts';

/** What to do about an account that others made: they chose its first password, and nobody proves whose address it is. */
const askThePerson = 'Ask the person whether the account is theirs, and whether they have changed its first password.';

type PlaceFlags = { readonly organization: string; readonly system?: string };

/** Commands about those who sign in. */
export function userCommands(): readonly Command[] {
  return [createUser(), listUsers(), resetPassword()];
}

function createUser(): Command {
  return withPlaceFlags(
    adminSubcommand(
      'create-user',
      'Gives somebody a role, with an account if they have none yet, and prints the ID of the account.',
      '--email alice@example.com --organization ID --role admin --password-stdin < password.txt',
    ),
  )
    .requiredOption('--email <address>', 'e-mail address that they sign in with')
    .addOption(new Option('--role <role>', 'what they may do').choices(roles).makeOptionMandatory())
    .option('--name <name>', 'name of a new account (default: the address)')
    .option('--password-stdin', 'read the password of a new account from stdin')
    .action(async (flags: AdminFlags & PlaceFlags & PasswordFlags & { email: string; role: Role; name?: string }) => {
      const { id, existed } = await withStore(flags, async (core) => await addUser(core, flags));
      print(flags, { id, existed }, [id]);
      if (existed) note(`${flags.email} had no role in this organization before. ${askThePerson}`);
    });
}

async function addUser(
  core: KeyServiceCore,
  flags: PlaceFlags & PasswordFlags & { email: string; role: Role; name?: string },
): Promise<AddedUser> {
  const { email, role, name = email } = flags;
  const isKnown = (await core.accounts.find(email)) !== undefined;
  if (isKnown) note('There is an account of this address already; its name and password stay as they are.');
  const given = isKnown ? { email, role } : { email, role, name, password: await newPassword(flags) };
  return await core.users.add(placeFrom(flags), given, { initiator: operator(), role: 'owner' });
}

function listUsers(): Command {
  return withPlaceFlags(
    adminSubcommand('list-users', 'Lists who has a role on an organization or a DMS.', '--organization ID'),
  ).action(async (flags: AdminFlags & PlaceFlags) => {
    const items = await withStore(flags, async (core) => {
      await requirePlace(core, flags);
      return await everyPage((query) => core.users.list(placeFrom(flags), query));
    });
    print(flags, { items, next: null }, items.map(lineOf));
    if (items.length === 0) note('Nobody has a role here yet; give one with create-user.');
  });
}

function resetPassword(): Command {
  return adminSubcommand(
    'reset-password',
    'Sets a password for somebody who lost theirs; wherever they are signed in, they no longer are.',
    '--email alice@example.com --password-stdin < password.txt',
  )
    .requiredOption('--email <address>', 'e-mail address of the account')
    .option('--password-stdin', 'read the new password from stdin')
    .action(async (flags: AdminFlags & PasswordFlags & { email: string }) => {
      const account = await withStore(flags, async (core) => {
        return await core.accounts.resetPassword(flags.email, await newPassword(flags), operator());
      });
      print(flags, { id: account.id }, [account.id]);
      note('The old password no longer works.');
    });
}

function withPlaceFlags(command: Command): Command {
  return command
    .requiredOption('--organization <id>', 'organization of the role')
    .option('--system <id>', 'DMS of the organization, when the role is for it alone');
}

function placeFrom({ organization, system }: PlaceFlags): RolePlace {
  return { organizationId: organization.toLowerCase(), systemId: system?.toLowerCase() ?? null };
}

function lineOf({ id, email, name, role, inherited, lastSeenAt }: User): string {
  const from = inherited ? ' of the organization' : '';
  return `${id}  ${email}  ${name}  ${role}${from}  last seen ${lastSeenAt ?? 'never'}`;
}
