import { type Command, InvalidArgumentError, Option } from 'commander';
import { type KeySlot, keySlots } from '../../contract/key-slot.ts';
import { maxGraceHours } from '../../contract/limits.ts';
import { exitCodes } from '../../deployment/exit-code.ts';
import type { KeySetReference } from '../../key-service/keys/key-set-reference.ts';
import { CliError } from '../cli-error.ts';
import { withStore } from '../service-store.ts';
import { setLines } from './key-text.ts';
import { operator } from './operator.ts';
import { type AdminFlags, adminSubcommand, collect, note, print } from './subcommand.ts';

type SetFlags = AdminFlags & { readonly set: string };
type ChangeFlags = SetFlags & { readonly version?: number };

/** Commands that reveal or change a key set. */
export function changeCommands(): readonly Command[] {
  return [reveal(), regenerate(), revoke(), disable(), enable(), edit()];
}

function reveal(): Command {
  return setSubcommand('reveal', 'Prints the value of one slot; that it was shown is audited.', '--slot primary')
    .addOption(slotOption())
    .action(async (flags: SetFlags & { slot: KeySlot }) => {
      const { set, slot } = flags;
      const value = await withStore(flags, (core) => core.keySets.reveal(anywhere(flags), slot, operator()));
      print(flags, { id: set, slot, value }, [value]);
    });
}

function regenerate(): Command {
  return changeSubcommand(
    'regenerate',
    'Replaces the value of one slot; the old value stops working at once, or when its grace ends. Prints the new one.',
    '--slot secondary --confirm "GitHub"',
  )
    .addOption(slotOption())
    .requiredOption('--confirm <label>', 'label of the set, exactly')
    .option('--grace-hours <hours>', `how long the old value goes on working, 0 to ${maxGraceHours}`, numberFrom)
    .option('--override', 'do it although the other slot is not known to work')
    .action(async (flags: ChangeFlags & { slot: KeySlot; confirm: string; graceHours?: number; override?: true }) => {
      const { set, slot, confirm, graceHours, override } = flags;
      const wanted = {
        ...{ slot, confirm, ...versionOf(flags) },
        ...(graceHours !== undefined && { graceHours }),
        ...(override && { override }),
      };
      const { value } = await withStore(flags, (core) => core.keySets.regenerate(anywhere(flags), wanted, operator()));
      // The bare value, so that it can be piped into a store of secrets without being shown.
      print(flags, { id: set, slot, value }, [value]);
      const old = graceHours ? `works for ${graceHours} hours at most` : 'no longer works';
      note(`The old ${slot} value ${old}. Update the secret with the new one now.`);
    });
}

function revoke(): Command {
  return changeSubcommand('revoke', 'Ends a key set; both values stop working at once.', '--confirm "GitHub"')
    .requiredOption('--confirm <label>', 'label of the set, exactly')
    .action(async (flags: ChangeFlags & { confirm: string }) => {
      const wanted = { confirm: flags.confirm, ...versionOf(flags) };
      await withStore(flags, (core) => core.keySets.revoke(anywhere(flags), wanted, operator()));
      print(flags, { id: flags.set }, [flags.set]);
      note('Both values of the set no longer work.');
    });
}

function disable(): Command {
  return changeSubcommand('disable', 'Lets neither value work until the set is enabled again.').action(
    async (flags: ChangeFlags) => {
      const wanted = versionOf(flags);
      const set = await withStore(flags, (core) => core.keySets.disable(anywhere(flags), wanted, operator()));
      print(flags, set, setLines(set));
    },
  );
}

function enable(): Command {
  return changeSubcommand('enable', 'Lets the values of a disabled set work again.').action(
    async (flags: ChangeFlags) => {
      const wanted = versionOf(flags);
      const set = await withStore(flags, (core) => core.keySets.enable(anywhere(flags), wanted, operator()));
      print(flags, set, setLines(set));
    },
  );
}

function edit(): Command {
  return changeSubcommand('edit', 'Changes label, permissions or expiry of a key set.', '--label "GitLab"')
    .option('--label <label>', 'new label')
    .option('--permission <name>', 'what the keys may do from now on; repeat it for all of them', collect)
    .addOption(new Option('--expires-at <time>', 'when both values stop working').conflicts('expiry'))
    .option('--no-expiry', 'let the values work without end')
    .action(
      async (
        flags: ChangeFlags & { label?: string; permission?: readonly string[]; expiresAt?: string; expiry: boolean },
      ) => {
        const changes = {
          ...(flags.label !== undefined && { label: flags.label }),
          ...(flags.permission !== undefined && { permissions: [...flags.permission] }),
          ...(flags.expiresAt !== undefined && { expiresAt: flags.expiresAt }),
          ...(!flags.expiry && { expiresAt: null }),
        };
        if (Object.keys(changes).length === 0) throw nothingToChange();
        const wanted = { ...changes, ...versionOf(flags) };
        const set = await withStore(flags, (core) => core.keySets.change(anywhere(flags), wanted, operator()));
        print(flags, set, setLines(set));
      },
    );
}

function setSubcommand(name: string, description: string, example: string): Command {
  return adminSubcommand(name, description, `--set ID ${example}`.trim()).requiredOption('--set <id>', 'key set');
}

function changeSubcommand(name: string, description: string, example = ''): Command {
  return setSubcommand(name, description, example).option(
    '--version <number>',
    'do it only while the set has this version, as show-key tells it',
    numberFrom,
  );
}

function slotOption(): Option {
  return new Option('--slot <slot>', 'which of the two values').choices(keySlots).makeOptionMandatory();
}

function anywhere({ set }: SetFlags): KeySetReference {
  return { id: set, owner: 'anywhere' };
}

function versionOf({ version }: ChangeFlags): { version?: number } {
  return version === undefined ? {} : { version };
}

function numberFrom(text: string): number {
  const number = Number(text);
  if (text.trim() !== '' && Number.isFinite(number)) return number;
  throw new InvalidArgumentError('It is not a number.');
}

function nothingToChange(): CliError {
  return new CliError('Nothing is given to change', {
    exitCode: exitCodes.inputs,
    next: 'Give --label, --permission, --expires-at or --no-expiry.',
  });
}
