import { maxPasswordLength, minPasswordLength } from '../../contract/limits.ts';
import { KeyServiceError } from '../key-service-error.ts';

/** Fewer different characters than these are a pattern, not a password. */
const minDifferentCharacters = 5;

/**
 * The long ones of the passwords that people choose most, and of those that they would choose here: what somebody tries first.
 * Longer lists would refuse little more, since short passwords are refused anyway and guessing is slow.
 */
const guessedFirst = new Set([
  '123456789012',
  '1234567890123',
  '123456789abc',
  '12345678910111213',
  '1q2w3e4r5t6y',
  '1qaz2wsx3edc',
  'abcdefghijkl',
  'abcdefghijklm',
  'administrator',
  'administrator1',
  'changeme1234',
  'dataminer1234',
  'dataminerdataminer',
  'iloveyou1234',
  'letmein12345',
  'passw0rd1234',
  'password1234',
  'password12345',
  'passwordpassword',
  'q1w2e3r4t5y6',
  'qwerty123456',
  'qwertyuiop12',
  'qwertyuiop123',
  'qwertyuiopasdf',
  'skyline12345',
  'skylinecommunications',
  'welcome12345',
  'welcome123456',
]);

/** A password in the one form in which it is hashed, however a keyboard composed its characters. */
export function normalizedPassword(text: string): string {
  return text.normalize('NFKC');
}

/**
 * Checks a new password: 12 to 256 characters of any kind, and none of those that are guessed first.
 * @param email of the account, which is no password for it
 * @throws KeyServiceError `invalid`, never with a part of the password
 */
export function requireNewPassword(text: string, email: string): void {
  const password = normalizedPassword(text);
  const characters = [...password];
  if (characters.length < minPasswordLength || characters.length > maxPasswordLength) {
    throw unfit(`is not ${minPasswordLength} to ${maxPasswordLength} characters long`);
  }
  const folded = password.toLowerCase();
  const isGuessedFirst = guessedFirst.has(folded) || new Set(characters).size < minDifferentCharacters;
  if (isGuessedFirst || folded === email.toLowerCase()) throw unfit('is one of those that are guessed first');
}

function unfit(why: string): KeyServiceError {
  return new KeyServiceError(
    'invalid',
    `The new password ${why}`,
    'Choose several words that nobody would expect together, or let a password manager choose.',
  );
}
