import { type Command, Option } from 'commander';
import { type KeySlot, keySlots } from '../../contract/key-slot.ts';
import { exitCodes } from '../../deployment/exit-code.ts';
import type { KeySetView } from '../../key-service/keys/key-set-view.ts';
import type { KeySetOwner } from '../../key-service/keys/key-sets.ts';
import { CliError } from '../cli-error.ts';
import { withStore } from '../service-store.ts';
import { operator } from './operator.ts';
import { type AdminFlags, adminSubcommand, collect, note, print } from './subcommand.ts';

type OwnerFlags = { readonly system?: string; readonly organization?: string };

/** Commands about key sets. */
export function keyCommands(): readonly Command[] {
  return [createKey(), listKeys(), regenerate(), revoke()];
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
