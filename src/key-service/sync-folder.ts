import { open } from 'node:fs/promises';

/** Makes a change of names in a folder survive a power cut. Windows has no call for it. */
export async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  await using folder = await open(path, 'r');
  await folder.sync();
}
