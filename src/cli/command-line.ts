import { Command, CommanderError } from 'commander';
import { version } from '../contract/version.ts';
import { exitCodes } from '../deployment/exit-code.ts';
import { adminCommand } from './admin.ts';
import { auditCommand } from './audit.ts';
import { CliError } from './cli-error.ts';
import { demoCommand } from './demo.ts';
import { deployCommand } from './deploy.ts';
import { keysCommand } from './keys.ts';
import { packageCommand } from './package.ts';
import { serveCommand } from './serve.ts';

const help = `
Keys are read from the environment only, never from flags:
  DATAMINER_PRIMARY_KEY     tried first (or DATAMINER_CATALOG_TOKEN, when it is absent)
  DATAMINER_SECONDARY_KEY   used while the primary one is rejected

Exit codes:
  0 ok   1 unexpected   3 wrong inputs   4 packaging   5 upload, or service out of reach
  6 deployment not started, or unknown   7 deployment failed or timed out   8 keys rejected`;

/** Runs one command line; what goes wrong is told on stderr. @returns the exit code of the process (design 4) */
export async function runCommandLine(argv: readonly string[]): Promise<number> {
  const program = new Command('dataminer-deploy')
    .description('Packages Automation script solutions and deploys them to a DataMiner System, with two keys.')
    .version(version)
    .enablePositionalOptions()
    .showHelpAfterError('(add --help for the flags and an example)')
    .addHelpText('after', help);
  const commands = [
    packageCommand(),
    deployCommand(),
    keysCommand(),
    serveCommand(),
    adminCommand(),
    auditCommand(),
    demoCommand(),
  ];
  for (const command of commands) program.addCommand(command);
  throwInsteadOfExit(program);
  try {
    await program.parseAsync(argv);
    return Number(process.exitCode ?? exitCodes.ok);
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.ok : exitCodes.inputs;
    if (!(error instanceof CliError)) throw error;
    process.stderr.write(error.next ? `${error.message}\n${error.next}\n` : `${error.message}\n`);
    return error.exitCode;
  }
}

/** Commander would end the process by itself, with its own exit code. */
function throwInsteadOfExit(command: Command): void {
  command.exitOverride();
  for (const child of command.commands) throwInsteadOfExit(child);
}
