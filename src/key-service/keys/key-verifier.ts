import { timingSafeEqual } from 'node:crypto';
import { isWellFormedKey, type KeyScope } from '../../contract/key-format.ts';
import type { KeySlot } from '../../contract/key-slot.ts';
import type { Permission } from '../../contract/management/permissions.ts';
import type { Environment } from '../environment.ts';
import { keyDigest } from '../secrets/digest.ts';
import type { Peppers } from '../secrets/pepper-ring.ts';
import type { Database } from '../store/schema.ts';

/** Who a working key is, and what it may do. */
export interface AuthenticatedKey {
  readonly valueId: string;
  readonly setId: string;
  readonly label: string;
  readonly scope: KeyScope;
  readonly slot: KeySlot;
  readonly version: number;
  readonly permissions: ReadonlySet<Permission>;
  readonly organization: { readonly id: string; readonly name: string };
  /** The DMS of a system key. */
  readonly system?: { readonly id: string; readonly name: string };
  readonly setCreatedAt: number;
  readonly valueCreatedAt: number;
}

/** Tells whether a key works: format, digest, one indexed read, decision (design 5, hot path). */
export class KeyVerifier {
  readonly #db: Database;
  readonly #peppers: Peppers;
  readonly #environment: Environment;

  constructor(db: Database, peppers: Peppers, environment: Environment) {
    this.#db = db;
    this.#peppers = peppers;
    this.#environment = environment;
  }

  /** The key behind a text, or undefined; malformed, unknown, replaced, revoked and expired keys are not told apart. */
  async verify(text: string | undefined): Promise<AuthenticatedKey | undefined> {
    if (text === undefined || !isWellFormedKey(text)) return undefined;
    const digests = this.#peppers.all.map((pepper) => keyDigest(pepper.key, text));
    const row = await this.#rowOf(digests);
    if (row === undefined || !digests.some((digest) => timingSafeEqual(row.digest, digest))) return undefined;
    const expired = row.valid_until !== null && row.valid_until <= this.#environment.now();
    if (row.set_state !== 'active' || row.value_state !== 'current' || expired) return undefined;
    return {
      valueId: row.value_id,
      setId: row.set_id,
      label: row.label,
      scope: row.system_id === null ? 'organization' : 'system',
      slot: row.slot,
      version: row.version,
      permissions: new Set(JSON.parse(row.permissions) as Permission[]),
      organization: { id: row.organization_id, name: row.organization_name },
      ...(row.system_id !== null && { system: { id: row.system_id, name: row.system_name ?? '' } }),
      setCreatedAt: row.set_created_at,
      valueCreatedAt: row.value_created_at,
    };
  }

  async #rowOf(digests: readonly Uint8Array[]) {
    return await this.#db
      .selectFrom('key_values as value')
      .innerJoin('key_sets as set', 'set.id', 'value.set_id')
      .innerJoin('organizations as organization', 'organization.id', 'set.organization_id')
      .leftJoin('systems as system', 'system.id', 'set.system_id')
      .select([
        'value.id as value_id',
        'value.digest',
        'value.slot',
        'value.version',
        'value.state as value_state',
        'value.valid_until',
        'value.created_at as value_created_at',
        'set.id as set_id',
        'set.label',
        'set.permissions',
        'set.state as set_state',
        'set.created_at as set_created_at',
        'organization.id as organization_id',
        'organization.name as organization_name',
        'system.id as system_id',
        'system.name as system_name',
      ])
      .where('value.digest', 'in', digests)
      .executeTakeFirst();
  }
}
