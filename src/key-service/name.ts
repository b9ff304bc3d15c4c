import { maxNameLength } from '../contract/limits.ts';
import { KeyServiceError } from './key-service-error.ts';

/**
 * A name or label that people gave, without the blanks around it.
 * @throws KeyServiceError `invalid` when it is empty, too long, or holds control characters
 */
export function requireName(what: string, text: string): string {
  const name = text.trim();
  if (name.length > 0 && name.length <= maxNameLength && !/\p{Cc}/u.test(name)) return name;
  throw new KeyServiceError(
    'invalid',
    `The ${what} is empty, longer than ${maxNameLength} characters or holds control characters`,
    `Choose a ${what} of 1 to ${maxNameLength} visible characters.`,
  );
}
