import * as files from 'node:fs/promises';

/** The operations that an installation is made of; passed in, so that tests can stop the world between any two of them. */
export type FileSystem = Pick<
  typeof files,
  'copyFile' | 'lstat' | 'mkdir' | 'open' | 'readFile' | 'readdir' | 'realpath' | 'rename' | 'rm' | 'rmdir' | 'stat'
>;

/** The real one. */
export const systemFiles: FileSystem = files;

/** Whether there is something at a path, be it a link that leads nowhere. */
export async function exists(path: string, { lstat }: FileSystem): Promise<boolean> {
  try {
    await lstat(path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw error;
  }
}
