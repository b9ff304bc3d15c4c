/** Longest detail that is shown of what a service says. */
const maxDetailLength = 300;

/**
 * Makes text from elsewhere fit for a log: one line, without control, formatting and direction characters, and without
 * anything that a CI runner would take for a workflow command (`::name::`, `##[name]`).
 */
export function visibleText(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Z}]+/gu, ' ')
    .replace(/::(?=\s*[a-z])/gi, ': :')
    .replaceAll('##[', '# #[')
    .trim();
}

/** {@link visibleText}, cut to what a message can hold. Redact first: half a secret is not found any more. */
export function visibleDetail(text: string): string {
  const line = visibleText(text);
  return line.length > maxDetailLength ? `${line.slice(0, maxDetailLength - 1)}…` : line;
}

/** Deeper than any answer that the contract knows. */
const maxDepth = 10;

/**
 * A JSON value with every text in it, names of members included, passed through `clean`. What lies too deep for any
 * answer of the contract is left out.
 */
export function withCleanTexts(value: unknown, clean: (text: string) => string, depth = 0): unknown {
  if (typeof value === 'string') return clean(value);
  if (typeof value !== 'object' || value === null) return value;
  if (depth === maxDepth) return null;
  const inner = (item: unknown) => withCleanTexts(item, clean, depth + 1);
  if (Array.isArray(value)) return value.map(inner);
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [clean(name), inner(item)]));
}
