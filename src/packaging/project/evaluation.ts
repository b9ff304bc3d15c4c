import { dirname, parse, resolve, sep } from 'node:path';
import { PackagingError } from '../dmapp/packaging-error.ts';
import { fileAbove, isFile, isWindowsRooted, isWithin, toPlatform } from '../files/paths.ts';
import { positionIn } from '../xml/source-position.ts';
import { attributeOf, childElements, localName, textOf, type XmlElement } from '../xml/xml-node.ts';
import { conditionHolds, type Verdict } from './msbuild-condition.ts';
import { expand, type Scope, type Value } from './msbuild-value.ts';
import type { ProjectFile, ProjectFiles } from './project-files.ts';
import { reservedProperty } from './reserved-properties.ts';
import { toolsetImport, toolsetProperties } from './toolset.ts';

/** An element that may hold items, kept for the pass over items, which sees the final properties. */
export type ItemStep = { readonly element: XmlElement; readonly file: ProjectFile } | 'sdk-default-items';

/**
 * The first of MSBuild's two passes over a project and everything that it imports: properties get their values, and
 * item groups are listed in order (packaging spec 6.2, 6.7).
 */
export class Evaluation {
  readonly project: ProjectFile;
  readonly folder: string;
  readonly steps: ItemStep[] = [];
  readonly #files: ProjectFiles;
  readonly #properties: Map<string, Value>;
  readonly #imported = new Set<string>();
  #sdk: string | undefined;

  private constructor(project: ProjectFile, files: ProjectFiles, nugetPackagesFolder: string) {
    this.project = project;
    this.folder = dirname(project.path);
    this.#files = files;
    this.#properties = toolsetProperties(nugetPackagesFolder);
  }

  /** @throws PackagingError for what is wrong with the project or one of its imports */
  static async of(path: string, files: ProjectFiles, nugetPackagesFolder: string): Promise<Evaluation> {
    const project = await files.read(path);
    const evaluation = new Evaluation(project, files, nugetPackagesFolder);
    const sdk =
      attributeOf(project.root, 'Sdk') ?? (childElements(project.root, 'Sdk').map(nameOf).join(';') || undefined);
    if (sdk !== undefined) {
      await evaluation.#sdkProps(sdk);
    }
    await evaluation.#visit(project);
    if (sdk !== undefined) {
      await evaluation.#directoryFile('Directory.Build.targets');
    }
    return evaluation;
  }

  /** `sdk` once any SDK took part. */
  get style(): 'sdk' | 'legacy' {
    return this.#sdk === undefined ? 'legacy' : 'sdk';
  }

  /** The final text of a property; empty when it is not set. */
  property(name: string): Value {
    return this.#properties.get(name.toLowerCase()) ?? { text: '' };
  }

  /**
   * The text of a property that the result depends on.
   * @throws PackagingError `unsupported-project` when it cannot be known
   */
  neededProperty(name: string): string {
    const { text, unsupported } = this.property(name);
    if (unsupported !== undefined) {
      throw this.unsupported(`the property ${name} depends on ${unsupported}`, this.project, this.project.root);
    }
    return text.trim();
  }

  async expand(text: string, file: ProjectFile): Promise<Value> {
    return expand(text, this.#scope(file, this.folder));
  }

  /** Whether an element counts, by its `Condition`. */
  async condition(element: XmlElement, file: ProjectFile, folder = this.folder): Promise<Verdict> {
    const condition = attributeOf(element, 'Condition')?.trim() ?? '';
    if (condition === '') {
      return { holds: true };
    }
    try {
      return await conditionHolds(condition, this.#scope(file, folder));
    } catch (cause) {
      if (!(cause instanceof SyntaxError)) {
        throw cause;
      }
      const shown = condition.length > 200 ? `${condition.slice(0, 200)}…` : condition;
      throw new PackagingError('malformed-project', `The condition "${shown}" cannot be read: ${cause.message}.`, {
        where: this.#where(file, element),
        next: 'Correct the condition.',
        cause,
      });
    }
  }

  /** The children of the branch that a `Choose` takes. */
  async chosen(choose: XmlElement, file: ProjectFile): Promise<XmlElement[]> {
    for (const when of childElements(choose, 'When')) {
      const { holds, unsupported } = await this.condition(when, file);
      if (unsupported !== undefined) {
        throw this.unsupported(`a condition depends on ${unsupported}`, file, when);
      }
      if (holds) {
        return childElements(when);
      }
    }
    return childElements(choose, 'Otherwise').flatMap((otherwise) => childElements(otherwise));
  }

  unsupported(what: string, file: ProjectFile, element: XmlElement): PackagingError {
    return new PackagingError('unsupported-project', `The project ${this.name} cannot be evaluated: ${what}.`, {
      where: this.#where(file, element),
      next: 'Write it with plain properties, conditions and file lists; this tool does not run MSBuild.',
    });
  }

  get name(): string {
    return parse(this.project.path).name;
  }

  async #visit(file: ProjectFile): Promise<void> {
    if (this.#imported.has(file.path)) {
      return; // MSBuild, too, takes the first import of a file only
    }
    this.#imported.add(file.path);
    for (const element of childElements(file.root)) {
      await this.#visitElement(element, file);
    }
  }

  async #visitElement(element: XmlElement, file: ProjectFile): Promise<void> {
    switch (localName(element)) {
      case 'PropertyGroup':
        return this.#propertyGroup(element, file);
      case 'ItemGroup':
        this.steps.push({ element, file });
        return;
      case 'Choose':
        this.steps.push({ element, file });
        for (const child of await this.chosen(element, file)) {
          if (localName(child) === 'PropertyGroup') {
            await this.#propertyGroup(child, file);
          }
        }
        return;
      case 'Import':
        return this.#import(element, file);
      case 'ImportGroup': {
        const { holds, unsupported } = await this.condition(element, file, dirname(file.path));
        for (const child of holds || unsupported !== undefined ? childElements(element, 'Import') : []) {
          await this.#import(child, file, unsupported);
        }
        return;
      }
    }
  }

  async #propertyGroup(group: XmlElement, file: ProjectFile): Promise<void> {
    const groupVerdict = await this.condition(group, file);
    if (!groupVerdict.holds && groupVerdict.unsupported === undefined) {
      return;
    }
    for (const element of childElements(group)) {
      const verdict = await this.condition(element, file);
      const doubt = groupVerdict.unsupported ?? verdict.unsupported;
      if (verdict.holds || doubt !== undefined) {
        const { text, unsupported } = await this.expand(textOf(element), file);
        this.#properties.set(localName(element).toLowerCase(), { text, unsupported: doubt ?? unsupported });
      }
    }
  }

  async #import(element: XmlElement, file: ProjectFile, doubt?: string): Promise<void> {
    const { holds, unsupported } = await this.condition(element, file, dirname(file.path));
    if (!holds && unsupported === undefined && doubt === undefined) {
      return;
    }
    const sdk = attributeOf(element, 'Sdk');
    const written = await this.expand(attributeOf(element, 'Project') ?? '', file);
    const part = sdk === undefined ? toolsetImport(written.text) : /\.props$/i.test(written.text) ? 'props' : 'targets';
    if (part !== undefined) {
      return this.#toolsetPart(part, sdk);
    }
    const unknown = doubt ?? unsupported ?? written.unsupported;
    if (unknown !== undefined || /[*?]/.test(written.text)) {
      throw this.unsupported(`an import depends on ${unknown ?? 'wildcards'}`, file, element);
    }
    await this.#visit(await this.#files.read(await this.#importedPath(written.text, file, element)));
  }

  async #toolsetPart(part: 'props' | 'targets' | 'other', sdk: string | undefined): Promise<void> {
    if (part === 'props') {
      await (sdk === undefined ? this.#directoryProps() : this.#sdkProps(sdk));
    } else if (part === 'targets') {
      await this.#directoryFile('Directory.Build.targets');
    }
  }

  /** Imports come from inside the root, or from a folder above it as MSBuild's own search upward finds them. */
  async #importedPath(written: string, file: ProjectFile, element: XmlElement): Promise<string> {
    const where = this.#where(file, element);
    const folder = dirname(file.path);
    const path = resolve(folder, toPlatform(written));
    const isAncestor = !this.#files.tree.contains(path) && isWithin(dirname(path), this.folder);
    const found = isAncestor ? (await isFile(path)) && path : await this.#files.tree.find(folder, written, where);
    if (!found) {
      throw new PackagingError(
        'file-not-found',
        `The project ${this.name} imports '${written}', which does not exist.`,
        {
          where,
          next: 'Add the file or remove the import.',
        },
      );
    }
    return found;
  }

  async #sdkProps(sdk: string): Promise<void> {
    this.#sdk = sdk;
    await this.#directoryProps();
    this.#default('Configuration', 'Debug');
    this.#default('Platform', 'AnyCPU');
    this.#default('BaseOutputPath', 'bin\\');
    this.#default('BaseIntermediateOutputPath', 'obj\\');
    // Set after the props of the repository, so only the project itself can have it otherwise (packaging spec 6.3).
    if (/(^|;)\s*Skyline\.DataMiner\.Sdk\s*([/;]|$)/i.test(sdk)) {
      this.#properties.set('disableimplicitframeworkreferences', { text: 'true' });
    }
    this.steps.push('sdk-default-items');
  }

  #default(name: string, text: string): void {
    if (this.property(name).text === '') {
      this.#properties.set(name.toLowerCase(), { text });
    }
  }

  async #directoryProps(): Promise<void> {
    await this.#directoryFile('Directory.Build.props');
    await this.#directoryFile('Directory.Packages.props');
  }

  async #directoryFile(name: string): Promise<void> {
    const path = await fileAbove(this.folder, name);
    if (path !== undefined) {
      const { tree } = this.#files;
      if (tree.contains(path)) {
        await tree.find(dirname(path), name, tree.show(this.project.path)); // refuses a link that leads out
      }
      await this.#visit(await this.#files.read(path));
    }
  }

  #scope(file: ProjectFile, folder: string): Scope {
    return {
      property: (name) => reservedProperty(name, this.project.path, file.path) ?? this.property(name),
      call: (name, args) => this.#call(name, args, file),
      exists: (written) => this.#exists(folder, written),
    };
  }

  async #call(name: string, args: readonly string[], file: ProjectFile): Promise<string | undefined> {
    const [first = '', second] = args;
    switch (name) {
      case '[msbuild]::getpathoffileabove':
        return (await fileAbove(resolve(dirname(file.path), toPlatform(second ?? '.')), first)) ?? '';
      case '[msbuild]::getdirectorynameoffileabove': {
        const found = await fileAbove(resolve(dirname(file.path), toPlatform(first)), second ?? '');
        return found === undefined ? '' : dirname(found);
      }
      default:
        return undefined;
    }
  }

  async #exists(folder: string, written: string): Promise<boolean> {
    const part = toolsetImport(written);
    if (part !== undefined) {
      return part !== 'other';
    }
    if (written.trim() === '' || (sep === '/' && isWindowsRooted(written))) {
      return false;
    }
    const path = resolve(folder, toPlatform(written));
    return this.#files.tree.contains(path)
      ? (await this.#files.tree.find(folder, written, this.#files.tree.show(this.project.path))) !== undefined
      : isFile(path);
  }

  #where(file: ProjectFile, element: XmlElement): string {
    return positionIn(this.#files.tree.show(file.path), file.source, element.offset ?? 0);
  }
}

function nameOf(element: XmlElement): string {
  return attributeOf(element, 'Name') ?? '';
}
