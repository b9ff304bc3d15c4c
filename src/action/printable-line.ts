/**
 * Text of others as one log line: a line break or a leading `::` (or `##[` anywhere) would be a workflow command to the
 * runner, so none of them stays what it is.
 */
export function printableLine(text: string): string {
  return text
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .replace(/^\s*(?=::)/, '· ')
    .replaceAll('##[', '## [');
}
