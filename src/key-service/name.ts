import { maxNameLength } from '../contract/limits.ts';
import { KeyServiceError } from './key-service-error.ts';

/** Control characters, and what is not seen or turns the text around it: names that look alike, or like nothing, mislead. */
const unseen = /[\p{Cc}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u2800]/u;

/** What is not seen and still belongs to a text: between the parts of an emoji and the letters of many scripts, though of no ASCII. */
const joining = /(?<=[^\0-\x7f\u200c\u200d])(?:\ufe0f|(?:\u200c|\u200d)(?=[^\0-\x7f\u200c\u200d]))/gu;

/** What one can see of a text by itself. */
const visible = /[\p{L}\p{N}\p{P}\p{S}]/u;

/**
 * A name or label that people gave, as it can be typed: without the blanks around it, its blanks plain and single, as pages
 * show them, its characters composed.
 * @throws KeyServiceError `invalid` when it is empty, too long, or holds characters that nobody sees
 */
export function requireName(what: string, text: string): string {
  const name = text
    .normalize('NFC')
    .replace(/\p{Zs}+/gu, ' ')
    .trim();
  if (name.length <= maxNameLength && visible.test(name) && !unseen.test(name.replace(joining, ''))) return name;
  throw new KeyServiceError(
    'invalid',
    `The ${what} is empty, longer than ${maxNameLength} characters or holds invisible characters`,
    `Choose a ${what} of 1 to ${maxNameLength} visible characters.`,
  );
}
