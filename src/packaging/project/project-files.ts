import { PackagingError } from '../dmapp/packaging-error.ts';
import { readTextFile } from '../files/read-text.ts';
import type { WorkTree } from '../files/work-tree.ts';
import { parseXml } from '../xml/parse-xml.ts';
import { localName, type XmlElement } from '../xml/xml-node.ts';

/** A project, props, targets or projitems file. */
export interface ProjectFile {
  readonly path: string;
  readonly source: string;
  readonly root: XmlElement;
}

/** Reads each MSBuild file once, however many projects import it. */
export class ProjectFiles {
  readonly tree: WorkTree;
  readonly #files = new Map<string, Promise<ProjectFile>>();

  constructor(tree: WorkTree) {
    this.tree = tree;
  }

  /** @throws PackagingError `malformed-xml` or `malformed-project` */
  read(path: string): Promise<ProjectFile> {
    let file = this.#files.get(path);
    if (file === undefined) {
      file = this.#parse(path);
      this.#files.set(path, file);
    }
    return file;
  }

  async #parse(path: string): Promise<ProjectFile> {
    const shown = this.tree.show(path);
    const source = await readTextFile(path, shown, true);
    const { root } = parseXml(source, shown);
    if (localName(root) !== 'Project') {
      throw new PackagingError('malformed-project', `The root element is ${root.name}, not Project.`, {
        where: shown,
        next: 'Correct the file, or do not import it.',
      });
    }
    return { path, source, root };
  }
}
