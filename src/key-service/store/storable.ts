import { KeyServiceError } from '../key-service-error.ts';

/**
 * Refuses text that not every database keeps as it is: PostgreSQL takes no NUL, and half a surrogate pair becomes another
 * character on its way to either. Whatever let it through, the answer is the same on both.
 * @throws KeyServiceError `invalid`
 */
export function requireStorable(parameter: unknown): void {
  if (typeof parameter !== 'string' || (parameter.isWellFormed() && !parameter.includes('\0'))) return;
  throw new KeyServiceError(
    'invalid',
    'A text holds a NUL character or half a character',
    'Leave it out; every other Unicode text is taken.',
  );
}
