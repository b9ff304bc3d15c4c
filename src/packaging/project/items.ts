import { dirname, extname, isAbsolute, relative, resolve, sep } from 'node:path';
import { toPlatform, toWindows } from '../files/paths.ts';
import type { WorkTree } from '../files/work-tree.ts';
import { positionIn } from '../xml/source-position.ts';
import { attributeOf, childElements, localName, textOf, type XmlElement } from '../xml/xml-node.ts';
import type { Evaluation } from './evaluation.ts';
import { fixedFolderOf, globMatcher, hasWildcards } from './item-glob.ts';
import { unescapeValue, type Value } from './msbuild-value.ts';
import type { ProjectFile } from './project-files.ts';
import { defaultItemExcludes } from './toolset.ts';

const neededTypes = [
  'Compile',
  'Reference',
  'ProjectReference',
  'PackageReference',
  'PackageVersion',
  'GlobalPackageReference',
] as const;

export type ItemType = (typeof neededTypes)[number];

/** An item with the metadata that it was given; names of metadata in lower case. */
export interface Item {
  /** The evaluated include: a path as written, or a name. */
  readonly include: string;
  /** Absolute path that the include means as a path. */
  readonly path: string;
  /** How a file is named in combined code (packaging spec 7.4). */
  readonly name: string;
  readonly metadata: ReadonlyMap<string, Value>;
  readonly element: XmlElement;
  readonly file: ProjectFile;
}

/** The second of MSBuild's two passes: evaluates the items of the types that packaging needs. */
export class ItemPass {
  readonly #evaluation: Evaluation;
  readonly #tree: WorkTree;
  readonly #items = new Map<ItemType, Item[]>(neededTypes.map((type) => [type, []]));

  constructor(evaluation: Evaluation, tree: WorkTree) {
    this.#evaluation = evaluation;
    this.#tree = tree;
  }

  of(type: ItemType): readonly Item[] {
    return this.#items.get(type) as Item[];
  }

  /** @throws PackagingError `unsupported-project` for a construct that decides about a needed item */
  async run(): Promise<void> {
    for (const step of this.#evaluation.steps) {
      if (step === 'sdk-default-items') {
        await this.#defaultItems();
      } else if (localName(step.element) === 'Choose') {
        for (const child of await this.#evaluation.chosen(step.element, step.file)) {
          if (localName(child) === 'ItemGroup') {
            await this.#group(child, step.file);
          }
        }
      } else {
        await this.#group(step.element, step.file);
      }
    }
  }

  async #group(group: XmlElement, file: ProjectFile): Promise<void> {
    const elements = childElements(group).filter((element) => typeOf(element) !== undefined);
    if (elements.length === 0 || !(await this.#counts(group, file))) {
      return;
    }
    for (const element of elements) {
      if (await this.#counts(element, file)) {
        await this.#item(element, typeOf(element) as ItemType, file);
      }
    }
  }

  async #counts(element: XmlElement, file: ProjectFile): Promise<boolean> {
    const { holds, unsupported } = await this.#evaluation.condition(element, file);
    if (unsupported !== undefined) {
      throw this.#evaluation.unsupported(`a condition depends on ${unsupported}`, file, element);
    }
    return holds;
  }

  async #item(element: XmlElement, type: ItemType, file: ProjectFile): Promise<void> {
    const items = this.#items.get(type) as Item[];
    const [include, exclude, remove, update] = await Promise.all(
      ['Include', 'Exclude', 'Remove', 'Update'].map((name) => this.#list(element, name, file)),
    );
    const metadata = await this.#metadata(element, file);
    for (const specification of include ?? []) {
      const excluded = this.#matcher(exclude ?? []);
      for (const item of await this.#included(specification, excluded, { element, file, metadata })) {
        items.push(item);
      }
    }
    if (remove !== undefined && remove.length > 0) {
      const removed = this.#matcher(remove);
      this.#items.set(
        type,
        items.filter((item) => !removed(item)),
      );
    }
    if (update !== undefined && update.length > 0) {
      const updated = this.#matcher(update);
      this.#items.set(
        type,
        items.map((item) => (updated(item) ? { ...item, metadata: new Map([...item.metadata, ...metadata]) } : item)),
      );
    }
  }

  async #list(element: XmlElement, name: string, file: ProjectFile): Promise<string[]> {
    const { text, unsupported } = await this.#evaluation.expand(attributeOf(element, name) ?? '', file);
    if (unsupported !== undefined) {
      throw this.#evaluation.unsupported(`${localName(element)} ${name} depends on ${unsupported}`, file, element);
    }
    return text
      .split(';')
      .map((specification) => specification.trim())
      .filter((specification) => specification !== '');
  }

  async #metadata(element: XmlElement, file: ProjectFile): Promise<Map<string, Value>> {
    const metadata = new Map<string, Value>();
    for (const { name } of element.attributes) {
      metadata.set(name.toLowerCase(), await this.#evaluation.expand(attributeOf(element, name) ?? '', file));
    }
    for (const child of childElements(element)) {
      const { holds, unsupported } = await this.#evaluation.condition(child, file);
      if (holds || unsupported !== undefined) {
        const value = await this.#evaluation.expand(textOf(child), file);
        metadata.set(localName(child).toLowerCase(), {
          text: value.text,
          unsupported: unsupported ?? value.unsupported,
        });
      }
    }
    return metadata;
  }

  async #included(
    specification: string,
    excluded: (item: Pick<Item, 'include' | 'path'>) => boolean,
    origin: Pick<Item, 'element' | 'file' | 'metadata'>,
  ): Promise<Item[]> {
    const includes = hasWildcards(specification)
      ? await this.#globbed(specification, origin)
      : [unescapeValue(specification)];
    return includes
      .map((include) => {
        const path = resolve(this.#evaluation.folder, toPlatform(include));
        return { ...origin, include, path, name: this.#nameOf(include, path, origin.file) };
      })
      .filter((item) => !excluded(item));
  }

  async #globbed(specification: string, origin: Pick<Item, 'element' | 'file'>): Promise<string[]> {
    const written = specification.replaceAll('\\', '/');
    const fixed = fixedFolderOf(written);
    const where = positionIn(this.#tree.show(origin.file.path), origin.file.source, origin.element.offset ?? 0);
    const folder = await this.#tree.find(this.#evaluation.folder, fixed || '.', where);
    if (folder === undefined) {
      return [];
    }
    const matches = globMatcher(fixed === '' ? written : written.slice(fixed.length + 1));
    const files = await this.#tree.walk(folder);
    return files.filter(({ name }) => matches(name)).map(({ name }) => (fixed === '' ? name : `${fixed}/${name}`));
  }

  /** The implicit source files of an SDK-style project (packaging spec 6.3). */
  async #defaultItems(): Promise<void> {
    const off = ['EnableDefaultItems', 'EnableDefaultCompileItems'].some(
      (name) => this.#evaluation.neededProperty(name).toLowerCase() === 'false',
    );
    if (off) {
      return;
    }
    const { folder, project } = this.#evaluation;
    const outputs = ['BaseOutputPath', 'BaseIntermediateOutputPath'].map(
      (name) => `${slashed(relative(folder, resolve(folder, toPlatform(this.#evaluation.neededProperty(name)))))}/**`,
    );
    const excluded = [...outputs, ...defaultItemExcludes].map(globMatcher);
    const isExcluded = (name: string): boolean => excluded.some((matches) => matches(name));
    // A folder is left out when a pattern covers everything in it; "/x" stands for anything.
    const files = await this.#tree.walk(folder, (name) => !isExcluded(`${name}/x`));
    const items = this.#items.get('Compile') as Item[];
    for (const { name, path } of files) {
      if (/\.cs$/i.test(name) && !isExcluded(name)) {
        const include = toWindows(name);
        items.push({ include, path, name: include, metadata: new Map(), element: project.root, file: project });
      }
    }
  }

  /** Matches items as paths (wildcards allowed) and, for names such as `System.Xml`, as text; case never counts. */
  #matcher(specifications: readonly string[]): (item: Pick<Item, 'include' | 'path'>) => boolean {
    const texts = new Set<string>();
    const globs: ((path: string) => boolean)[] = [];
    for (const specification of specifications) {
      const path = resolve(this.#evaluation.folder, toPlatform(specification));
      if (hasWildcards(specification)) {
        globs.push(globMatcher(slashed(path)));
      } else {
        texts.add(path.toLowerCase());
      }
    }
    return ({ path }) => texts.has(path.toLowerCase()) || globs.some((matches) => matches(slashed(path)));
  }

  #nameOf(include: string, path: string, file: ProjectFile): string {
    const isShared = extname(file.path).toLowerCase() === '.projitems';
    if (!isShared && !isAbsolute(toPlatform(include))) {
      return toWindows(include);
    }
    return toWindows(slashed(relative(isShared ? dirname(file.path) : this.#evaluation.folder, path)));
  }
}

function typeOf(element: XmlElement): ItemType | undefined {
  const name = localName(element).toLowerCase();
  return neededTypes.find((type) => type.toLowerCase() === name);
}

function slashed(path: string): string {
  return path.replaceAll(sep, '/');
}
