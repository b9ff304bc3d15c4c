import { createHash, createSecretKey, type KeyObject } from 'node:crypto';
import type { Environment } from '../environment.ts';

/** A secret of the service and the name by which rows say which one was used; the name does not give it away. */
export interface ServiceSecret {
  readonly id: string;
  readonly key: KeyObject;
}

/** The secrets that a service has, by the names of their files. */
export const secretNames = ['pepper', 'master-key'] as const;
export type SecretName = (typeof secretNames)[number];

const secretBytes = 32;

/** A new secret as it is written down: 32 random bytes in Base64. */
export function newSecretText(environment: Environment): string {
  return Buffer.from(environment.randomBytes(secretBytes)).toString('base64');
}

/** The secret behind its written form, or undefined when the text is not 32 bytes in Base64. */
export function secretFrom(name: SecretName, text: string): ServiceSecret | undefined {
  const bytes = Buffer.from(text, 'base64');
  if (bytes.length !== secretBytes || bytes.toString('base64') !== text) return undefined;
  const id = createHash('sha256').update(`dataminer-deploy ${name} id\0`).update(bytes).digest('hex').slice(0, 16);
  return { id, key: createSecretKey(bytes) };
}
