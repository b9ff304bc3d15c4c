import { mkdtemp, readdir, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { removeFolder } from '../../support/processes.ts';
import { afterwards } from './cleanup.ts';

/** A new folder of its own; removed after the test file. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'key-service-'));
  afterwards(() => removeFolder(folder));
  return folder;
}

/** Every file below a folder with its text; folders that hold nothing are named, too. */
export async function treeOf(folder: string): Promise<Record<string, string>> {
  const tree: Record<string, string> = {};
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (!entry.isDirectory()) tree[entry.name] = await readFile(path, 'utf8');
    else {
      const below = await treeOf(path);
      if (Object.keys(below).length === 0) tree[`${entry.name}/`] = '';
      for (const [name, text] of Object.entries(below)) tree[`${entry.name}/${name}`] = text;
    }
  }
  return tree;
}
