/**
 * Just enough of C#'s lexical grammar to know where a line begins that is really a line: not inside a comment, a
 * verbatim or raw string, or an interpolation.
 *
 * Reads tokens from the start of a line to the start of the next line, which is further down when one of them spans
 * lines.
 * @returns the offset of that line, or the end of the text
 */
export function lexTokens(text: string, from: number): number {
  let index = from;
  while (index < text.length) {
    const character = text[index] as string;
    if (isLineEnd(character)) {
      return index + (text.startsWith('\r\n', index) ? 2 : 1);
    }
    index = skipToken(text, index);
  }
  return index;
}

function isLineEnd(character: string): boolean {
  return /[\n\r\u0085\u2028\u2029]/.test(character);
}

/** Offset behind the comment, string, character literal or single character at `index`. */
function skipToken(text: string, index: number): number {
  if (text.startsWith('//', index)) {
    return skipTo(text, index, /[\n\r\u0085\u2028\u2029]/g);
  }
  if (text.startsWith('/*', index)) {
    const end = text.indexOf('*/', index + 2);
    return end === -1 ? text.length : end + 2;
  }
  if (text[index] === "'") {
    return skipQuoted(text, index + 1, "'");
  }
  const opening = /(?:\$+@?|@\$?)?"+/y;
  opening.lastIndex = index;
  const start = opening.exec(text)?.[0];
  return start === undefined ? index + 1 : skipString(text, index, start);
}

/** @param start the characters before the quotes and all quotes that open (or open and close) the string */
function skipString(text: string, index: number, start: string): number {
  const quotes = start.replace(/[^"]/g, '').length;
  const dollars = start.replace(/[^$]/g, '').length;
  const prefix = start.length - quotes;
  const isVerbatim = start.includes('@');
  if (quotes >= 3 && !isVerbatim) {
    return skipRaw(text, index + start.length, quotes, dollars);
  }
  const content = index + prefix + 1;
  if (dollars > 0) {
    return skipInterpolated(text, content, isVerbatim);
  }
  return isVerbatim ? skipVerbatim(text, content) : skipQuoted(text, content, '"');
}

/** A string or character literal of one line; a line end closes it, for then the code is broken anyway. */
function skipQuoted(text: string, from: number, quote: string): number {
  for (let index = from; index < text.length; index += 1) {
    const character = text[index] as string;
    if (character === '\\') {
      index += 1;
    } else if (character === quote) {
      return index + 1;
    } else if (isLineEnd(character)) {
      return index;
    }
  }
  return text.length;
}

function skipVerbatim(text: string, from: number): number {
  for (let index = from; index < text.length; index += 1) {
    if (text[index] === '"') {
      if (text[index + 1] !== '"') {
        return index + 1;
      }
      index += 1;
    }
  }
  return text.length;
}

function skipInterpolated(text: string, from: number, isVerbatim: boolean): number {
  for (let index = from; index < text.length; index += 1) {
    const character = text[index] as string;
    const isDoubled = text[index + 1] === character;
    if (character === '"') {
      if (!isVerbatim || !isDoubled) {
        return index + 1;
      }
      index += 1;
    } else if (character === '{') {
      index = isDoubled ? index + 1 : skipHole(text, index + 1) - 1;
    } else if (character === '\\' && !isVerbatim) {
      index += 1;
    } else if (isLineEnd(character) && !isVerbatim) {
      return index;
    }
  }
  return text.length;
}

/** Raw strings end at as many quotes as they began with; holes have as many braces as there were dollars. */
function skipRaw(text: string, from: number, quotes: number, dollars: number): number {
  const end = '"'.repeat(quotes);
  const hole = '{'.repeat(dollars);
  for (let index = from; index < text.length; index += 1) {
    if (text.startsWith(end, index)) {
      return skipTo(text, index, /[^"]/g);
    }
    if (dollars > 0 && text.startsWith(hole, index)) {
      const code = skipTo(text, index, /[^{]/g);
      index = skipHole(text, code) - 1;
    }
  }
  return text.length;
}

/** Code in an interpolation up to the brace that closes it. */
function skipHole(text: string, from: number): number {
  let depth = 1;
  let index = from;
  while (index < text.length && depth > 0) {
    const character = text[index];
    depth += character === '{' ? 1 : character === '}' ? -1 : 0;
    index = skipToken(text, index);
  }
  return index;
}

function skipTo(text: string, from: number, stop: RegExp): number {
  stop.lastIndex = from;
  return stop.exec(text)?.index ?? text.length;
}
