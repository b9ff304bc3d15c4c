import { type Command, Option } from 'commander';
import { keySlots } from '../../contract/key-slot.ts';
import { exitCodes } from '../../deployment/exit-code.ts';
import type { KeySetOwner } from '../../key-service/keys/key-set-owner.ts';
import { CliError } from '../cli-error.ts';
import { withStore } from '../service-store.ts';
import { everyPage } from './every-page.ts';
import { changeCommands } from './key-changes.ts';
import { setLines, usageLines } from './key-text.ts';
import { operator } from './operator.ts';
import { requirePlace } from './require-place.ts';
import { type AdminFlags, adminSubcommand, collect, note, print } from './subcommand.ts';

type OwnerFlags = { readonly system?: string; readonly organization?: string };

/** Commands about key sets. */
export function keyCommands(): readonly Command[] {
  return [createKey(), listKeys(), showKey(), usage(), ...changeCommands()];
}

function createKey(): Command {
  return withOwnerFlags(
    adminSubcommand(
      'create-key',
      'Creates a key set and prints its two values, this once.',
      '--system ID --label "GitHub" --json',
    ),
  )
    .requiredOption('--label <label>', 'label by which people know the set; no other one of the same owner has it')
    .option('--permission <name>', 'what the keys may do; may be repeated (organization keys need one)', collect)
    .option('--expires-at <time>', 'when both values stop working, for instance 2030-01-31T12:00:00Z')
    .action(
      async (
        flags: AdminFlags & OwnerFlags & { label: string; permission?: readonly string[]; expiresAt?: string },
      ) => {
        const owner = ownerFrom(flags);
        const wanted = { label: flags.label, permissions: flags.permission ?? [], expiresAt: flags.expiresAt };
        const { id, label, values } = await withStore(flags, (core) => core.keySets.create(owner, wanted, operator()));
        print(flags, { id, label, ...values }, [`id: ${id}`, ...keySlots.map((slot) => `${slot}: ${values[slot]}`)]);
        note('Store the two values as secrets now; later they can only be revealed one by one, which is audited.');
      },
    );
}

function listKeys(): Command {
  return withOwnerFlags(
    adminSubcommand(
      'list-keys',
      'Lists the live key sets of a DMS or an organization; values are masked.',
      '--system ID',
    ),
  )
    .option('--search <text>', 'only sets with this in their label')
    .action(async (flags: AdminFlags & OwnerFlags & { search?: string }) => {
      const owner = ownerFrom(flags);
      const search = flags.search === undefined ? {} : { search: flags.search };
      const items = await withStore(flags, async (core) => {
        await requirePlace(core, flags);
        return await everyPage((query) => core.keySets.list(owner, { ...query, ...search }));
      });
      print(flags, { items, next: null }, items.flatMap(setLines));
      if (items.length === 0) note('There are no such key sets here; create one with create-key.');
    });
}

function showKey(): Command {
  return adminSubcommand('show-key', 'Shows one key set; values are masked.', '--set ID')
    .requiredOption('--set <id>', 'key set')
    .action(async (flags: AdminFlags & { set: string }) => {
      const set = await withStore(flags, (core) => core.keySets.view({ id: flags.set, owner: 'anywhere' }));
      print(flags, set, setLines(set));
    });
}

function usage(): Command {
  return adminSubcommand(
    'usage',
    'Shows who uses the values of a key set, and which slot may be regenerated.',
    '--set ID',
  )
    .requiredOption('--set <id>', 'key set')
    .action(async (flags: AdminFlags & { set: string }) => {
      const used = await withStore(flags, (core) => core.keySets.usage({ id: flags.set, owner: 'anywhere' }));
      print(flags, used, usageLines(used));
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
