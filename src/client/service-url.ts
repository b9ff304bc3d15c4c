export type ParsedServiceUrl = { ok: true; url: URL } | { ok: false; problem: string };
export function parseServiceUrl(_text: string): ParsedServiceUrl {
  throw new Error('stub');
}
