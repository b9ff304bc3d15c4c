import type { Stats } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { PackagingError } from '../dmapp/packaging-error.ts';

const extensions = new Set(['.sln', '.slnx']);

/**
 * The one solution file that a path means: the path itself, or the only `.sln` or `.slnx` directly in that folder
 * (packaging spec 3.1). A project file may stand for a solution when it is named itself.
 * @throws PackagingError `solution-not-found` or `solution-ambiguous`, naming what was found
 */
export async function findSolution(path: string): Promise<string> {
  const stats = await stat(path).catch(() => undefined);
  if (stats === undefined) {
    throw new PackagingError('solution-not-found', `The solution ${path} does not exist.`, {
      next: 'Give the path of a .sln or .slnx file, of the folder that holds it, or of a DataMiner project (.csproj).',
    });
  }
  return stats.isDirectory() ? onlySolutionIn(path) : explicitSolution(path, stats);
}

function explicitSolution(path: string, stats: Stats): string {
  if (!stats.isFile() || !(isSolutionName(path) || isProjectFile(path))) {
    throw new PackagingError('solution-not-found', `${path} is not a solution file.`, {
      next: 'Give the path of a .sln or .slnx file, of the folder that holds it, or of a DataMiner project (.csproj).',
    });
  }
  return path;
}

async function onlySolutionIn(folder: string): Promise<string> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => !entry.isDirectory() && isSolutionName(entry.name)).map(({ name }) => name);
  const [name, ...others] = names.sort();
  if (name === undefined) {
    throw new PackagingError('solution-not-found', `There is no .sln or .slnx file in ${folder}.`, {
      next: 'Give the folder that directly holds the solution, or the path of the solution file.',
    });
  }
  if (others.length > 0) {
    throw new PackagingError(
      'solution-ambiguous',
      `There are ${names.length} solutions in ${folder}: ${names.join(', ')}.`,
      {
        next: 'Name the one to package by its full path.',
      },
    );
  }
  return join(folder, name);
}

export function isProjectFile(path: string): boolean {
  return extname(path).toLowerCase() === '.csproj';
}

function isSolutionName(path: string): boolean {
  return extensions.has(extname(path).toLowerCase());
}
