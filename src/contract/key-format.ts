import { crc32 } from 'node:zlib';
import { maxKeyLength, minKeyLength } from './limits.ts';

/** What a key of the key service is scoped to, and the prefix that shows it. */
export const keyPrefixes = { system: 'dms1_', organization: 'org1_' } as const;
export type KeyScope = keyof typeof keyPrefixes;

/** Prefix of the API tokens of the management API, which are no keys and are never taken for one. */
export const tokenPrefix = 'dmt1_';

/** Random bytes that go into one key or token (256 bits). */
export const keyRandomBytes = 32;

const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const bodyDigits = 43;
const checksumDigits = 6;
const keyPattern = /^(?:dms1|org1)_[0-9A-Za-z]{49}$/;
const tokenPattern = /^dmt1_[0-9A-Za-z]{49}$/;

/**
 * Makes a key: prefix, 43 base62 digits of the random bytes, 6 base62 digits of the CRC-32 over both (design 5).
 * The checksum lets scanners and the server tell a key from a typing error without asking the database.
 * @throws RangeError when not exactly {@link keyRandomBytes} bytes are given
 */
export function formatKey(scope: KeyScope, random: Uint8Array): string {
  return withChecksum(keyPrefixes[scope], random);
}

/** True when the text has the format of {@link formatKey} and its checksum fits. Says nothing about whether the key works. */
export function isWellFormedKey(text: string): boolean {
  return keyPattern.test(text) && hasItsChecksum(text);
}

/** Makes an API token, in the format of keys. @throws RangeError when not exactly {@link keyRandomBytes} bytes are given */
export function formatToken(random: Uint8Array): string {
  return withChecksum(tokenPrefix, random);
}

/** True when the text has the format of {@link formatToken} and its checksum fits. Says nothing about whether the token works. */
export function isWellFormedToken(text: string): boolean {
  return tokenPattern.test(text) && hasItsChecksum(text);
}

/**
 * What is wrong with a text that is offered as a key, or undefined when it may be one.
 * Keys of dataminer.services are opaque: only length and visible ASCII are asked of them (spec 2.6.5 and 4).
 * The answer never holds a part of the text.
 */
export function problemWithKey(text: string): string | undefined {
  if (!/^[\x21-\x7e]*$/.test(text)) return 'holds a blank, a control character or a character outside ASCII';
  if (text.length < minKeyLength) return `is shorter than ${minKeyLength} characters`;
  if (text.length > maxKeyLength) return `is longer than ${maxKeyLength} characters`;
  return undefined;
}

function withChecksum(prefix: string, random: Uint8Array): string {
  if (random.length !== keyRandomBytes) throw new RangeError(`a key takes ${keyRandomBytes} random bytes`);
  const body = prefix + base62(BigInt(`0x${Buffer.from(random).toString('hex')}`), bodyDigits);
  return body + checksumOf(body);
}

function hasItsChecksum(text: string): boolean {
  return checksumOf(text.slice(0, -checksumDigits)) === text.slice(-checksumDigits);
}

function checksumOf(body: string): string {
  return base62(BigInt(crc32(body)), checksumDigits);
}

function base62(value: bigint, digits: number): string {
  let text = '';
  for (let rest = value; rest > 0n; rest /= 62n) text = alphabet.charAt(Number(rest % 62n)) + text;
  return text.padStart(digits, '0');
}
