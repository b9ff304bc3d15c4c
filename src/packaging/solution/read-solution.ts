import type { WorkTree } from '../files/work-tree.ts';
import { readSln } from './read-sln.ts';
import { readSlnx } from './read-slnx.ts';
import type { Solution } from './solution.ts';

/**
 * Reads a `.sln` or `.slnx` file of a work tree.
 * @throws PackagingError `malformed-solution`, `malformed-xml`, or what keeps the file from being read
 */
export async function readSolution(file: string, tree: WorkTree): Promise<Solution> {
  const shown = tree.show(file);
  const text = await tree.readText(file);
  return file.toLowerCase().endsWith('.slnx') ? readSlnx(text, shown) : readSln(text, shown);
}
