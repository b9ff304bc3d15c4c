import { createReadStream } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Reads every file of a folder, so that the operating system has it in memory. A server that is not asked for some minutes finds
 * its data on the disk again; what is measured would then be the disk.
 */
export async function readThrough(folder: string): Promise<void> {
  for (const entry of await readdir(folder, { withFileTypes: true, recursive: true })) {
    if (!entry.isFile()) continue;
    const file = createReadStream(join(entry.parentPath, entry.name), { highWaterMark: 2 ** 20 });
    for await (const _chunk of file);
  }
}
