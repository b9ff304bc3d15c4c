import { PackagingError } from './packaging-error.ts';

/**
 * The package name for a given text: each of `" / \ < > | : * ?` becomes `_`; blanks stay (packaging spec 2.2).
 * @throws PackagingError `name-invalid` for a text that is blank or holds a control character
 */
export function packageNameFrom(text: string): string {
  if (text.trim() === '') {
    throw new PackagingError('name-invalid', 'The package name is empty.', { next: 'Give the package a name.' });
  }
  if (/\p{Cc}/u.test(text)) {
    throw new PackagingError('name-invalid', `The package name '${text}' holds a control character.`, {
      next: 'Give a name of one line without control characters.',
    });
  }
  return text.replace(/["/\\<>|:*?]/g, '_');
}
