/**
 * Offset of the first character that XML 1.0 cannot hold, or -1: controls other than tab, line feed and carriage
 * return, lone surrogates, U+FFFE and U+FFFF.
 */
export function illegalCharacterIn(text: string): number {
  return text.search(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/u);
}
