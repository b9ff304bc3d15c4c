import { argon2, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import type { Environment } from '../environment.ts';
import { normalizedPassword } from './password-rules.ts';

/** How much work a guess is: memory in KiB, and passes over it. */
interface Argon2Cost {
  readonly memory: number;
  readonly passes: number;
  readonly parallelism: number;
}

/** What new hashes cost, after OWASP's recommendation for argon2id: 19 MiB, two passes, one lane. */
export const currentCost: Argon2Cost = { memory: 19_456, passes: 2, parallelism: 1 };

const saltBytes = 16;
const hashBytes = 32;

/** Version 1.3 of Argon2, the one that Node computes. */
const phcPattern = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/;

const computeArgon2 = promisify(argon2);

/** Hashes a password for storage, in PHC form: algorithm, cost, salt, hash. */
export async function hashPassword(password: string, environment: Environment): Promise<string> {
  const salt = environment.randomBytes(saltBytes);
  return phcOf(currentCost, salt, await derive(password, salt, currentCost));
}

/** Whether a password is the one behind a hash. @throws Error when the text is no hash of ours */
export async function isPassword(password: string, phc: string): Promise<boolean> {
  const { cost, salt, hash } = parsed(phc);
  return timingSafeEqual(await derive(password, salt, cost), hash);
}

/** Whether a hash was made at another cost than new ones are. */
export function isOutdated(phc: string): boolean {
  return !phc.startsWith(costPrefix(currentCost));
}

/** A hash that no password has: checking against it takes the time of checking a real one. */
export function hashOfNothing(environment: Environment): string {
  return phcOf(currentCost, environment.randomBytes(saltBytes), environment.randomBytes(hashBytes));
}

async function derive(password: string, nonce: Uint8Array, cost: Argon2Cost): Promise<Buffer> {
  return await computeArgon2('argon2id', {
    message: normalizedPassword(password),
    nonce,
    tagLength: hashBytes,
    ...cost,
  });
}

function phcOf(cost: Argon2Cost, salt: Uint8Array, hash: Uint8Array): string {
  return `${costPrefix(cost)}${unpadded(salt)}$${unpadded(hash)}`;
}

function costPrefix({ memory, passes, parallelism }: Argon2Cost): string {
  return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$`;
}

function parsed(phc: string): { cost: Argon2Cost; salt: Buffer; hash: Buffer } {
  const [, memory, passes, parallelism, salt = '', hash = ''] = phcPattern.exec(phc) ?? [];
  if (memory === undefined) throw new Error('a stored password hash cannot be read');
  const cost = { memory: Number(memory), passes: Number(passes), parallelism: Number(parallelism) };
  return { cost, salt: Buffer.from(salt, 'base64'), hash: Buffer.from(hash, 'base64') };
}

function unpadded(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64').replace(/=+$/, '');
}
