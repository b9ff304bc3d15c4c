import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { StoreLocation } from '../../../src/key-service/store/store.ts';

const storeModule = new URL('../../../src/key-service/store/store.ts', import.meta.url).href;

/** Opens a store in a process of its own, executes something with `db` there, and returns what it printed. */
export async function inAnotherProcess(location: StoreLocation, script: string): Promise<string> {
  const program = `const { openStore } = await import('${storeModule}');
    const db = await openStore(${JSON.stringify(location)});
    ${script}
    await db.destroy();`;
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', program]);
  return stdout.trim();
}
