import { Command } from 'commander';
import { type StoreFlags, withStoreFlags } from '../service-store.ts';
import { printable } from '../terminal-log.ts';

/** Flags of every `admin` command. */
export type AdminFlags = StoreFlags & { readonly json?: boolean };

/** One command of `admin`, with the flags that all of them take. @param example what follows the command's name */
export function adminSubcommand(name: string, description: string, example: string): Command {
  return withStoreFlags(new Command(name))
    .description(description)
    .option('--json', 'print the result as one JSON document on stdout')
    .addHelpText('after', `\nExample:\n  dataminer-deploy admin ${name} ${example}`);
}

/** Prints a result on stdout: one JSON document, or lines for people. */
export function print({ json }: AdminFlags, result: object, lines: readonly string[]): void {
  const text = json ? JSON.stringify(result) : lines.map(printable).join('\n');
  if (text !== '') process.stdout.write(`${text}\n`);
}

/** Tells people something about the result, on stderr. */
export function note(text: string): void {
  process.stderr.write(`${text}\n`);
}

/** Gathers the values of a flag that may be repeated. */
export function collect(value: string, previous: readonly string[] = []): readonly string[] {
  return [...previous, value];
}
