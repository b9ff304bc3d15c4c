import { closingOf, expand, type Scope, type Value } from './msbuild-value.ts';

/** Whether a condition holds; `unsupported` names what in it we cannot evaluate. */
export interface Verdict {
  readonly holds: boolean;
  readonly unsupported?: string | undefined;
}

type Token = { readonly kind: 'text'; readonly raw: string } | { readonly kind: 'symbol'; readonly symbol: string };

/** Far more than any real condition has, far from the end of the stack: characters, and parts such as a text or a sign. */
const maxLength = 16_384;
const maxTokens = 1000;

const symbol = /\s*(==|!=|<=|>=|<|>|!|\(|\)|,)/y;
const word = /\s*([^\s()!=<>,'"$]+)/y;

/**
 * Evaluates an MSBuild condition: `and`, `or`, `!`, parentheses, comparisons, `Exists` and `HasTrailingSlash`
 * (packaging spec 6.7).
 * @throws SyntaxError for a text that is no condition
 */
export async function conditionHolds(condition: string, scope: Scope): Promise<Verdict> {
  const tokens = condition.length > maxLength ? undefined : tokensOf(condition);
  if (tokens === undefined || tokens.length > maxTokens) {
    throw new SyntaxError(`it has more than ${maxLength} characters or ${maxTokens} parts`);
  }
  const parser = new ConditionParser(tokens, scope);
  const evaluate = parser.or();
  parser.expectEnd();
  return evaluate();
}

/** A parsed condition; evaluating it later leaves out sides that do not matter. */
type Condition = () => Promise<Verdict>;

function tokensOf(condition: string): Token[] {
  const tokens: Token[] = [];
  const text = condition.trimEnd();
  let index = 0;
  while (index < text.length) {
    const rest = /\s*/y;
    rest.lastIndex = index;
    index += rest.exec(text)?.[0].length ?? 0;
    const character = text[index];
    if (character === "'" || character === '"') {
      const end = closingQuote(text, index);
      tokens.push({ kind: 'text', raw: text.slice(index + 1, end) });
      index = end + 1;
    } else if (character === '$') {
      const end = closingOf(text, index + 1);
      if (end === -1) {
        throw new SyntaxError('a property reference is not closed');
      }
      tokens.push({ kind: 'text', raw: text.slice(index, end + 1) });
      index = end + 1;
    } else {
      symbol.lastIndex = word.lastIndex = index;
      const found = symbol.exec(text);
      const other = found ? null : word.exec(text);
      if (found) {
        tokens.push({ kind: 'symbol', symbol: found[1] as string });
        index = symbol.lastIndex;
      } else if (other) {
        const raw = other[1] as string;
        tokens.push(/^(and|or)$/i.test(raw) ? { kind: 'symbol', symbol: raw.toLowerCase() } : { kind: 'text', raw });
        index = word.lastIndex;
      } else {
        throw new SyntaxError(`'${character}' is not expected`);
      }
    }
  }
  return tokens;
}

/** Quotes inside a `$(…)` do not end the string around it. */
function closingQuote(text: string, open: number): number {
  for (let index = open + 1; index < text.length; index += 1) {
    if (text[index] === text[open]) {
      return index;
    }
    if (text.startsWith('$(', index)) {
      const end = closingOf(text, index + 1);
      index = end === -1 ? index : end;
    }
  }
  throw new SyntaxError('a quote is not closed');
}

/** Recursive descent; `or` binds weakest. */
class ConditionParser {
  readonly #tokens: readonly Token[];
  readonly #scope: Scope;
  #next = 0;

  constructor(tokens: readonly Token[], scope: Scope) {
    this.#tokens = tokens;
    this.#scope = scope;
  }

  or(): Condition {
    let left = this.#and();
    while (this.#take('or')) {
      left = combined(left, this.#and(), true);
    }
    return left;
  }

  expectEnd(): void {
    if (this.#next < this.#tokens.length) {
      throw new SyntaxError('there is more text than one condition');
    }
  }

  #and(): Condition {
    let left = this.#factor();
    while (this.#take('and')) {
      left = combined(left, this.#factor(), false);
    }
    return left;
  }

  #factor(): Condition {
    if (this.#take('!')) {
      const inner = this.#factor();
      return async () => {
        const { holds, unsupported } = await inner();
        return { holds: !holds, unsupported };
      };
    }
    if (this.#take('(')) {
      const inner = this.or();
      this.#expect(')');
      return inner;
    }
    const left = this.#text();
    if (this.#take('(')) {
      const argument = this.#text();
      this.#expect(')');
      return () => this.#function(left, argument);
    }
    const operator = ['==', '!=', '<', '>', '<=', '>='].find((candidate) => this.#take(candidate));
    return operator === undefined ? () => this.#truth(left) : this.#comparison(left, operator, this.#text());
  }

  async #truth(raw: string): Promise<Verdict> {
    const value = await expand(raw, this.#scope);
    return { holds: truthOf(value), unsupported: value.unsupported };
  }

  #comparison(left: string, operator: string, right: string): Condition {
    return async () => {
      const [a, b] = [await expand(left, this.#scope), await expand(right, this.#scope)];
      const unsupported = a.unsupported ?? b.unsupported;
      return { holds: unsupported === undefined && compare(a.text, operator, b.text), unsupported };
    };
  }

  async #function(name: string, argument: string): Promise<Verdict> {
    const { text, unsupported } = await expand(argument, this.#scope);
    switch (name.toLowerCase()) {
      case 'exists':
        return { holds: unsupported === undefined && (await this.#scope.exists(text)), unsupported };
      case 'hastrailingslash':
        return { holds: /[\\/]$/.test(text), unsupported };
      default:
        return { holds: false, unsupported: `${name}()` };
    }
  }

  #take(wanted: string): boolean {
    const token = this.#tokens[this.#next];
    const found = token?.kind === 'symbol' && token.symbol === wanted;
    this.#next += found ? 1 : 0;
    return found;
  }

  #expect(wanted: string): void {
    if (!this.#take(wanted)) {
      throw new SyntaxError(`'${wanted}' is expected`);
    }
  }

  #text(): string {
    const token = this.#tokens[this.#next];
    if (token?.kind !== 'text') {
      throw new SyntaxError('a value is expected');
    }
    this.#next += 1;
    return token.raw;
  }
}

/** `or` when `decisive` is true, `and` when it is false: one side with that outcome decides, whatever the other is. */
function combined(left: Condition, right: Condition, decisive: boolean): Condition {
  return async () => {
    const first = await left();
    if (first.unsupported === undefined && first.holds === decisive) {
      return first;
    }
    const second = await right();
    if (second.unsupported === undefined && second.holds === decisive) {
      return second;
    }
    return { holds: !decisive, unsupported: first.unsupported ?? second.unsupported };
  };
}

function truthOf({ text, unsupported }: Value): boolean {
  if (/^(true|on|yes|!false|!off|!no)$/i.test(text)) {
    return true;
  }
  if (unsupported === undefined && !/^(false|off|no|!true|!on|!yes)$/i.test(text)) {
    throw new SyntaxError(`'${text}' is neither true nor false`);
  }
  return false;
}

function compare(left: string, operator: string, right: string): boolean {
  switch (operator) {
    case '==':
      return equal(left, right);
    case '!=':
      return !equal(left, right);
    default: {
      const difference = versionDifference(left, right);
      return operator.startsWith('<')
        ? difference < 0 || (operator === '<=' && difference === 0)
        : difference > 0 || (operator === '>=' && difference === 0);
    }
  }
}

/** Numbers are equal by value (`4.0` and `4.00`), everything else as text without case. */
function equal(left: string, right: string): boolean {
  const numeric = /^[+-]?\d+(?:\.\d+)?$/;
  return numeric.test(left) && numeric.test(right)
    ? Number(left) === Number(right)
    : left.toLowerCase() === right.toLowerCase();
}

function versionDifference(left: string, right: string): number {
  const [a, b] = [left, right].map((text) => {
    if (!/^\d+(\.\d+)*$/.test(text)) {
      throw new SyntaxError(`'${text}' is no number`);
    }
    return text.split('.').map(Number);
  }) as [number[], number[]];
  for (let index = 0; index < Math.max(a.length, b.length); index += 1) {
    const difference = (a[index] ?? 0) - (b[index] ?? 0);
    if (difference !== 0) {
      return difference;
    }
  }
  return 0;
}
