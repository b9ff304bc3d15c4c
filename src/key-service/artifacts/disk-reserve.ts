import { statfs } from 'node:fs/promises';
import { KeyServiceError } from '../key-service-error.ts';

/** Free space that packages leave, in bytes. Below it the service is not ready: writing fails soon, and a full disk helps nobody. */
export const minFreeBytes = 100 * 1024 * 1024;

/** Bytes that an unprivileged account can still write to the disk of a folder. */
export async function freeBytes(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
}

/** Asks whether there is room for so many bytes of a package. @throws KeyServiceError `store` when there is not */
export type RequireRoom = (bytes: number) => Promise<void>;

/**
 * Keeps some of the disk of a folder for changes: whoever holds a key that may upload could otherwise fill the disk, and then
 * nobody could revoke that key.
 */
export function diskReserve(folder: string, free = freeBytes): RequireRoom {
  return async (bytes) => {
    if ((await free(folder)) >= minFreeBytes + bytes) return;
    throw new KeyServiceError(
      'store',
      'There is too little free space for packages on the disk of the key service',
      `Ask its operator to make room. The last ${minFreeBytes / 1024 / 1024} MiB are kept for changes of keys.`,
    );
  };
}
