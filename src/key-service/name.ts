import { maxNameLength } from '../contract/limits.ts';
import { KeyServiceError } from './key-service-error.ts';

/** Control characters, and what is not seen or turns the text around it: names that look alike, or like nothing, mislead. */
const unseen = /[\p{Cc}\p{Zl}\p{Zp}\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff]/u;

/**
 * A name or label that people gave, without the blanks around it.
 * @throws KeyServiceError `invalid` when it is empty, too long, or holds characters that nobody sees
 */
export function requireName(what: string, text: string): string {
  const name = text.trim();
  if (name.length > 0 && name.length <= maxNameLength && !unseen.test(name)) return name;
  throw new KeyServiceError(
    'invalid',
    `The ${what} is empty, longer than ${maxNameLength} characters or holds invisible characters`,
    `Choose a ${what} of 1 to ${maxNameLength} visible characters.`,
  );
}
