import { execFile } from 'node:child_process';
import { mkdir, open, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { controlFolder } from '../../../src/key-service/dms/install-plan.ts';

/** Where something is read from that nobody has written yet. */
export interface StoppedDms {
  /** Lets what reads there go on. */
  goOn(): Promise<void>;
}

/**
 * Stops the next installation in a DMS, as a disk does that does not answer: a broken-off installation lies there, which must be
 * undone first, and reading what that had changed takes until somebody writes it.
 * @param beside a folder outside the DMS
 */
export async function stopDms(dmsFolder: string, beside: string, name: string): Promise<StoppedDms> {
  const pipe = join(beside, name);
  await promisify(execFile)('mkfifo', [pipe]);
  const transaction = join(dmsFolder, controlFolder, name);
  await mkdir(transaction, { recursive: true });
  await symlink(pipe, join(transaction, 'journal.json'));
  return {
    goOn: async () => {
      const handle = await open(pipe, 'w');
      await handle.writeFile(JSON.stringify({ deploymentId: name, files: [], folders: [] }));
      await handle.close();
    },
  };
}
