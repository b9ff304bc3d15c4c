import { lexTokens } from './lexer.ts';

/** A C# text with its preprocessor directives set apart. */
export interface DirectiveScan {
  /** The text with directives and inactive code blanked out, every offset kept. */
  readonly active: string;
  /** Directive lines and inactive code, in order: text that belongs to no token. */
  readonly spans: readonly DirectiveSpan[];
  /** Every `#if`, `#region` is closed, and nothing is closed or continued that was not open. */
  readonly isBalanced: boolean;
}

export interface DirectiveSpan {
  readonly start: number;
  readonly end: number;
}

interface Conditional {
  /** Whether the code around it is active. */
  readonly outer: boolean;
  taken: boolean;
  active: boolean;
  sawElse: boolean;
}

/**
 * Finds the directives of a C# text and the code that they switch off. No symbols are defined but those that the text
 * defines (packaging spec 8.2, 8.3).
 */
export function scanDirectives(text: string): DirectiveScan {
  if (!/^[ \t]*#/m.test(text)) {
    return { active: text, spans: [], isBalanced: true };
  }
  const spans: DirectiveSpan[] = [];
  const symbols = new Set<string>();
  const conditionals: Conditional[] = [];
  let regions = 0;
  let isBalanced = true;

  const directive = (line: string): boolean => {
    const [, name, rest = ''] = /^\s*#\s*(\w+)(.*)/s.exec(line) ?? [];
    const current = conditionals.at(-1);
    const isActive = current?.active ?? true;
    switch (name) {
      case 'if': {
        const holds = isActive && symbolsHold(rest, symbols);
        conditionals.push({ outer: isActive, taken: holds, active: holds, sawElse: false });
        break;
      }
      case 'elif':
      case 'else':
        if (current === undefined || current.sawElse) {
          isBalanced = false;
        } else {
          current.active = current.outer && !current.taken && (name === 'else' || symbolsHold(rest, symbols));
          current.taken ||= current.active;
          current.sawElse = name === 'else';
        }
        break;
      case 'endif':
        isBalanced &&= conditionals.pop() !== undefined;
        break;
      case 'region':
        regions += isActive ? 1 : 0;
        break;
      case 'endregion':
        regions -= isActive ? 1 : 0;
        isBalanced &&= regions >= 0;
        break;
      case 'define':
      case 'undef':
        if (isActive) {
          symbols[name === 'define' ? 'add' : 'delete'](/\w+/.exec(rest)?.[0] ?? '');
        }
        break;
    }
    return conditionals.at(-1)?.active ?? true;
  };

  for (let index = 0; index < text.length; ) {
    const lineEnd = endOfLine(text, index);
    if (/^[ \t\f\v]*#/.test(text.slice(index, lineEnd))) {
      let isActive = directive(text.slice(index, lineEnd));
      const start = index;
      index = lineEnd;
      while (!isActive && index < text.length) {
        const end = endOfLine(text, index);
        const line = text.slice(index, end);
        isActive = /^\s*#/.test(line) ? directive(line) : isActive;
        index = end;
      }
      spans.push({ start, end: index });
    } else {
      index = lexTokens(text, index);
    }
  }
  return { active: blanked(text, spans), spans, isBalanced: isBalanced && conditionals.length === 0 && regions === 0 };
}

/** Offset behind the line end that follows, or the end of the text. */
function endOfLine(text: string, from: number): number {
  const lineEnd = /\r\n|[\n\r\u0085\u2028\u2029]/g;
  lineEnd.lastIndex = from;
  return lineEnd.exec(text) === null ? text.length : lineEnd.lastIndex;
}

function blanked(text: string, spans: readonly DirectiveSpan[]): string {
  const parts: string[] = [];
  let end = 0;
  for (const span of spans) {
    parts.push(text.slice(end, span.start), text.slice(span.start, span.end).replace(/[^\r\n]/g, ' '));
    end = span.end;
  }
  return parts.join('') + text.slice(end);
}

/** Evaluates the expression of `#if`: symbols, `true`, `false`, `!`, `==`, `!=`, `&&`, `||`, parentheses. */
function symbolsHold(expression: string, symbols: ReadonlySet<string>): boolean {
  const tokens = expression.replace(/\/\/.*/s, '').match(/&&|\|\||==|!=|[!()]|[\p{L}_][\p{L}\p{N}_]*/gu) ?? [];
  let next = 0;
  const take = (token: string): boolean => {
    const found = tokens[next] === token;
    next += found ? 1 : 0;
    return found;
  };
  const or = (): boolean => {
    let value = and();
    while (take('||')) {
      value = and() || value;
    }
    return value;
  };
  const and = (): boolean => {
    let value = equality();
    while (take('&&')) {
      value = equality() && value;
    }
    return value;
  };
  const equality = (): boolean => {
    let value = unary();
    for (;;) {
      if (take('==')) {
        value = value === unary();
      } else if (take('!=')) {
        value = value !== unary();
      } else {
        return value;
      }
    }
  };
  const unary = (): boolean => {
    if (take('!')) {
      return !unary();
    }
    if (take('(')) {
      const value = or();
      take(')');
      return value;
    }
    const symbol = tokens[next] ?? '';
    next += 1;
    return symbol === 'true' || symbols.has(symbol);
  };
  return or();
}
