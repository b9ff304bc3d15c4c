/** A text after expansion; `unsupported` names the first construct in it that we cannot evaluate. */
export interface Value {
  readonly text: string;
  readonly unsupported?: string | undefined;
}

export const nothing: Value = { text: '' };

/** Properties that double each other would fill the memory: no real text comes near this many characters. */
const maxTextLength = 1024 * 1024;
/** Nested property functions would use up the stack: no real one has this many characters. */
const maxExpressionLength = 4096;

/** What an expression can see. Names are matched without case. */
export interface Scope {
  property(name: string): Value;
  /** Calls a property function such as `[MSBuild]::GetPathOfFileAbove`; undefined when we do not have it. */
  call(name: string, args: readonly string[]): Promise<string | undefined>;
  exists(path: string): Promise<boolean>;
}

/**
 * Expands `$(Name)` and the property functions that we have (packaging spec 6.7). Item lists and metadata stay as they
 * are and mark the value as unsupported, and so do other functions.
 */
export async function expand(text: string, scope: Scope): Promise<Value> {
  let expanded = '';
  let unsupported: string | undefined;
  let from = 0;
  for (let start = text.indexOf('$('); start !== -1; start = text.indexOf('$(', from)) {
    const end = closingOf(text, start + 1);
    if (end === -1) {
      break;
    }
    const value = await evaluate(text.slice(start + 2, end), scope);
    expanded += text.slice(from, start) + value.text;
    unsupported ??= value.unsupported;
    if (expanded.length > maxTextLength) {
      return { text: '', unsupported: `a text of more than ${maxTextLength} characters` };
    }
    from = end + 1;
  }
  expanded += text.slice(from);
  return { text: expanded, unsupported: unsupported ?? /[@%]\([^)]*\)/.exec(text)?.[0] };
}

/** Turns `%28` and the like into the characters that they stand for, which MSBuild does last of all. */
export function unescapeValue(text: string): string {
  return text.replace(/%([0-9a-f]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

/** Index of the parenthesis that closes the one at `open`, quotes respected; -1 when there is none. */
export function closingOf(text: string, open: number): number {
  let depth = 0;
  let quote: string | undefined;
  for (let index = open; index < text.length; index += 1) {
    const character = text[index];
    if (quote !== undefined) {
      quote = character === quote ? undefined : quote;
    } else if (character === "'" || character === '"' || character === '`') {
      quote = character;
    } else if (character === '(') {
      depth += 1;
    } else if (character === ')') {
      depth -= 1;
      if (depth === 0) {
        return index;
      }
    }
  }
  return -1;
}

async function evaluate(expression: string, scope: Scope): Promise<Value> {
  const body = expression.trim();
  if (body.length > maxExpressionLength) {
    return { text: '', unsupported: `an expression of more than ${maxExpressionLength} characters` };
  }
  if (/^\w[\w.-]*$/.test(body) && !body.includes('.')) {
    return scope.property(body);
  }
  const call = /^\[([\w.]+)\]::(\w+)\((.*)\)$/s.exec(body);
  if (call) {
    const args: string[] = [];
    for (const argument of argumentsIn(call[3] as string)) {
      const { text, unsupported } = await expand(argument, scope);
      if (unsupported !== undefined) {
        return { text: '', unsupported };
      }
      args.push(text);
    }
    const result = await scope.call(`[${call[1]}]::${call[2]}`.toLowerCase(), args);
    if (result !== undefined) {
      return { text: result };
    }
  }
  return { text: '', unsupported: `$(${body})` };
}

function argumentsIn(list: string): string[] {
  const found = list.match(/'[^']*'|"[^"]*"|`[^`]*`|[^,]+/g) ?? [];
  return found
    .map((argument) => argument.trim().replace(/^(['"`])(.*)\1$/s, '$2'))
    .filter((argument) => argument !== '');
}
