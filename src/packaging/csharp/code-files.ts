import { dirname } from 'node:path';
import { PackagingError } from '../dmapp/packaging-error.ts';
import type { WorkTree } from '../files/work-tree.ts';
import type { CompileItem, Project } from '../project/project.ts';
import { illegalCharacterIn } from '../xml/illegal-character.ts';
import { positionIn } from '../xml/source-position.ts';
import { parseSource, type SourceFile } from './source-file.ts';

const byName = new Intl.Collator('en');

/** Reads C# files of projects; a file that several projects share is read and parsed once. */
export class CodeFiles {
  readonly #tree: WorkTree;
  readonly #parsed = new Map<string, Promise<SourceFile>>();

  constructor(tree: WorkTree) {
    this.#tree = tree;
  }

  /**
   * The C# files that go into a script, in the order in which they are combined (packaging spec 7).
   * @throws PackagingError `no-code-files`, `file-not-found`, or what is wrong with a file
   */
  async of(project: Project): Promise<SourceFile[]> {
    const items = project.compile.filter(isScriptCode);
    if (items.length === 0) {
      throw new PackagingError('no-code-files', `The project ${project.assemblyName} has no C# files.`, {
        where: this.#tree.show(project.file),
        next: 'Add the C# files of the script to the project.',
      });
    }
    return sorted(await Promise.all(items.map((item) => this.#read(item, project))));
  }

  async #read(item: CompileItem, project: Project): Promise<SourceFile> {
    const where = this.#tree.show(project.file);
    if (/[\p{Cc}\u2028\u2029]/u.test(item.name)) {
      throw new PackagingError('illegal-name', `The file name '${item.name}' holds a control character.`, {
        where,
        next: 'Rename the file: its name becomes a comment in the combined code.',
      });
    }
    const path = await this.#tree.find(dirname(project.file), item.path, where);
    if (path === undefined) {
      throw new PackagingError(
        'file-not-found',
        `The source file ${item.name} of project ${project.name} does not exist.`,
        {
          where,
          next: 'Add the file, or remove it from the project.',
        },
      );
    }
    let file = this.#parsed.get(path);
    if (file === undefined) {
      file = this.#parse(path);
      this.#parsed.set(path, file);
    }
    return { ...(await file), name: item.name };
  }

  async #parse(path: string): Promise<SourceFile> {
    const text = await this.#tree.readText(path);
    const illegal = illegalCharacterIn(text);
    if (illegal !== -1) {
      const code = text.charCodeAt(illegal).toString(16).toUpperCase().padStart(4, '0');
      throw new PackagingError('illegal-character', `The file holds the character U+${code}, which XML cannot hold.`, {
        where: positionIn(this.#tree.show(path), text, illegal),
        next: 'Write the character as an escape sequence in the C# source.',
      });
    }
    return parseSource(path, text);
  }
}

/** Packaging spec 7.1; case matters. */
function isScriptCode({ name }: CompileItem): boolean {
  return (
    name.endsWith('.cs') &&
    !name.endsWith('AssemblyInfo.cs') &&
    !/TestPackageContent[\\/](TestHarvesting|Tests)[\\/]/.test(name)
  );
}

/** Main file first, then names that begin with "script", then by name as people sort (packaging spec 7.3). */
function sorted(files: readonly SourceFile[]): SourceFile[] {
  return files
    .map((file) => ({ file, rank: isMainFile(file.text) ? 0 : /^script/i.test(file.name) ? 1 : 2 }))
    .sort((a, b) => a.rank - b.rank || byName.compare(a.file.name, b.file.name))
    .map(({ file }) => file);
}

function isMainFile(text: string): boolean {
  return text.includes('class Script') && (text.includes('void Run(Engine') || text.includes('void Run(IEngine'));
}
