import { dirname } from 'node:path';
import type { WorkTree } from '../files/work-tree.ts';
import type { ScriptSource } from '../solution/script-sources.ts';
import type { Solution } from '../solution/solution.ts';

/**
 * A warning for each project that makes a script by itself but is no part of a classic solution's scripts, and so is not
 * packaged. The project is not evaluated: projects outside `Scripts` are none of a classic package's business (packaging spec 4.1).
 * @param file absolute path of the solution file
 */
export async function leftOutProjects(
  { projects }: Solution,
  file: string,
  sources: readonly ScriptSource[],
  tree: WorkTree,
): Promise<string[]> {
  const used = new Set(sources.flatMap((source) => source.projects.map(({ path }) => path)));
  const packaged = new Set(sources.map((source) => source.file));
  const warnings: string[] = [];
  for (const { name, path } of projects.filter((project) => !used.has(project.path))) {
    const found = await tree.find(dirname(file), path, tree.show(file));
    if (found === undefined || !/<DataMinerType>\s*\w/.test(await tree.readText(found))) {
      continue;
    }
    const script = await tree.find(dirname(found), `${name}.xml`, tree.show(found));
    if (script === undefined || !packaged.has(script)) {
      warnings.push(
        `Project ${name} is left out: the solution has scripts in its folder 'Scripts', and only those are packaged. To package the project, give its .csproj file as the solution.`,
      );
    }
  }
  return warnings;
}
