import { maxEmailLength } from '../../contract/management/session.ts';
import { KeyServiceError } from '../key-service-error.ts';
import { comparable } from '../store/comparable-text.ts';

/** An e-mail address as accounts are known by it: however it is written, it is the same account. */
export function accountEmail(text: string): string {
  return comparable(text.trim());
}

/** The same for a new account. @throws KeyServiceError `invalid` when it is no address */
export function requireEmail(text: string): string {
  const email = accountEmail(text);
  if (email.length <= maxEmailLength && /^[^@\s\p{C}]+@[^@\s\p{C}]+$/u.test(email)) return email;
  throw new KeyServiceError('invalid', 'The e-mail address is none', 'Give one like somebody@example.com.');
}
