import { basename, dirname } from 'node:path';
import { parse } from 'node:path/win32';
import { PackagingError } from '../dmapp/packaging-error.ts';
import type { WorkTree } from '../files/work-tree.ts';
import { type DataMinerProperties, dataMinerProperties } from './data-miner-properties.ts';
import { Evaluation } from './evaluation.ts';
import { type Item, ItemPass } from './items.ts';
import type { PackageReference, Project, ReferenceItem } from './project.ts';
import { ProjectFiles } from './project-files.ts';
import { implicitReferences, netFrameworkVersion } from './toolset.ts';

/** Evaluates C# projects, each once, however many scripts use it (packaging spec 6). */
export class Projects {
  readonly #tree: WorkTree;
  readonly #files: ProjectFiles;
  readonly #nugetPackagesFolder: string;
  readonly #evaluations = new Map<string, Promise<Evaluation>>();
  readonly #projects = new Map<string, Promise<Project>>();

  constructor(tree: WorkTree, nugetPackagesFolder: string) {
    this.#tree = tree;
    this.#files = new ProjectFiles(tree);
    this.#nugetPackagesFolder = nugetPackagesFolder;
  }

  /**
   * @param by absolute path of the solution or project that names the project
   * @param written path of the project file as it is written there
   * @throws PackagingError `project-not-found`, or what is wrong with the project
   */
  async load(by: string, written: string): Promise<Project> {
    return this.at(await this.find(by, written));
  }

  /** The path on disk of a project file; parameters and errors as for {@link load}. */
  async find(by: string, written: string): Promise<string> {
    const where = this.#tree.show(by);
    const path = await this.#tree.find(dirname(by), written, where);
    if (path === undefined) {
      throw new PackagingError('project-not-found', `The project file ${written} does not exist.`, {
        where,
        next: `Add the file, or remove the project from ${basename(by)}.`,
      });
    }
    return path;
  }

  /** @param path absolute path of the project file on disk */
  at(path: string): Promise<Project> {
    return remembered(this.#projects, path, () => this.#project(path));
  }

  /** What the project says of itself; its items are not looked at. */
  async propertiesAt(path: string): Promise<DataMinerProperties> {
    return dataMinerProperties(await this.#evaluation(path));
  }

  #evaluation(path: string): Promise<Evaluation> {
    return remembered(this.#evaluations, path, () => Evaluation.of(path, this.#files, this.#nugetPackagesFolder));
  }

  async #project(path: string): Promise<Project> {
    const evaluation = await this.#evaluation(path);
    const items = new ItemPass(evaluation, this.#tree);
    await items.run();
    return {
      name: evaluation.name,
      assemblyName: evaluation.property('AssemblyName').text.trim() || evaluation.name,
      file: path,
      style: evaluation.style,
      targetFramework: targetFramework(evaluation),
      compile: items.of('Compile').map(({ name, path: file }) => ({ name, path: file })),
      references: references(evaluation, items),
      projectReferences: items.of('ProjectReference').map((item) => ({
        name: metadata(evaluation, item, 'Name') || parse(item.include).name,
        path: item.include,
      })),
      packageReferences: packageReferences(evaluation, items),
      lockFile: await this.#tree.find(dirname(path), 'packages.lock.json', this.#tree.show(path)),
    };
  }
}

function remembered<Found>(
  found: Map<string, Promise<Found>>,
  path: string,
  find: () => Promise<Found>,
): Promise<Found> {
  const known = found.get(path) ?? find();
  found.set(path, known);
  return known;
}

/** Of several frameworks the first .NET Framework, which is what scripts run on (packaging spec 6.2). */
function targetFramework(evaluation: Evaluation): string {
  const text = (name: string): string => evaluation.neededProperty(name).trim();
  if (evaluation.style === 'legacy') {
    return `.NETFramework,Version=${text('TargetFrameworkVersion') || 'v4.0'}`;
  }
  const several = text('TargetFrameworks')
    .split(';')
    .map((name) => name.trim())
    .filter(Boolean);
  const first = several.find((name) => netFrameworkVersion(name) !== undefined) ?? several[0] ?? '';
  return text('TargetFramework') || first;
}

function references(evaluation: Evaluation, items: ItemPass): ReferenceItem[] {
  const written = items.of('Reference').map((item): ReferenceItem => {
    const hintPath = metadata(evaluation, item, 'HintPath');
    return hintPath === '' ? { include: item.include } : { include: item.include, hintPath };
  });
  const framework =
    evaluation.style === 'sdk' &&
    evaluation.neededProperty('DisableImplicitFrameworkReferences').toLowerCase() !== 'true'
      ? netFrameworkVersion(
          `${evaluation.neededProperty('TargetFramework')};${evaluation.neededProperty('TargetFrameworks')}`,
        )
      : undefined;
  if (framework === undefined) {
    return written;
  }
  const named = new Set(written.map(({ include }) => include.toLowerCase()));
  const implicit = implicitReferences(framework).filter((include) => !named.has(include.toLowerCase()));
  return [...written, ...implicit.map((include) => ({ include }))];
}

/** Versions may be managed centrally (packaging spec 6.2). */
function packageReferences(evaluation: Evaluation, items: ItemPass): PackageReference[] {
  const isCentral = evaluation.neededProperty('ManagePackageVersionsCentrally').toLowerCase() === 'true';
  const central = new Map<string, string>();
  for (const item of items.of('PackageVersion')) {
    const id = item.include.toLowerCase();
    if (central.has(id)) {
      throw new PackagingError('malformed-project', `The version of package ${item.include} is given twice.`, {
        where: evaluation.project.path,
        next: 'Keep one PackageVersion item for each package.',
      });
    }
    central.set(id, metadata(evaluation, item, 'Version'));
  }
  return [...items.of('GlobalPackageReference'), ...items.of('PackageReference')].map((item) => {
    const own = metadata(evaluation, item, 'Version');
    const managed = isCentral
      ? metadata(evaluation, item, 'VersionOverride') || central.get(item.include.toLowerCase())
      : undefined;
    return { id: item.include, version: own || managed || '' };
  });
}

function metadata(evaluation: Evaluation, item: Item, name: string): string {
  const { text, unsupported } = item.metadata.get(name.toLowerCase()) ?? { text: '' };
  if (unsupported !== undefined) {
    throw evaluation.unsupported(`${name} of ${item.include} depends on ${unsupported}`, item.file, item.element);
  }
  return text.trim();
}
