/** What went wrong, for programs; the message says it for people. */
export type PackagingErrorCode =
  | 'broken-package'
  | 'code-not-combinable'
  | 'disk-full'
  | 'duplicate-name'
  | 'file-not-found'
  | 'file-too-large'
  | 'file-unreadable'
  | 'illegal-character'
  | 'illegal-name'
  | 'installer-missing'
  | 'library-without-name'
  | 'malformed-project'
  | 'malformed-script'
  | 'malformed-solution'
  | 'malformed-xml'
  | 'name-invalid'
  | 'no-code-files'
  | 'no-scripts'
  | 'no-scripts-folder'
  | 'outside-root'
  | 'nuget-config-invalid'
  | 'nuget-source-failed'
  | 'output-not-writable'
  | 'package-conflict'
  | 'package-corrupt'
  | 'package-not-restored'
  | 'package-too-large'
  | 'project-not-found'
  | 'solution-ambiguous'
  | 'solution-not-found'
  | 'unsupported-project'
  | 'version-invalid';

/** Where a problem is and what to do about it. */
export interface PackagingErrorDetails {
  /** File, with line and column where they are known: `Scripts/A.xml:3:14`. */
  readonly where?: string | undefined;
  /** What the reader of the message should do next, as a sentence. */
  readonly next: string;
  readonly cause?: unknown;
}

/**
 * A package that cannot be made or read. `message` says what happened, `where` in which file, `next` what to do.
 * All three are one line of printable text, whatever names the input holds: they end up in logs where a line
 * break could start a workflow command.
 */
export class PackagingError extends Error {
  override readonly name = 'PackagingError';
  readonly code: PackagingErrorCode;
  readonly where: string | undefined;
  readonly next: string;

  constructor(code: PackagingErrorCode, message: string, { where, next, cause }: PackagingErrorDetails) {
    super(printable(message), cause === undefined ? undefined : { cause });
    this.code = code;
    this.where = where === undefined ? undefined : printable(where);
    this.next = printable(next);
  }
}

/** One line of printable text: control, format and line-separating characters become visible escapes (`\u000a`). */
export function printable(text: string): string {
  return text.replace(
    /[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
