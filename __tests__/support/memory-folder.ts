import { execFile } from 'node:child_process';
import { mkdtemp, readdir, rm, statfs, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** Where Linux keeps files in memory. */
const memory = '/dev/shm';

const prefix = 'dataminer-deploy-tests-';

/** What a run of all tests takes at most, in bytes, with some to spare. */
const wanted = 4 * 2 ** 30;

/**
 * A folder in memory for what the tests of a run write: otherwise a fifth of the run is waiting until a disk has really written
 * what databases want written. Its name tells which process it belongs to.
 * @returns undefined where there is no such thing, too little of it, or where programs may not be started from it
 */
export async function memoryFolder(): Promise<string | undefined> {
  const { bavail, bsize } = await statfs(memory).catch(() => ({ bavail: 0, bsize: 0 }));
  if (bavail * bsize < wanted) return undefined;
  await removeLeftBehind();
  const folder = await mkdtemp(join(memory, `${prefix}${process.pid}-`));
  if (await startsPrograms(folder)) return folder;
  await rm(folder, { recursive: true });
  return undefined;
}

/** Removes the folders of runs that were killed. */
async function removeLeftBehind(): Promise<void> {
  for (const name of await readdir(memory)) {
    const pid = /-tests-(\d+)-/.exec(name)?.[1];
    if (!name.startsWith(prefix) || pid === undefined || isRunning(Number(pid))) continue;
    // Somebody else's cannot be removed, and are not ours to remove.
    await rm(join(memory, name), { recursive: true, force: true }).catch(() => undefined);
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** PostgreSQL is started from a copy of its own in the temporary folder. */
async function startsPrograms(folder: string): Promise<boolean> {
  const program = join(folder, 'program');
  await writeFile(program, '#!/bin/sh\n', { mode: 0o755 });
  return await promisify(execFile)(program).then(
    () => true,
    () => false,
  );
}
