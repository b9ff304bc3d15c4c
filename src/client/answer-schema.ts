import type { DeployAnswer, DeploymentInfoAnswer, KeySelf, UploadAnswer } from '../contract/schemas.ts';

/** The answers by the names of their schemas in the contract. */
type Answers = {
  UploadAnswer: UploadAnswer;
  DeployAnswer: DeployAnswer;
  DeploymentInfoAnswer: DeploymentInfoAnswer;
  KeySelf: KeySelf;
};

export type CheckedAnswer<Value> = { ok: true; value: Value } | { ok: false; problem: string };

/**
 * The body of an answer, checked against the contract, or what is wrong with it.
 * The schemas are loaded here, on first use, since a job that ends before its first answer need not pay for them.
 */
export async function checkedAnswer<Name extends keyof Answers>(
  name: Name,
  text: string,
): Promise<CheckedAnswer<Answers[Name]>> {
  const parsed = parsedJson(text);
  if (!parsed.ok) return parsed;
  const [schemas, { Check, Errors }] = await Promise.all([import('../contract/schemas.ts'), import('typebox/schema')]);
  const schema = schemas[name];
  if (Check(schema, parsed.value)) return { ok: true, value: parsed.value as Answers[Name] };
  const [, [error]] = Errors(schema, parsed.value);
  return {
    ok: false,
    problem: `JSON that is no ${name}: ${error?.instancePath || 'the whole'} ${error?.message ?? 'differs'}`,
  };
}

/** The JSON of a body, or what it is instead. */
export function parsedJson(text: string): CheckedAnswer<unknown> {
  if (text.trim() === '') return { ok: false, problem: 'an empty body' };
  if (isHtml(text)) return { ok: false, problem: 'an HTML page, not JSON; is this the address of the service?' };
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch {
    return { ok: false, problem: 'text that is no JSON, or only a part of it' };
  }
}

export function isHtml(text: string): boolean {
  return /^\s*<(?:!doctype|html|head|body)\b/i.test(text);
}
