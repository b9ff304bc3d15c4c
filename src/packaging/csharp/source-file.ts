import { type TopLevelKind, topLevelOf } from './csharp-parser.ts';
import { type DirectiveSpan, scanDirectives } from './directives.ts';

/** A C# file cut into its top-level pieces: joined in order with the tail, they are the file. */
export interface SourceFile {
  readonly name: string;
  readonly text: string;
  readonly pieces: readonly SourcePiece[];
  /** What follows the last token's line: comments, blank lines, directives. */
  readonly tail: SourceText;
}

/** One top-level element with all white space, comments and directives that belong to it (packaging spec 8.3). */
export interface SourcePiece {
  readonly kind: TopLevelKind;
  /** What stands before the first token. */
  readonly leading: SourceText;
  /** From the first token to the last. */
  readonly code: string;
  /** The rest of the last token's line. */
  readonly trailing: string;
}

export interface SourceText {
  readonly text: string;
  readonly hasDirective: boolean;
}

/** Cuts the text of a C# file. */
export async function parseSource(name: string, text: string): Promise<SourceFile> {
  const { active, spans } = scanDirectives(text);
  const pieces: SourcePiece[] = [];
  let end = 0;
  for (const { kind, start, end: codeEnd } of await topLevelOf(active)) {
    const trailingEnd = endOfTrailing(text, codeEnd, spans);
    pieces.push({
      kind,
      leading: piece(text, end, start, spans),
      code: text.slice(start, codeEnd),
      trailing: text.slice(codeEnd, trailingEnd),
    });
    end = trailingEnd;
  }
  return { name, text, pieces, tail: piece(text, end, text.length, spans) };
}

function piece(text: string, start: number, end: number, spans: readonly DirectiveSpan[]): SourceText {
  return {
    text: text.slice(start, end),
    hasDirective: spans.some((span) => span.start < end && span.end > start),
  };
}

/** A token owns white space and comments after it, up to and including the next line end. */
function endOfTrailing(text: string, from: number, spans: readonly DirectiveSpan[]): number {
  const trivia =
    /(?:[^\S\r\n\u0085\u2028\u2029]|\/\*[\s\S]*?\*\/)*(?:\/\/[^\r\n\u0085\u2028\u2029]*)?(?:\r\n|[\r\n\u0085\u2028\u2029])?/y;
  trivia.lastIndex = from;
  trivia.exec(text);
  const end = trivia.lastIndex;
  const directive = spans.find((span) => span.start >= from);
  return directive === undefined ? end : Math.min(end, directive.start);
}
