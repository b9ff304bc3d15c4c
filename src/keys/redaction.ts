/** What stands in a text where a secret was. */
const mask = '***';

/** Shorter texts are no secrets worth hiding, and hiding them would blot out words of the log. */
const minSecretLength = 8;

const htmlEntities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/**
 * A function that replaces secrets in any text by `***`: as they are, in any mix of letter case, and escaped for a URL,
 * JSON or HTML, and inside base64 at any alignment. Line breaks around a secret are not part of it.
 */
export function redactorFor(secrets: readonly string[]): (text: string) => string {
  const patterns = longestFirst(secrets.flatMap(linesOf)).flatMap((secret) => [
    escapedPattern(secret),
    ...base64Forms(secret).map(literal),
  ]);
  if (patterns.length === 0) return (text) => text;
  const anySecret = new RegExp(patterns.join('|'), 'gi');
  return (text) => text.replace(anySecret, mask);
}

/**
 * The forms of a secret that a log may show, for a runner that hides exact texts only: plain, as in a URL, in JSON, in
 * HTML and in base64.
 */
export function maskedForms(secret: string): string[] {
  const forms = linesOf(secret).flatMap((line) => [
    line,
    encodeURIComponent(line.toWellFormed()),
    JSON.stringify(line).slice(1, -1),
    line.replace(/[&<>"']/g, (character) => htmlEntities[character] ?? character),
    ...base64Forms(line),
  ]);
  return longestFirst([...new Set(forms)]);
}

/** What begins another text comes after it, so that nothing of the longer one is left visible. */
function longestFirst(texts: string[]): string[] {
  return texts.sort((a, b) => b.length - a.length);
}

function linesOf(secret: string): string[] {
  return secret
    .split(/[\r\n]+/)
    .map((line) => line.trim())
    .filter((line) => line.length >= minSecretLength);
}

/** A pattern for the secret with each character plain or escaped in any of the common ways. */
function escapedPattern(secret: string): string {
  return [...secret].map((character) => `(?:${escapesOf(character).join('|')})`).join('');
}

function escapesOf(character: string): string[] {
  const code = character.codePointAt(0) ?? 0;
  const hex = code.toString(16).padStart(2, '0');
  const escapes = [
    literal(character),
    percentEncoded(character),
    `\\\\u${hex.padStart(4, '0')}`,
    `&#0*${code};`,
    `&#x0*${hex};`,
  ];
  if (/[^0-9a-z]/i.test(character)) escapes.push(`\\\\+${literal(character)}`);
  const entity = character === "'" ? '&apos;' : htmlEntities[character];
  return entity === undefined ? escapes : [...escapes, entity];
}

function percentEncoded(character: string): string {
  return [...Buffer.from(character)].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('');
}

/** What base64 makes of the secret wherever it starts within a group of three bytes, without the digits that its neighbours share. */
function base64Forms(secret: string): string[] {
  const bytes = Buffer.from(secret);
  return [0, 1, 2].flatMap((offset) => {
    const encoded = Buffer.concat([Buffer.alloc(offset), bytes]).toString('base64url');
    const ownDigits = encoded.slice(Math.ceil((offset * 8) / 6), Math.floor(((offset + bytes.length) * 8) / 6));
    return [ownDigits, ownDigits.replaceAll('-', '+').replaceAll('_', '/')];
  });
}

function literal(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
}
