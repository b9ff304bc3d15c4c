import { createCipheriv, createDecipheriv, createSecretKey, type KeyObject } from 'node:crypto';
import type { KeySlot } from '../../contract/key-slot.ts';
import type { Environment } from '../environment.ts';

const algorithm = 'aes-256-gcm';
const nonceBytes = 12;
const tagBytes = 16;
const dataKeyBytes = 32;

/** How sealed bytes are laid out; their first byte says it, so that another way can come beside this one. */
const format = 1;
const headBytes = 1 + nonceBytes + tagBytes;

/** Where a sealed value belongs; it opens nowhere else, so rows cannot be swapped (security practice 2). */
export interface SealedPlace {
  readonly organizationId: string;
  readonly setId: string;
  readonly slot: KeySlot;
  readonly version: number;
}

/** A new data key for one set: usable, and wrapped by the master key for the database. */
export function createDataKey(
  masterKey: KeyObject,
  setId: string,
  environment: Environment,
): { dataKey: KeyObject; wrapped: Uint8Array } {
  const dataKey = createSecretKey(environment.randomBytes(dataKeyBytes));
  return { dataKey, wrapped: wrapDataKey(masterKey, setId, dataKey, environment) };
}

/** A data key as it lies in the database. */
export function wrapDataKey(
  masterKey: KeyObject,
  setId: string,
  dataKey: KeyObject,
  environment: Environment,
): Uint8Array {
  return seal(masterKey, dataKey.export(), dataKeyContext(setId), environment);
}

/** @throws Error when the wrapped key was changed, belongs to another set or was wrapped by another master key */
export function unwrapDataKey(masterKey: KeyObject, setId: string, wrapped: Uint8Array): KeyObject {
  return createSecretKey(open(masterKey, wrapped, dataKeyContext(setId)));
}

/** A key's value as it lies in the database. */
export function sealValue(dataKey: KeyObject, value: string, place: SealedPlace, environment: Environment): Uint8Array {
  return seal(dataKey, Buffer.from(value), valueContext(place), environment);
}

/** @throws Error when the sealed value was changed or taken from another place */
export function openValue(dataKey: KeyObject, sealed: Uint8Array, place: SealedPlace): string {
  return open(dataKey, sealed, valueContext(place)).toString();
}

function dataKeyContext(setId: string): string {
  return `data-key|${setId}`;
}

function valueContext({ organizationId, setId, slot, version }: SealedPlace): string {
  return `value|${organizationId}|${setId}|${slot}|${version}`;
}

/** Format, nonce, tag, ciphertext. The nonce is a new one each time. */
function seal(key: KeyObject, plain: Uint8Array, context: string, environment: Environment): Uint8Array {
  const nonce = environment.randomBytes(nonceBytes);
  const cipher = createCipheriv(algorithm, key, nonce, { authTagLength: tagBytes }).setAAD(associatedData(context));
  const body = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([Buffer.of(format), nonce, cipher.getAuthTag(), body]);
}

function open(key: KeyObject, sealed: Uint8Array, context: string): Buffer {
  if (sealed[0] !== format) throw new Error('the sealed bytes are of a format that this version does not know');
  const nonce = sealed.subarray(1, 1 + nonceBytes);
  const decipher = createDecipheriv(algorithm, key, nonce, { authTagLength: tagBytes })
    .setAAD(associatedData(context))
    .setAuthTag(sealed.subarray(1 + nonceBytes, headBytes));
  return Buffer.concat([decipher.update(sealed.subarray(headBytes)), decipher.final()]);
}

/** The format is authenticated, too, lest bytes of one format be passed off as another. */
function associatedData(context: string): Buffer {
  return Buffer.concat([Buffer.of(format), Buffer.from(context)]);
}
