import { dirname } from 'node:path';
import { PackagingError } from '../dmapp/packaging-error.ts';
import type { WorkTree } from '../files/work-tree.ts';
import { parseXml } from '../xml/parse-xml.ts';
import { localName, type XmlDocument } from '../xml/xml-node.ts';
import { breadthFirst, type Solution, type SolutionFolder, type SolutionProject } from './solution.ts';

/** A script file of a solution, with the C# projects that its marks may name. */
export interface ScriptSource {
  /** Absolute path of the script's XML file. */
  readonly file: string;
  readonly source: string;
  readonly document: XmlDocument;
  readonly projects: readonly SolutionProject[];
}

/**
 * The scripts of a classic solution, in discovery order (packaging spec 4.1 and 4.2); none for a solution of another kind.
 * @param file absolute path of the `.sln` or `.slnx` file
 * @throws PackagingError `file-not-found`, or what is wrong with a file
 */
export async function readScriptSources(solution: Solution, file: string, tree: WorkTree): Promise<ScriptSource[]> {
  const sources: ScriptSource[] = [];
  for (const folder of breadthFirst(scriptsFolderOf(solution)?.folders ?? [])) {
    sources.push(...(await sourcesIn(folder, file, tree)));
  }
  return sources;
}

/** The solution folder that makes a solution a classic one; the name counts with its case (packaging spec 4.1). */
export function scriptsFolderOf({ rootFolders }: Solution): SolutionFolder | undefined {
  return rootFolders.find(({ name }) => name === 'Scripts');
}

async function sourcesIn(folder: SolutionFolder, solution: string, tree: WorkTree): Promise<ScriptSource[]> {
  const sources: ScriptSource[] = [];
  for (const written of folder.files.filter((name) => name.toLowerCase().endsWith('.xml'))) {
    const file = await tree.find(dirname(solution), written, tree.show(solution));
    if (file === undefined) {
      throw new PackagingError('file-not-found', `The script file ${written} does not exist.`, {
        where: tree.show(solution),
        next: 'Add the file, or remove it from the solution.',
      });
    }
    const source = await tree.readText(file, { strict: true });
    if (!/dmsscript/i.test(source)) {
      continue; // some other XML file, well-formed or not
    }
    const document = parseXml(source, tree.show(file));
    if (localName(document.root).toLowerCase() === 'dmsscript') {
      sources.push({ file, source, document, projects: projectsOf(folder) });
    }
  }
  return sources;
}

/** The projects in the folder `Actions` beside the script, then those in the folders below it. */
function projectsOf(folder: SolutionFolder): SolutionProject[] {
  const actions = folder.folders.find(({ name }) => name === 'Actions');
  return actions === undefined ? [] : breadthFirst([actions]).flatMap(({ projects }) => projects);
}
