/** What a solution file says, in its own order (packaging spec 3.6). */
export interface Solution {
  readonly rootFolders: readonly SolutionFolder[];
  /** All C# projects, whatever folder they are in. */
  readonly projects: readonly SolutionProject[];
}

export interface SolutionFolder {
  readonly name: string;
  readonly folders: SolutionFolder[];
  readonly projects: SolutionProject[];
  /** Paths as written, relative to the solution's folder. */
  readonly files: string[];
}

export interface SolutionProject {
  /** File name without extension: the key of `[Project:NAME]` (packaging spec 3.5). */
  readonly name: string;
  readonly displayName: string;
  /** As written, relative to the solution's folder. */
  readonly path: string;
}

export function emptyFolder(name: string): SolutionFolder {
  return { name, folders: [], projects: [], files: [] };
}

/** A folder and all folders below it, breadth-first, in file order. */
export function breadthFirst(start: readonly SolutionFolder[]): SolutionFolder[] {
  const found = [...start];
  for (const folder of found) {
    found.push(...folder.folders);
  }
  return found;
}

/** Classic C# and C# of the newer project system; shared and other projects take no part by themselves. */
const csharpTypes = new Set(['fae04ec0-301f-11d3-bf4b-00c04f79efbc', '9a19103f-16f7-4668-be54-9a1e7a4f7556']);

export function isCSharpType(type: string): boolean {
  return csharpTypes.has(type.replace(/[{}]/g, '').toLowerCase());
}
