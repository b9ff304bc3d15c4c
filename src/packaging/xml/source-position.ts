/** `file:line:column` of an offset, both counted from 1; columns count UTF-16 units. */
export function positionIn(file: string, source: string, offset: number): string {
  let line = 1;
  let lineStart = 0;
  for (let end = source.indexOf('\n'); end !== -1 && end < offset; end = source.indexOf('\n', lineStart)) {
    line += 1;
    lineStart = end + 1;
  }
  return `${file}:${line}:${offset - lineStart + 1}`;
}
