import { userInfo } from 'node:os';
import { resolve } from 'node:path';
import { Command, Option } from 'commander';
import { type KeySlot, keySlots } from '../contract/key-slot.ts';
import { exitCodes } from '../deployment/exit-code.ts';
import type { KeySetView } from '../key-service/keys/key-set-view.ts';
import type { KeySetOwner } from '../key-service/keys/key-sets.ts';
import { CliError } from './cli-error.ts';
import { type StoreFlags, withStore, withStoreFlags } from './service-store.ts';

const help = `
The commands work on the store itself, also while "serve" runs on it. Data folder and secrets are made on first use.

A first key set, from nothing:
  dataminer-deploy admin create-organization --name "Example"
  dataminer-deploy admin create-system --organization ID --name "Staging" --folder "/mnt/staging/Skyline DataMiner"
  dataminer-deploy admin create-key --system ID --label "GitHub"`;

/** `admin`: what an operator does to a key service from its own machine. */
export function adminCommand(): Command {
  const admin = new Command('admin')
    .description('Manages organizations, DMSs and key sets of a key service.')
    .addHelpText('after', help);
  for (const command of [
    init(),
    createOrganization(),
    createSystem(),
    createKey(),
    listKeys(),
    regenerate(),
    revoke(),
  ]) {
    admin.addCommand(command);
  }
  return admin;
}

type AdminFlags = StoreFlags & { readonly json?: boolean };
type OwnerFlags = { readonly system?: string; readonly organization?: string };

function adminSubcommand(name: string, description: string, example: string): Command {
  return withStoreFlags(new Command(name))
    .description(description)
    .option('--json', 'print the result as one JSON document on stdout')
    .addHelpText('after', `\nExample:\n  dataminer-deploy admin ${name} ${example}`);
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

function createOrganization(): Command {
  return adminSubcommand('create-organization', 'Creates an organization and prints its ID.', '--name "Example"')
    .requiredOption('--name <name>', 'name of the organization')
    .action(async (flags: AdminFlags & { name: string }) => {
      const organization = await withStore(flags, (core) => core.organizations.create(flags.name));
      print(flags, organization, [organization.id]);
    });
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

function createKey(): Command {
  return withOwnerFlags(
    adminSubcommand(
      'create-key',
      'Creates a key set and prints its two values, this once.',
      '--system ID --label "GitHub" --json',
    ),
  )
    .requiredOption('--label <label>', 'label by which people know the set')
    .option('--permission <name>', 'what the keys may do; may be repeated (organization keys need one)', collect, [])
    .action(async (flags: AdminFlags & OwnerFlags & { label: string; permission: readonly string[] }) => {
      const owner = ownerFrom(flags);
      const given = { label: flags.label, permissions: flags.permission };
      const { values, ...set } = await withStore(flags, (core) => core.keySets.create(owner, given, operator()));
      print(flags, { ...set, ...values }, [`id: ${set.id}`, ...keySlots.map((slot) => `${slot}: ${values[slot]}`)]);
      note('The two values are not shown again. Store them as secrets now.');
    });
}

function listKeys(): Command {
  return withOwnerFlags(
    adminSubcommand(
      'list-keys',
      'Lists the live key sets of a DMS or an organization; values are masked.',
      '--system ID',
    ),
  ).action(async (flags: AdminFlags & OwnerFlags) => {
    const owner = ownerFrom(flags);
    const items = await withStore(flags, (core) => core.keySets.list(owner));
    print(flags, { items, next: null }, items.flatMap(linesOf));
    if (items.length === 0) note('There are no key sets here yet; create one with create-key.');
  });
}

function regenerate(): Command {
  return adminSubcommand(
    'regenerate',
    'Replaces the value of one slot; the old value stops working at once. Prints the new one, this once.',
    '--set ID --slot secondary --confirm "GitHub"',
  )
    .requiredOption('--set <id>', 'key set')
    .addOption(new Option('--slot <slot>', 'which of its two values').choices(keySlots).makeOptionMandatory())
    .requiredOption('--confirm <label>', 'label of the set, exactly')
    .action(async (flags: AdminFlags & { set: string; slot: KeySlot; confirm: string }) => {
      const { set, slot, confirm } = flags;
      const value = await withStore(flags, (core) => core.keySets.regenerate(set, slot, confirm, operator()));
      // The bare value, so that it can be piped into a store of secrets without being shown.
      print(flags, { id: set, slot, value }, [value]);
      note(`The old ${slot} value no longer works. The new one is not shown again: update its secret now.`);
    });
}

function revoke(): Command {
  return adminSubcommand('revoke', 'Ends a key set; both values stop working at once.', '--set ID --confirm "GitHub"')
    .requiredOption('--set <id>', 'key set')
    .requiredOption('--confirm <label>', 'label of the set, exactly')
    .action(async (flags: AdminFlags & { set: string; confirm: string }) => {
      await withStore(flags, (core) => core.keySets.revoke(flags.set, flags.confirm));
      print(flags, { id: flags.set }, [flags.set]);
      note('Both values of the set no longer work.');
    });
}

function withOwnerFlags(command: Command): Command {
  return command
    .addOption(new Option('--system <id>', 'DMS of the keys').conflicts('organization'))
    .option('--organization <id>', 'organization of the keys, when they are not those of one DMS');
}

function ownerFrom({ system, organization }: OwnerFlags): KeySetOwner {
  if (system !== undefined) return { scope: 'system', systemId: system };
  if (organization !== undefined) return { scope: 'organization', organizationId: organization };
  throw new CliError('Neither --system nor --organization is given', {
    exitCode: exitCodes.inputs,
    next: 'Give the ID of the DMS or of the organization that the keys belong to.',
  });
}

function linesOf(set: KeySetView): string[] {
  const slots = keySlots.map((slot) => {
    const { masked, createdAt, lastUsedAt } = set.slots[slot];
    return `  ${slot}: ${masked}  created ${createdAt}  last used ${lastUsedAt ?? 'never'}`;
  });
  return [`${set.id}  ${set.label}  (${set.permissions.join(', ')})`, ...slots];
}

/**
 * Who the store's records name for what is done here. An account may have a number only, as in a container under any user ID.
 * @param user throws when the account has no name, as Node's own `userInfo` does
 */
export function operator(user: () => { username: string } = userInfo): string {
  try {
    return `${user().username} (command line)`;
  } catch {
    return `user ID ${process.getuid?.()} (command line)`;
  }
}

function collect(value: string, previous: readonly string[]): readonly string[] {
  return [...previous, value];
}

function print({ json }: AdminFlags, result: object, lines: readonly string[]): void {
  const text = json ? JSON.stringify(result) : lines.join('\n');
  if (text !== '') process.stdout.write(`${text}\n`);
}

function note(text: string): void {
  process.stderr.write(`${text}\n`);
}
