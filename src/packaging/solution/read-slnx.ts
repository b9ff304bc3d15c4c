import { parse } from 'node:path/win32';
import { PackagingError } from '../dmapp/packaging-error.ts';
import { parseXml } from '../xml/parse-xml.ts';
import { positionIn } from '../xml/source-position.ts';
import { attributeOf, childElements, localName, type XmlElement } from '../xml/xml-node.ts';
import { emptyFolder, isCSharpType, type Solution, type SolutionFolder } from './solution.ts';

/** Far deeper than any real solution, far from the end of the stack. */
const maxDepth = 200;

/**
 * Reads the text of a `.slnx` file (packaging spec 3.3).
 * @param file how messages name it
 * @throws PackagingError `malformed-xml` or `malformed-solution`
 */
export function readSlnx(text: string, file: string): Solution {
  const { root } = parseXml(text, file);
  if (localName(root) !== 'Solution') {
    throw new PackagingError('malformed-solution', `The root element is ${root.name}, not Solution.`, {
      where: file,
      next: 'Give a .slnx file as Visual Studio writes it.',
    });
  }
  const folders = new Map([['', emptyFolder('')]]);
  const projects = childElements(root, 'Project').flatMap(projectOf);
  for (const element of childElements(root, 'Folder')) {
    const name = attributeOf(element, 'Name') ?? '';
    if (name.split('/').length > maxDepth) {
      throw new PackagingError('malformed-solution', `A folder lies deeper than ${maxDepth} folders.`, {
        where: positionIn(file, text, element.offset ?? 0),
        next: 'Correct its name; no solution is built like that.',
      });
    }
    const folder = folderAt(folders, name);
    folder.files.push(...childElements(element, 'File').flatMap((child) => attributeOf(child, 'Path') ?? []));
    folder.projects.push(...childElements(element, 'Project').flatMap(projectOf));
    projects.push(...childElements(element, 'Project').flatMap(projectOf));
  }
  return { rootFolders: folders.get('')?.folders ?? [], projects };
}

/** The folder of a full name such as `/Scripts/Group/`; parents that were not named are made. */
function folderAt(folders: Map<string, SolutionFolder>, written: string): SolutionFolder {
  const names = written.split('/').filter(Boolean);
  const fullName = names.join('/');
  let folder = folders.get(fullName);
  if (folder === undefined) {
    folder = emptyFolder(names.at(-1) as string);
    folders.set(fullName, folder);
    folderAt(folders, names.slice(0, -1).join('/')).folders.push(folder);
  }
  return folder;
}

function projectOf(element: XmlElement) {
  const path = attributeOf(element, 'Path') ?? '';
  const { name, ext } = parse(path);
  const type = attributeOf(element, 'Type');
  const isCSharp =
    type === undefined ? ext.toLowerCase() === '.csproj' : /^(classic )?c#$/i.test(type) || isCSharpType(type);
  return isCSharp ? [{ name, displayName: attributeOf(element, 'DisplayName') ?? name, path }] : [];
}
