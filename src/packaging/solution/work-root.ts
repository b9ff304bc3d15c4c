import { lstat, realpath } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { isWithin } from '../files/paths.ts';

/**
 * The folder that nothing packaged may lie outside of (design 4, Files): the git work tree around the solution, else the
 * workspace if it holds the solution, else the solution's own folder.
 * @param solution a solution file or its folder
 */
export async function workRootOf(solution: string, workspace?: string): Promise<string> {
  const start = await folderOf(resolve(solution));
  for (let folder = start; ; folder = dirname(folder)) {
    if (await exists(join(folder, '.git'))) {
      return folder;
    }
    if (folder === dirname(folder)) {
      break;
    }
  }
  const around = workspace === undefined ? undefined : await realpath(workspace).catch(() => undefined);
  return around !== undefined && isWithin(around, start) ? around : start;
}

/** Links are resolved first: a link into another work tree means that tree. A missing path is found out about later. */
async function folderOf(path: string): Promise<string> {
  const real = await realpath(path).catch(() => path);
  const stats = await lstat(real).catch(() => undefined);
  return stats?.isDirectory() ? real : dirname(real);
}

async function exists(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  );
}
