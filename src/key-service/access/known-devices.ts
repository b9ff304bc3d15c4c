import { createHmac, hkdfSync, type KeyObject, timingSafeEqual } from 'node:crypto';
import type { Environment } from '../environment.ts';
import type { Peppers } from '../secrets/pepper-ring.ts';

/** How long a browser stays known after its last sign-in, in milliseconds. */
export const knownMilliseconds = 365 * 24 * 60 * 60_000;

const nonceBytes = 16;
const notePattern = /^([0-9a-f-]{36})\.([0-9a-z]{1,10})\.([\w-]{22})\.([\w-]{43})$/;

/** A browser in which somebody has signed in before. */
export interface KnownDevice {
  readonly id: string;
  readonly userId: string;
}

/**
 * Notes that browsers keep to be recognised when their owner signs in again, so that strangers who guess at the password cannot
 * keep that one out (OWASP calls them device cookies). A note proves nothing but that: the password is asked for all the same.
 * They are signed under the pepper and stored nowhere.
 */
export class KnownDevices {
  readonly #peppers: Peppers;
  readonly #environment: Environment;

  constructor(peppers: Peppers, environment: Environment) {
    this.#peppers = peppers;
    this.#environment = environment;
  }

  /** The note for a browser in which somebody has just signed in. */
  noteFor(userId: string): string {
    const nonce = Buffer.from(this.#environment.randomBytes(nonceBytes)).toString('base64url');
    const content = `${userId}.${this.#environment.now().toString(36)}.${nonce}`;
    return `${content}.${signature(this.#peppers.current.key, content).toString('base64url')}`;
  }

  /** The browser behind a note, or undefined when it is none of ours, or too old. */
  recognize(note: string | undefined): KnownDevice | undefined {
    const [, userId, notedAt, nonce, signed] = notePattern.exec(note ?? '') ?? [];
    if (userId === undefined || notedAt === undefined || nonce === undefined || signed === undefined) return undefined;
    if (this.#environment.now() - Number.parseInt(notedAt, 36) >= knownMilliseconds) return undefined;
    const content = `${userId}.${notedAt}.${nonce}`;
    const given = Buffer.from(signed, 'base64url');
    const isOurs = this.#peppers.all.some(({ key }) => timingSafeEqual(signature(key, content), given));
    return isOurs ? { id: nonce, userId } : undefined;
  }
}

/** A key of its own, so that no signature is ever the digest of anything else. */
function signature(pepper: KeyObject, content: string): Buffer {
  const key = Buffer.from(hkdfSync('sha256', pepper, '', 'dataminer-deploy known devices', 32));
  return createHmac('sha256', key).update(content).digest();
}
