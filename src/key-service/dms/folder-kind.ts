import { constants } from 'node:fs/promises';
import { isAbsolute, join, resolve } from 'node:path';
import type { Connector as ConnectorSettings } from '../../contract/management/organizations.ts';
import { openPackage } from '../../packaging/dmapp/read-package.ts';
import { KeyServiceError } from '../key-service-error.ts';
import type { ConnectorBounds, ConnectorKind } from './connector-kind.ts';
import { hasCode, systemFiles } from './file-system.ts';
import { FolderConnector } from './folder-connector.ts';
import { isWithin, overlap } from './folder-path.ts';
import { controlFolder } from './install-plan.ts';

type FolderSettings = Extract<ConnectorSettings, { type: 'folder' }>;

/** DMSs whose `Skyline DataMiner` folder this machine can write to. */
export const folderKind: ConnectorKind<FolderSettings> = {
  accept: async ({ folder }, bounds) => ({ type: 'folder', folder: await acceptedFolder(folder, bounds) }),
  clash: (one, other) => overlap(one.folder, other.folder),
  problem: ({ folder }) => problemOf(folder),
  connector: ({ folder }, environment) => new FolderConnector(folder, { openPackage, files: systemFiles, environment }),
};

async function acceptedFolder(given: string, { ownFolders, allowedFolders }: ConnectorBounds): Promise<string> {
  // What is out of bounds is refused before the disk is asked, so that nobody learns what else there is.
  if (allowedFolders !== 'anywhere')
    requireAllowed(
      resolve(given),
      allowedFolders.map((folder) => resolve(folder)),
    );
  const folder = isAbsolute(given) ? await realFolder(given) : undefined;
  if (folder === undefined) {
    throw new KeyServiceError(
      'invalid',
      `The folder ${given} is not an existing folder with an absolute path`,
      'Create the folder first, or name the "Skyline DataMiner" folder of the DMS.',
    );
  }
  if (allowedFolders !== 'anywhere') requireAllowed(folder, await Promise.all(allowedFolders.map(realPath)));
  if ((await Promise.all(ownFolders.map(realPath))).some((own) => overlap(own, folder))) {
    throw new KeyServiceError(
      'invalid',
      `The folder ${given} overlaps a folder of the key service itself`,
      'Name the "Skyline DataMiner" folder of the DMS.',
    );
  }
  return folder;
}

/** The folder without links; undefined when there is no such folder. */
async function realFolder(given: string): Promise<string | undefined> {
  try {
    const folder = await systemFiles.realpath(given);
    return (await systemFiles.stat(folder)).isDirectory() ? folder : undefined;
  } catch {
    return undefined;
  }
}

async function realPath(given: string): Promise<string> {
  return await systemFiles.realpath(given).catch(() => resolve(given));
}

function requireAllowed(folder: string, allowedFolders: readonly string[]): void {
  if (allowedFolders.some((allowed) => isWithin(allowed, folder))) return;
  throw new KeyServiceError(
    'forbidden',
    'The operator of the key service does not allow this folder to be connected from here',
    'Ask the operator to connect the DMS with "admin create-system", or to allow the folder with "serve --allow-folder".',
  );
}

async function problemOf(folder: string): Promise<string | undefined> {
  const real = await systemFiles.realpath(folder).catch(() => undefined);
  if (real === undefined) return 'Its folder does not exist, or the key service may not go there.';
  if (real !== folder) return 'Its folder is a link to another place by now.';
  if (!(await systemFiles.stat(folder)).isDirectory()) return 'There is a file where its folder was.';
  const { R_OK, W_OK, X_OK } = constants;
  const mayWrite = await systemFiles.access(folder, R_OK | W_OK | X_OK).then(
    () => true,
    () => false,
  );
  if (!mayWrite) return 'The key service may not write into its folder.';
  for (const name of ['Scripts', controlFolder]) {
    if (!(await isFolderOrNothing(join(folder, name)))) {
      return `Its folder cannot be the root of a DMS: "${name}" in it is not a folder.`;
    }
  }
  return undefined;
}

async function isFolderOrNothing(path: string): Promise<boolean> {
  try {
    return (await systemFiles.stat(path)).isDirectory();
  } catch (error) {
    return hasCode(error, 'ENOENT');
  }
}
