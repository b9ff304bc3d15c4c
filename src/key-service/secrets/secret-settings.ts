import { access } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { KeyServiceError } from '../key-service-error.ts';
import { SecretCommand } from './secret-command.ts';
import { SecretFile } from './secret-file.ts';
import type { SecretSource } from './secret-source.ts';
import { SecretVariable } from './secret-variable.ts';
import { type SecretName, secretNames } from './service-secret.ts';

/** The environment variable of each secret; with `_COMMAND` after its name it holds a command that prints the secret. */
const variables = {
  pepper: 'DATAMINER_DEPLOY_PEPPER',
  'master-key': 'DATAMINER_DEPLOY_MASTER_KEY',
} as const satisfies Record<SecretName, string>;

/** Where pepper and master key come from. */
export interface SecretSettings {
  /** Folder of the files `pepper` and `master-key`, for each that is not given otherwise. */
  readonly folder: string;
  /** What {@link takeSecretVariables} found. */
  readonly variables: SecretVariables;
}

export type SecretVariables = Readonly<Record<string, string>>;

/** Where they come from for whoever uses a store. */
export function secretSettings({
  dataFolder,
  secretsFolder = join(dataFolder, 'secrets'),
  secretVariables = {},
}: {
  readonly dataFolder: string;
  readonly secretsFolder?: string | undefined;
  readonly secretVariables?: SecretVariables | undefined;
}): SecretSettings {
  return { folder: resolve(secretsFolder), variables: secretVariables };
}

/** Takes the variables of the secrets out of the environment, so that no child process inherits them. */
export function takeSecretVariables(env: NodeJS.ProcessEnv): SecretVariables {
  const taken: Record<string, string> = {};
  for (const variable of secretNames.flatMap((name) => [variables[name], commandVariable(name)])) {
    const text = env[variable];
    if (text !== undefined) taken[variable] = text;
    delete env[variable];
  }
  return taken;
}

/** The one source of a secret. @throws KeyServiceError `secrets` when it is given in two ways, of which one may be out of date */
export async function sourceOf(name: SecretName, settings: SecretSettings): Promise<SecretSource> {
  const path = join(settings.folder, name);
  const file = new SecretFile(name, path);
  const text = settings.variables[variables[name]];
  const command = settings.variables[commandVariable(name)];
  const given = [
    ...(text === undefined ? [] : [new SecretVariable(name, variables[name], text)]),
    ...(command === undefined ? [] : [new SecretCommand(name, commandVariable(name), command)]),
    ...((await isThere(path)) ? [file] : []),
  ];
  if (given.length > 1) {
    throw new KeyServiceError(
      'secrets',
      `The ${name} is given ${given.length} times: ${given.map(({ title }) => title).join(' and ')}`,
      'Keep the one that belongs to this database, and put the others out of reach.',
    );
  }
  return given[0] ?? file;
}

function commandVariable(name: SecretName): string {
  return `${variables[name]}_COMMAND`;
}

async function isThere(path: string): Promise<boolean> {
  return await access(path).then(
    () => true,
    () => false,
  );
}
