import { timingSafeEqual } from 'node:crypto';
import { isWellFormedKey, type KeyScope } from '../../contract/key-format.ts';
import type { KeySlot } from '../../contract/key-slot.ts';
import type { Permission } from '../../contract/management/permissions.ts';
import type { Environment } from '../environment.ts';
import { keyDigest } from '../secrets/digest.ts';
import type { Peppers } from '../secrets/pepper-ring.ts';
import type { Database } from '../store/schema.ts';
import { type FoundValue, type ValueLookup, valueLookup } from './value-lookup.ts';

/** Who a working key is, and what it may do. */
export interface AuthenticatedKey {
  readonly valueId: string;
  readonly setId: string;
  readonly label: string;
  readonly scope: KeyScope;
  readonly slot: KeySlot;
  readonly version: number;
  readonly permissions: readonly Permission[];
  readonly organization: { readonly id: string; readonly name: string };
  /** The DMS of a system key. */
  readonly system?: { readonly id: string; readonly name: string };
  readonly setCreatedAt: number;
  readonly valueCreatedAt: number;
}

/** Why a value that the service knows does not work. */
export type CauseOfDeath = 'revoked' | 'disabled' | 'expired' | 'replaced';

/** What a text that came as a key is. Only the first of these works; callers are not told the others apart. */
export type Verdict =
  /** `isOutdated`: its digest is under an older pepper. */
  | { readonly result: 'accepted'; readonly key: AuthenticatedKey; readonly isOutdated: boolean }
  | { readonly result: 'dead'; readonly value: FoundValue; readonly cause: CauseOfDeath }
  | { readonly result: 'unknown'; readonly digest: Uint8Array }
  /** Nothing at all, or a text that is not made like a key: refused without asking the database. */
  | { readonly result: 'malformed' };

const digestBytes = 32;

/** Tells whether a key works: format, digest, one indexed read, decision (design 5, hot path). */
export class KeyVerifier {
  readonly #db: Database;
  readonly #peppers: Peppers;
  readonly #environment: Environment;
  readonly #lookup: ValueLookup;
  /** A digest that no value has. */
  readonly #absent: Uint8Array;
  /** A digest that a value had when it was last looked for. */
  #present: Uint8Array;

  constructor(db: Database, peppers: Peppers, environment: Environment) {
    this.#db = db;
    this.#peppers = peppers;
    this.#environment = environment;
    this.#absent = environment.randomBytes(digestBytes);
    this.#present = this.#absent;
    this.#lookup = valueLookup(db);
  }

  /** The key behind a text, or undefined when it does not work. */
  async verify(text: string | undefined): Promise<AuthenticatedKey | undefined> {
    const verdict = await this.judge(text);
    return verdict.result === 'accepted' ? verdict.key : undefined;
  }

  /** Judges what came as a key. Nothing is remembered: what was revoked a moment ago is dead. */
  async judge(text: string | undefined): Promise<Verdict> {
    if (text === undefined || !isWellFormedKey(text)) return { result: 'malformed' };
    const { all: peppers, current } = this.#peppers;
    const digests = peppers.map((pepper) => keyDigest(pepper.key, text));
    const value = matching(await this.#lookup(digests), digests);
    const cause = value && causeOfDeath(value, this.#environment.now());
    if (value && cause === undefined) {
      return { result: 'accepted', key: authenticatedKey(value), isOutdated: value.pepper_id !== current.id };
    }
    await this.#balance(value !== undefined);
    if (value && cause) return { result: 'dead', value, cause };
    return { result: 'unknown', digest: digests[0] ?? this.#absent };
  }

  /**
   * Makes the work the same for unknown and dead keys (security practice 4): whoever is refused costs one read that finds a
   * value, which is compared, and one that finds none.
   */
  async #balance(hasFound: boolean): Promise<void> {
    const digest = hasFound ? this.#absent : this.#present;
    const value = await this.#lookup(this.#peppers.all.map(() => digest));
    if (hasFound || matching(value, [digest])) return;
    // The first time, and when the value has got another digest or is gone.
    const any = await this.#db.selectFrom('key_values').select('digest').limit(1).executeTakeFirst();
    this.#present = any?.digest ?? this.#absent;
  }
}

/** What was found if it has one of these digests, compared as a whole in constant time (security practice 3). */
function matching(found: FoundValue | undefined, digests: readonly Uint8Array[]): FoundValue | undefined {
  return found && digests.some((digest) => timingSafeEqual(found.digest, digest)) ? found : undefined;
}

function causeOfDeath(value: FoundValue, now: number): CauseOfDeath | undefined {
  if (value.set_state === 'disabled') return 'disabled';
  if (value.set_state !== 'active') return 'revoked';
  if (value.expires_at !== null && value.expires_at <= now) return 'expired';
  if (value.value_state === 'current') return undefined;
  if (value.value_state !== 'replaced') return 'revoked';
  return value.valid_until !== null && value.valid_until > now ? undefined : 'replaced';
}

function authenticatedKey(value: FoundValue): AuthenticatedKey {
  return {
    valueId: value.value_id,
    setId: value.set_id,
    label: value.label,
    scope: value.system_id === null ? 'organization' : 'system',
    slot: value.slot,
    version: value.version,
    permissions: JSON.parse(value.permissions) as Permission[],
    organization: { id: value.organization_id, name: value.organization_name },
    ...(value.system_id !== null && { system: { id: value.system_id, name: value.system_name ?? '' } }),
    setCreatedAt: value.set_created_at,
    valueCreatedAt: value.value_created_at,
  };
}
