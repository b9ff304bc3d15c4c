import { type Command, InvalidArgumentError } from 'commander';
import { exitCodes } from '../deployment/exit-code.ts';
import type { KeyServiceCore, StoreOptions } from '../key-service/key-service-core.ts';
import { CliError } from './cli-error.ts';

/** Where the key service's data lies when nothing else is said. */
const defaultDataFolder = 'dataminer-deploy-data';

/** Flags of every command that works on a key service's store. */
export interface StoreFlags {
  readonly data: string;
  readonly secrets?: string;
  readonly databaseUrl?: string;
}

/** Adds the flags that say where the store is. */
export function withStoreFlags(command: Command): Command {
  return command
    .option(
      '--data <folder>',
      'folder of the embedded database and of what lies beside any database; "serve", "admin init" and "admin create-organization" make it',
      folderName,
      defaultDataFolder,
    )
    .option(
      '--secrets <folder>',
      'folder of pepper and master key (default: "secrets" in the data folder); instead of files, the variables DATAMINER_DEPLOY_PEPPER and DATAMINER_DEPLOY_MASTER_KEY may hold them, or with _COMMAND after their names commands that print them',
      folderName,
    )
    .option(
      '--database-url <url>',
      'PostgreSQL database to use instead: postgres://user@host:port/name, without its password (PGPASSWORD, ~/.pgpass), or the whole URL in the variable DATAMINER_DEPLOY_DATABASE_URL',
    );
}

/** A variable that is not set, for instance, is no name: a whole service would be made where nobody looks for it. */
function folderName(text: string): string {
  if (text.trim() !== '') return text;
  throw new InvalidArgumentError('It is empty.');
}

/**
 * Opens the store for one command and closes it again.
 * @param more what else is to be done when it is opened
 * @throws CliError for everything that the user can put right, also that there is no store
 */
export async function withStore<Result>(
  flags: StoreFlags,
  act: (core: KeyServiceCore) => Promise<Result>,
  more: Partial<StoreOptions> = {},
): Promise<Result> {
  return await tellingUsers(async () => {
    const options = { ...(await storeOptions(flags)), ...more };
    const { requireDatabase } = await import('../key-service/store/require-database.ts');
    if (options.databaseUrl === undefined) await requireDatabase(options.dataFolder);
    return await opened(options, act);
  });
}

/** The same for commands that a service may begin with: they make the store when there is none. */
export async function withNewStore<Result>(
  flags: StoreFlags,
  act: (core: KeyServiceCore) => Promise<Result>,
): Promise<Result> {
  return await tellingUsers(async () => await opened(await storeOptions(flags), act));
}

async function opened<Result>(options: StoreOptions, act: (core: KeyServiceCore) => Promise<Result>): Promise<Result> {
  const { openKeyServiceCore } = await import('../key-service/key-service-core.ts');
  const core = await openKeyServiceCore(options);
  try {
    return await act(core);
  } finally {
    await core.close();
  }
}

/** The flags as the key service takes them, with the secrets that are in the environment, and taken out of there. */
export async function storeOptions(flags: StoreFlags): Promise<StoreOptions> {
  const { takeSecretVariables } = await import('../key-service/secrets/secret-settings.ts');
  const databaseUrl = await databaseUrlFrom(flags.databaseUrl, process.env);
  return {
    dataFolder: flags.data,
    ...(databaseUrl !== undefined && { databaseUrl }),
    ...(flags.secrets !== undefined && { secretsFolder: flags.secrets }),
    secretVariables: takeSecretVariables(process.env),
  };
}

/**
 * The PostgreSQL database of a flag, or of the environment, out of which it is taken so that no child process inherits it.
 * @throws CliError when both say one, or the flag tells a password: arguments can be read by everybody on a machine
 */
export async function databaseUrlFrom(flag: string | undefined, env: NodeJS.ProcessEnv): Promise<string | undefined> {
  const { databaseUrlVariable, holdsPassword, passwordSources } = await import('../key-service/store/postgres-url.ts');
  const variable = env[databaseUrlVariable] || undefined;
  delete env[databaseUrlVariable];
  if (flag === undefined) return variable;
  if (variable !== undefined) {
    throw new CliError(`The database is given twice: by --database-url and by ${databaseUrlVariable}`, {
      exitCode: exitCodes.inputs,
      next: 'Keep one of them.',
    });
  }
  if (await tellingUsers(async () => holdsPassword(flag))) {
    throw new CliError('The --database-url holds a password, which everybody on this machine can see now', {
      exitCode: exitCodes.inputs,
      next: `Change the password, and leave it out of the URL. ${passwordSources}`,
    });
  }
  return flag;
}

/** Runs something of the key service; what it refuses becomes an error of the command: wrong inputs, unless its store is held. */
export async function tellingUsers<Result>(act: () => Promise<Result>): Promise<Result> {
  const { KeyServiceError } = await import('../key-service/key-service-error.ts');
  try {
    return await act();
  } catch (error) {
    if (!(error instanceof KeyServiceError)) throw error;
    const exitCode = error.code === 'store-busy' ? exitCodes.unexpected : exitCodes.inputs;
    throw new CliError(error.message, { exitCode, next: error.next, cause: error });
  }
}
