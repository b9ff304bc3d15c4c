import { dirname } from 'node:path';
import { PackagingError } from '../dmapp/packaging-error.ts';
import type { WorkTree } from '../files/work-tree.ts';
import type { PlannedScript } from '../package-plan.ts';
import type { Projects } from '../project/evaluate-project.ts';
import { readScript, type ScriptDocument } from '../script/script-document.ts';
import { ScriptLibraries } from '../script/script-libraries.ts';
import { parseXml } from '../xml/parse-xml.ts';
import { localName } from '../xml/xml-node.ts';
import { type DataMinerProject, dataMinerProjectAt, isInstallProject, isScriptProject } from './data-miner-project.ts';

/** Reads the scripts of projects, each once: `NAME.xml` beside `NAME.csproj` (packaging spec 17.2). */
export class SdkScripts {
  readonly #tree: WorkTree;
  readonly #projects: Projects;
  readonly #documents = new Map<string, Promise<ScriptDocument | undefined>>();

  constructor(tree: WorkTree, projects: Projects) {
    this.#tree = tree;
    this.#projects = projects;
  }

  /**
   * The script of a project. Its mark can name this project alone, and its libraries are the scripts of the projects that
   * this one references directly.
   * @throws PackagingError `file-not-found`, or what is wrong with the script or a project
   */
  async planned({ name, file }: DataMinerProject): Promise<PlannedScript> {
    const script = await this.#documentOf(name, file);
    if (script === undefined) {
      throw new PackagingError('file-not-found', `Project ${name} has no script: ${name}.xml does not exist.`, {
        where: this.#tree.show(file),
        next: `Put the script beside the project, in a file called ${name}.xml.`,
      });
    }
    for (const { placeholder, where } of script.exes) {
      if (placeholder !== undefined && placeholder.project !== name) {
        throw new PackagingError(
          'project-not-found',
          `The mark ${placeholder.mark} names another project than ${name}.`,
          {
            where,
            next: `Write [Project:${name}]: the script of an SDK project can name that project only.`,
          },
        );
      }
    }
    const project = await this.#projects.at(file);
    const referenced = await this.referencedBy(project);
    const scripts = await Promise.all(referenced.map((other) => this.#documentOf(other.name, other.file)));
    const libraries = new ScriptLibraries(scripts.filter((document) => document !== undefined));
    return { script, projects: new Map([[name, project]]), libraries };
  }

  /** The projects with scripts that a project references directly. */
  async referencedBy({ file }: Pick<DataMinerProject, 'file'>): Promise<DataMinerProject[]> {
    const { projectReferences } = await this.#projects.at(file);
    const found: DataMinerProject[] = [];
    for (const { path } of projectReferences) {
      const project = await dataMinerProjectAt(await this.#projects.find(file, path), this.#projects);
      if (project !== undefined && (isScriptProject(project) || isInstallProject(project))) {
        found.push(project);
      }
    }
    return found;
  }

  #documentOf(name: string, project: string): Promise<ScriptDocument | undefined> {
    const known = this.#documents.get(project) ?? this.#read(name, project);
    this.#documents.set(project, known);
    return known;
  }

  async #read(name: string, project: string): Promise<ScriptDocument | undefined> {
    const file = await this.#tree.find(dirname(project), `${name}.xml`, this.#tree.show(project));
    if (file === undefined) {
      return undefined;
    }
    const shown = this.#tree.show(file);
    const source = await this.#tree.readText(file, { strict: true });
    const document = parseXml(source, shown);
    if (localName(document.root).toLowerCase() !== 'dmsscript') {
      throw new PackagingError('malformed-script', `The root element is ${document.root.name}, not DMSScript.`, {
        where: shown,
        next: `${name}.xml must be the script of project ${name}; correct or rename it.`,
      });
    }
    return readScript({ file, source, document, projects: [] }, shown, name);
  }
}
