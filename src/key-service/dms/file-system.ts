import * as files from 'node:fs/promises';

/** The operations that an installation is made of; passed in, so that tests can stop the world between any two of them. */
export type FileSystem = Pick<
  typeof files,
  'copyFile' | 'lstat' | 'mkdir' | 'open' | 'readFile' | 'readdir' | 'realpath' | 'rename' | 'rm' | 'rmdir' | 'stat'
>;

/** The real one. */
export const systemFiles: FileSystem = files;
