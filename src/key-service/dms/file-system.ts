import * as files from 'node:fs/promises';
import { basename } from 'node:path';
import { InstallError } from './connector.ts';

/** The operations that an installation is made of; passed in, so that tests can stop the world between any two of them. */
export type FileSystem = Pick<
  typeof files,
  'access' | 'lstat' | 'mkdir' | 'open' | 'readFile' | 'readdir' | 'realpath' | 'rename' | 'rm' | 'rmdir' | 'stat'
>;

/** The real one. */
export const systemFiles: FileSystem = files;

/** Whether there is something at a path, be it a link that leads nowhere. */
export async function exists(path: string, { lstat }: FileSystem): Promise<boolean> {
  try {
    await lstat(path);
    return true;
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return false;
    throw error;
  }
}

/** Longest file of our own that is read whole, in bytes: those of the largest package have a tenth of it. */
const maxTextBytes = 64 * 1024 * 1024;

/** The text of a file that we wrote; where others may write as well, it need not be one. @throws InstallError when it is too long */
export async function readText(path: string, { stat, readFile }: FileSystem): Promise<string> {
  const { size } = await stat(path);
  if (size <= maxTextBytes) return await readFile(path, 'utf8');
  throw new InstallError(
    `The file ${basename(path)} is longer than any that the key service writes`,
    'Remove it from the folder of the DMS.',
  );
}

/** How Windows and some network disks say that a folder cannot be synchronized on its own. */
const notForFolders = ['EACCES', 'EBADF', 'EINVAL', 'EISDIR', 'ENOTSUP', 'EPERM'];

/**
 * Waits until the names in a folder are on the disk, so that what was made, moved or removed there stays so through a power
 * cut. Disks that have no such operation order their changes themselves, or promise nothing.
 */
export async function syncFolder(path: string, files: FileSystem): Promise<void> {
  try {
    const handle = await files.open(path, 'r');
    await handle.sync().finally(() => handle.close());
  } catch (error) {
    if (!hasCode(error, ...notForFolders)) throw error;
  }
}

/** What a disk said, by its code: the message of its error names whole paths, which are not for everybody. */
export function diskProblem(error: unknown): string | undefined {
  const { code, syscall } = error as NodeJS.ErrnoException;
  return syscall === undefined ? undefined : (code ?? syscall);
}

/** Whether an error is one of the file system's, with one of these codes. */
export function hasCode(error: unknown, ...codes: readonly string[]): boolean {
  return codes.includes((error as NodeJS.ErrnoException | undefined)?.code ?? '');
}
