import { execFile } from 'node:child_process';
import { cp, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { keySlots } from '../../src/contract/key-slot.ts';
import { keyAt } from './key-population.ts';
import type { ServerCommand } from './measured-server.ts';

const source = fileURLToPath(new URL('api-key-library', import.meta.url));

/** Installs the library in a folder of its own, where it cannot get in the way of ours, with the keys of so many sets. */
export async function libraryServer(folder: string, sets: number, signal: AbortSignal): Promise<ServerCommand> {
  const program = join(folder, 'program');
  const data = join(folder, 'data');
  await cp(source, program, { recursive: true });
  await mkdir(data);
  const keys = Array.from({ length: sets }, (_, set) => keySlots.map((slot) => keyAt(set, slot))).flat();
  await writeFile(join(data, 'keys'), keys.join('\n'));
  await promisify(execFile)('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: program, signal });
  return { args: [join(program, 'server.js'), data], log: join(folder, 'log') };
}
