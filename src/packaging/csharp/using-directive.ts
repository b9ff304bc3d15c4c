/** What tells two using directives apart (packaging spec 8.2, 8.4). */
export interface UsingDirective {
  readonly isGlobal: boolean;
  /** The alias, if it gives one. */
  readonly alias?: string;
  /** Equal for directives that mean the same; the target is compared as written. */
  readonly key: string;
}

const shape =
  /^(global\b)?\s*using\b\s*((?:static|unsafe)\b)?\s*(?:(@?[\p{L}_][\p{L}\p{N}_]*)\s*=(?!=))?\s*(.*?)\s*;$/su;

/** @param code a using directive from its first token to the semicolon */
export function usingDirectiveOf(code: string): UsingDirective {
  const [, global, kind = '', alias, target = code] = shape.exec(withoutComments(code)) ?? [];
  return {
    isGlobal: global !== undefined,
    ...(alias === undefined ? {} : { alias }),
    key: JSON.stringify([kind, alias ?? '', target]),
  };
}

function withoutComments(code: string): string {
  return code.replace(/\/\/[^\r\n]*|\/\*[\s\S]*?\*\//g, ' ').trim();
}
