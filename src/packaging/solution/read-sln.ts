import { parse } from 'node:path/win32';
import { PackagingError } from '../dmapp/packaging-error.ts';
import { emptyFolder, isCSharpType, type Solution, type SolutionFolder, type SolutionProject } from './solution.ts';

const folderType = '2150e333-8fdc-42a3-9474-1a3956d46de8';
const projectLine = /^\s*Project\("\{([^}]+)\}"\)\s*=\s*"([^"]*)"\s*,\s*"([^"]*)"\s*,\s*"\{([^}]+)\}"/;
const sectionLine = /^\s*(?:Project|Global)Section\((\w+)\)/;

interface Entry {
  readonly id: string;
  readonly folder?: SolutionFolder;
  readonly project?: SolutionProject;
}

/**
 * Reads the text of a `.sln` file (packaging spec 3.2).
 * @param file how messages name it
 * @throws PackagingError `malformed-solution`
 */
export function readSln(text: string, file: string): Solution {
  const entries: Entry[] = [];
  const parentOf = new Map<string, string>();
  let section: string | undefined;
  let current: Entry | undefined;
  let seen = false;

  for (const [index, line] of text.split(/\r\n?|\n/).entries()) {
    const word = line.trim();
    if (/^Microsoft Visual Studio Solution File/i.test(word)) {
      seen = true;
    } else if (/^Project\(/.test(word)) {
      current = entryOf(line, `${file}:${index + 1}`);
      entries.push(current);
    } else if (word === 'EndProject') {
      current = undefined;
    } else if (/^End(?:Project|Global)Section$/.test(word)) {
      section = undefined;
    } else if (sectionLine.test(line)) {
      section = sectionLine.exec(line)?.[1];
    } else if (section === 'SolutionItems' && word.includes('=')) {
      current?.folder?.files.push(word.slice(0, word.indexOf('=')).trim());
    } else if (section === 'NestedProjects') {
      const [, child, parent] = /^\{([^}]+)\}\s*=\s*\{([^}]+)\}/.exec(word) ?? [];
      if (child !== undefined && parent !== undefined) {
        parentOf.set(child.toLowerCase(), parent.toLowerCase());
      }
    }
  }
  if (!seen && entries.length === 0) {
    throw new PackagingError('malformed-solution', 'The file is not a Visual Studio solution.', {
      where: file,
      next: 'Give a .sln file as Visual Studio writes it.',
    });
  }
  return { rootFolders: nest(entries, parentOf), projects: entries.flatMap(({ project }) => project ?? []) };
}

function entryOf(line: string, where: string): Entry {
  const [, type, displayName, path, id] = projectLine.exec(line) ?? [];
  if (type === undefined || displayName === undefined || path === undefined || id === undefined) {
    throw new PackagingError('malformed-solution', 'The project line cannot be read.', {
      where,
      next: 'Correct it: Project("{type}") = "name", "path", "{id}".',
    });
  }
  if (type.toLowerCase() === folderType) {
    return { id: id.toLowerCase(), folder: emptyFolder(displayName) };
  }
  return isCSharpType(type)
    ? { id: id.toLowerCase(), project: { name: parse(path).name, displayName, path } }
    : { id: id.toLowerCase() };
}

function nest(entries: readonly Entry[], parentOf: ReadonlyMap<string, string>): SolutionFolder[] {
  const folders = new Map(entries.flatMap(({ id, folder }) => (folder ? [[id, folder] as const] : [])));
  const roots: SolutionFolder[] = [];
  for (const { id, folder, project } of entries) {
    const parent = folders.get(parentOf.get(id) ?? '');
    if (project) {
      parent?.projects.push(project);
    } else if (folder) {
      (parent?.folders ?? roots).push(folder);
    }
  }
  return roots;
}
