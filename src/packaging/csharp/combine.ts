import { PackagingError } from '../dmapp/packaging-error.ts';
import { scanDirectives } from './directives.ts';
import type { SourceFile, SourcePiece } from './source-file.ts';
import { usingDirectiveOf } from './using-directive.ts';

/** Combined code, and what a reader of the result should know. */
export interface CombinedCode {
  readonly text: string;
  readonly warnings: readonly string[];
}

const ruler = `//${'-'.repeat(33)}`;

/**
 * Merges the C# files of a project into one text, in the given order (packaging spec 8).
 * @param project how messages name the project
 * @throws PackagingError `code-not-combinable` for files that cannot stand in one text
 */
export function combine(files: readonly SourceFile[], project: string): CombinedCode {
  const [first, ...others] = files;
  if (first !== undefined && others.length === 0) {
    return { text: first.text, warnings: [] };
  }
  checkNamespaces(files, project);
  const warnings = files.flatMap((file) =>
    file.pieces.some(({ kind }) => kind === 'extern-alias')
      ? [`Project ${project}: the extern alias in ${file.name} is left out; a script cannot have one.`]
      : [],
  );
  const parts = [usings(files, project), '\n'];
  for (const [index, file] of files.entries()) {
    parts.push(`${index === 0 ? '' : '\n'}${ruler}\n// ${file.name}\n${ruler}\n`);
    parts.push(...file.pieces.filter(({ kind }) => kind !== 'using').map(memberText), tailText(file));
  }
  const text = parts.join('');
  if (!scanDirectives(text).isBalanced && files.every((file) => scanDirectives(file.text).isBalanced)) {
    warnings.push(
      `Project ${project}: #if directives around its usings overlap once its files are combined; move them below the usings.`,
    );
  }
  return { text, warnings };
}

/** Each directive once, at its first place, global ones before the others, with the text that belongs to them. */
function usings(files: readonly SourceFile[], project: string): string {
  const seen = new Set<string>();
  const aliases = new Map<string, string>();
  const global: string[] = [];
  const local: string[] = [];
  for (const file of files) {
    for (const piece of file.pieces.filter(({ kind }) => kind === 'using')) {
      const { alias, key, isGlobal } = usingDirectiveOf(piece.code);
      const list = isGlobal ? global : local;
      if (seen.has(key)) {
        list.push(directivesBefore(piece));
        continue;
      }
      const other = alias === undefined ? undefined : aliases.get(alias);
      if (other !== undefined) {
        throw notCombinable(
          `Project ${project}: ${other} and ${file.name} use the alias ${alias} for different things.`,
          'Rename one of the aliases.',
        );
      }
      if (alias !== undefined) {
        aliases.set(alias, file.name);
      }
      seen.add(key);
      list.push(piece.leading.text + piece.code + piece.trailing);
    }
  }
  return [...global, ...local].reduce(joinLines, '');
}

/** Files may lack a last line end; a comment must not swallow what follows, and a directive needs its own line. */
function joinLines(text: string, next: string): string {
  const lastLine = text.slice(text.lastIndexOf('\n') + 1);
  return lastLine.includes('//') || (lastLine !== '' && /^\s*#/.test(next)) ? `${text}\n${next}` : text + next;
}

/** Attributes of the assembly and extern aliases cannot stand in a script; directives before them stay. */
function memberText(piece: SourcePiece): string {
  return isMember(piece) ? piece.leading.text + piece.code + piece.trailing : directivesBefore(piece);
}

function directivesBefore({ leading }: SourcePiece): string {
  return leading.hasDirective ? leading.text : '';
}

/** The tail is lost unless it holds a directive that something above may need. */
function tailText({ tail }: SourceFile): string {
  return tail.hasDirective ? tail.text : '';
}

/** `namespace A;` must stand before everything else in a text, so at most one file may then have members at all. */
function checkNamespaces(files: readonly SourceFile[], project: string): void {
  const withMembers = files.filter((file) => file.pieces.some(isMember));
  const scoped = files.find((file) => file.pieces.some(({ kind }) => kind === 'file-scoped-namespace'));
  if (scoped !== undefined && withMembers.length > 1) {
    throw notCombinable(
      `Project ${project}: ${scoped.name} has a file-scoped namespace, which cannot be combined with other files.`,
      'Write it as a namespace with braces.',
    );
  }
}

function isMember({ kind }: SourcePiece): boolean {
  return kind === 'member' || kind === 'file-scoped-namespace';
}

function notCombinable(message: string, next: string): PackagingError {
  return new PackagingError('code-not-combinable', message, { next });
}
