import { dirname } from 'node:path';
import { PackagingError } from '../dmapp/packaging-error.ts';
import type { WorkTree } from '../files/work-tree.ts';
import { hasWildcards } from '../project/item-glob.ts';
import { parseXml } from '../xml/parse-xml.ts';
import { positionIn } from '../xml/source-position.ts';
import { attributeOf, childElements, localName, type XmlElement } from '../xml/xml-node.ts';
import type { DataMinerProject } from './data-miner-project.ts';
import { filesMatching } from './file-pattern.ts';

const referencesFile = 'PackageContent/ProjectReferences.xml';
const namespace = 'http://www.skyline.be/projectReferences';

/** What a package includes when it does not say: every project beside its own. */
const everyProject = '..\\*\\*.csproj';

/** A pattern with its place, as messages name it. */
interface Pattern {
  readonly text: string;
  readonly where: string;
}

/**
 * The project files that a package project includes by its `ProjectReferences.xml`, its own left out, in the order of the
 * patterns (packaging spec 17.5).
 * @throws PackagingError `file-not-found`, `malformed-project`, `malformed-solution`, or `outside-root`
 */
export async function includedProjectFiles(project: DataMinerProject, tree: WorkTree): Promise<string[]> {
  const { elements, where } = await referencesOf(project, tree);
  const patterns = (name: string, attribute: string): Pattern[] =>
    elements
      .filter((element) => localName(element) === name)
      .flatMap((element) => {
        const text = attributeOf(element, attribute);
        return text === undefined ? [] : [{ text, where: where(element) }];
      });
  const resolve = (pattern: Pattern): Promise<string[]> => filesOf(pattern, project, tree);

  const filters = (await Promise.all(patterns('SolutionFilter', 'Include').map(resolve))).flat();
  const filtered = (await Promise.all(filters.map((filter) => projectsIn(filter, tree)))).flat();
  const includes = [...patterns('ProjectReference', 'Include'), ...filtered];
  const included = new Set<string>();
  for (const pattern of includes.length > 0 ? includes : [{ text: everyProject, where: tree.show(project.file) }]) {
    for (const file of await resolve(pattern)) {
      included.add(file);
    }
  }
  for (const { text, where: place } of patterns('ProjectReference', 'Exclude')) {
    for (const file of await filesMatching(dirname(project.file), text, tree, place)) {
      included.delete(file);
    }
  }
  included.delete(project.file);
  return [...included].filter((file) => /\.csproj$/i.test(file));
}

async function referencesOf(
  project: DataMinerProject,
  tree: WorkTree,
): Promise<{ elements: readonly XmlElement[]; where: (element: XmlElement) => string }> {
  const file = await tree.find(dirname(project.file), referencesFile, tree.show(project.file));
  if (file === undefined) {
    throw new PackagingError('file-not-found', `Package project ${project.name} has no ${referencesFile}.`, {
      where: tree.show(project.file),
      next: 'Add the file; it says which projects the package includes.',
    });
  }
  const shown = tree.show(file);
  const source = await tree.readText(file, { strict: true });
  const { root } = parseXml(source, shown);
  const where = (element: XmlElement): string => positionIn(shown, source, element.offset ?? 0);
  if (localName(root) !== 'ProjectReferences' || attributeOf(root, 'xmlns') !== namespace) {
    throw new PackagingError('malformed-project', `The root element is not ProjectReferences of ${namespace}.`, {
      where: where(root),
      next: `Write <ProjectReferences xmlns="${namespace}">.`,
    });
  }
  const unknown = childElements(root).find(
    (element) => !['ProjectReference', 'SolutionFilter'].includes(localName(element)),
  );
  if (unknown !== undefined) {
    throw new PackagingError('malformed-project', `The element ${unknown.name} is not known here.`, {
      where: where(unknown),
      next: 'Use ProjectReference with Include or Exclude, and SolutionFilter with Include.',
    });
  }
  return { elements: childElements(root), where };
}

/** A pattern without wildcards names one file, which must be there; the package would lack something otherwise. */
async function filesOf({ text, where }: Pattern, project: DataMinerProject, tree: WorkTree): Promise<string[]> {
  const files = await filesMatching(dirname(project.file), text, tree, where);
  if (files.length === 0 && !hasWildcards(text)) {
    throw new PackagingError('file-not-found', `The package includes ${text}, which does not exist.`, {
      where,
      next: 'Correct the path; it is relative to the folder of the package project.',
    });
  }
  return files;
}

/** The projects of a solution filter, as patterns relative to the package project (packaging spec 17.5). */
async function projectsIn(filter: string, tree: WorkTree): Promise<Pattern[]> {
  const where = tree.show(filter);
  const paths = listedProjects(await tree.readText(filter));
  if (paths === undefined) {
    throw new PackagingError('malformed-solution', 'The solution filter cannot be read.', {
      where,
      next: 'Write it as Visual Studio does: JSON with solution.path and solution.projects.',
    });
  }
  return paths.map((path) => ({ text: `..\\${path}`, where }));
}

function listedProjects(text: string): string[] | undefined {
  try {
    const { solution } = JSON.parse(text) as { solution?: { projects?: unknown } };
    const projects = solution?.projects;
    return Array.isArray(projects) && projects.every((path) => typeof path === 'string') ? projects : undefined;
  } catch {
    return undefined;
  }
}
