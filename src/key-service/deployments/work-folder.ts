import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** How old a package is that nobody can be installing any more, in milliseconds. */
const abandonedMilliseconds = 24 * 60 * 60_000;

/**
 * Makes the folder in which packages lie while they are installed, for its owner only, and removes from it what processes left
 * that were killed. Others may be at work there.
 * @param now in milliseconds since 1970
 */
export async function prepareWorkFolder(folder: string, now: number): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  for (const name of await readdir(folder)) {
    const file = join(folder, name);
    const found = await stat(file).catch(() => undefined);
    if (found?.isFile() && now - found.mtimeMs > abandonedMilliseconds) await rm(file, { force: true });
  }
}
