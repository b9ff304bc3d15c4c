import type { KeyObject } from 'node:crypto';
import { formatKey, type KeyScope, keyRandomBytes } from '../../contract/key-format.ts';
import { type KeySlot, keySlots } from '../../contract/key-slot.ts';
import type { Environment } from '../environment.ts';
import { KeyServiceError } from '../key-service-error.ts';
import { requireName } from '../name.ts';
import { keyDigest } from '../secrets/digest.ts';
import { createDataKey, sealValue, unwrapDataKey } from '../secrets/seal.ts';
import type { ServiceSecrets } from '../secrets/service-secrets.ts';
import { comparable } from '../store/comparable-text.ts';
import type { Database, Queries, Tables } from '../store/schema.ts';
import { type KeySetView, keySetView } from './key-set-view.ts';

import { permissionsFrom } from './permissions.ts';

/** Where a key set belongs: to one DMS, or to a whole organization. */
export type KeySetOwner =
  | { readonly scope: 'system'; readonly systemId: string }
  | { readonly scope: 'organization'; readonly organizationId: string };

type KeySetRow = Tables['key_sets'];

/** Key sets: what can be done with them, apart from signing in with one ({@link KeyVerifier}). */
export class KeySets {
  readonly #db: Database;
  readonly #secrets: ServiceSecrets;
  readonly #environment: Environment;

  constructor(db: Database, secrets: ServiceSecrets, environment: Environment) {
    this.#db = db;
    this.#secrets = secrets;
    this.#environment = environment;
  }

  /**
   * Makes a set with two live values, which are shown here and never again.
   * @throws KeyServiceError `invalid` for a bad label or permission, `not-found` for an unknown owner
   */
  async create(
    owner: KeySetOwner,
    given: { label: string; permissions: readonly string[] },
    by: string,
  ): Promise<{ id: string; label: string; values: { [slot in KeySlot]: string } }> {
    const label = requireName('label', given.label);
    const permissions = permissionsFrom(owner.scope, given.permissions);
    const id = this.#environment.newId();
    const values = { primary: this.#newValue(owner.scope), secondary: this.#newValue(owner.scope) };
    await this.#db.transaction().execute(async (transaction) => {
      const { organizationId, systemId } = await placeOf(owner, transaction);
      const masterKey = await this.#secrets.masterKeys.current(transaction);
      const { dataKey, wrapped } = createDataKey(masterKey.key, id, this.#environment);
      await transaction
        .insertInto('key_sets')
        .values({
          id,
          organization_id: organizationId,
          system_id: systemId,
          label,
          comparable_label: comparable(label),
          permissions: JSON.stringify(permissions),
          state: 'active',
          version: 1,
          wrapped_data_key: wrapped,
          master_key_id: masterKey.id,
          created_at: this.#environment.now(),
          created_by: by,
          changed_at: this.#environment.now(),
          changed_by: by,
          expires_at: null,
          revoked_at: null,
        })
        .execute();
      for (const slot of keySlots) {
        const place = { organizationId, setId: id, slot, version: 1 };
        await this.#insertValue(transaction, dataKey, values[slot], place, by);
      }
    });
    return { id, label, values };
  }

  /** The live sets of a DMS or an organization, oldest first. */
  async list(owner: KeySetOwner): Promise<readonly KeySetView[]> {
    const { organizationId, systemId } = await placeOf(owner, this.#db);
    // Sets and values in one query, so that a set which is changed meanwhile is seen wholly before or wholly after.
    const rows = await this.#db
      .selectFrom('key_sets as set')
      .innerJoin('key_values as value', 'value.set_id', 'set.id')
      .leftJoin('key_usage as usage', 'usage.value_id', 'value.id')
      .select([
        'set.id',
        'set.label',
        'set.permissions',
        'set.state',
        'set.version',
        'set.created_at',
        'set.created_by',
      ])
      .select(['value.slot', 'value.hint', 'value.created_at as value_created_at', 'usage.last_used_at'])
      .where('set.organization_id', '=', organizationId)
      .where('set.system_id', systemId === null ? 'is' : '=', systemId)
      .where('set.state', '=', 'active')
      .where('value.state', '=', 'current')
      .orderBy('set.created_at')
      .orderBy('set.id')
      .orderBy('value.slot')
      .execute();
    return [...Map.groupBy(rows, (row) => row.id).values()].map((values) => keySetView(owner.scope, values));
  }

  /**
   * Replaces the value of one slot; the old one is dead when this returns. The other slot is not touched.
   * @throws KeyServiceError `not-found` for an unknown or revoked set, `not-confirmed` when `confirm` is not its label
   */
  async regenerate(setId: string, slot: KeySlot, confirm: string, by: string): Promise<string> {
    return await this.#db.transaction().execute(async (transaction) => {
      const set = await confirmedSet(transaction, setId, confirm);
      const current = await transaction
        .selectFrom('key_values')
        .select(['id', 'version'])
        .where('set_id', '=', set.id)
        .where('slot', '=', slot)
        .where('state', '=', 'current')
        .executeTakeFirstOrThrow();
      await transaction
        .updateTable('key_values')
        .set({ state: 'replaced', sealed: null, ended_at: this.#environment.now() })
        .where('id', '=', current.id)
        .execute();
      const value = this.#newValue(set.system_id === null ? 'organization' : 'system');
      const place = { organizationId: set.organization_id, setId: set.id, slot, version: current.version + 1 };
      await this.#insertValue(transaction, await this.#dataKeyOf(set), value, place, by);
      await transaction
        .updateTable('key_sets')
        .set({ version: set.version + 1 })
        .where('id', '=', set.id)
        .execute();
      return value;
    });
  }

  /**
   * Ends a whole set; both values are dead when this returns and their ciphertext is gone.
   * @throws KeyServiceError `not-found` for an unknown or revoked set, `not-confirmed` when `confirm` is not its label
   */
  async revoke(setId: string, confirm: string): Promise<void> {
    await this.#db.transaction().execute(async (transaction) => {
      const set = await confirmedSet(transaction, setId, confirm);
      const now = this.#environment.now();
      await transaction
        .updateTable('key_sets')
        .set({ state: 'revoked', wrapped_data_key: null, revoked_at: now, version: set.version + 1 })
        .where('id', '=', set.id)
        .execute();
      await transaction
        .updateTable('key_values')
        .set({ state: 'revoked', sealed: null, ended_at: now })
        .where('set_id', '=', set.id)
        .where('state', '=', 'current')
        .execute();
    });
  }

  #newValue(scope: KeyScope): string {
    return formatKey(scope, this.#environment.randomBytes(keyRandomBytes));
  }

  async #dataKeyOf(set: KeySetRow): Promise<KeyObject> {
    if (set.wrapped_data_key === null) throw new Error(`key set ${set.id} has no data key`);
    const masterKey = await this.#secrets.masterKeys.byId(set.master_key_id);
    return unwrapDataKey(masterKey.key, set.id, set.wrapped_data_key);
  }

  async #insertValue(
    transaction: Queries,
    dataKey: KeyObject,
    value: string,
    place: { organizationId: string; setId: string; slot: KeySlot; version: number },
    by: string,
  ): Promise<void> {
    const pepper = this.#secrets.peppers.current;
    await transaction
      .insertInto('key_values')
      .values({
        id: this.#environment.newId(),
        set_id: place.setId,
        slot: place.slot,
        version: place.version,
        digest: keyDigest(pepper.key, value),
        pepper_id: pepper.id,
        sealed: sealValue(dataKey, value, place, this.#environment),
        hint: value.slice(-4),
        state: 'current',
        valid_until: null,
        created_at: this.#environment.now(),
        created_by: by,
        ended_at: null,
      })
      .execute();
  }
}

async function placeOf(owner: KeySetOwner, db: Queries): Promise<{ organizationId: string; systemId: string | null }> {
  if (owner.scope === 'system') {
    const id = owner.systemId.toLowerCase();
    const system = await db.selectFrom('systems').select('organization_id').where('id', '=', id).executeTakeFirst();
    if (system) return { organizationId: system.organization_id, systemId: id };
    throw new KeyServiceError(
      'not-found',
      `There is no DMS ${owner.systemId}`,
      'Give the ID that create-system answered.',
    );
  }
  const id = owner.organizationId.toLowerCase();
  const organization = await db.selectFrom('organizations').select('id').where('id', '=', id).executeTakeFirst();
  if (organization) return { organizationId: id, systemId: null };
  throw new KeyServiceError(
    'not-found',
    `There is no organization ${owner.organizationId}`,
    'Give the ID that create-organization answered.',
  );
}

async function confirmedSet(transaction: Queries, setId: string, confirm: string): Promise<KeySetRow> {
  const set = await transaction
    .selectFrom('key_sets')
    .selectAll()
    .where('id', '=', setId.toLowerCase())
    .where('state', '=', 'active')
    .executeTakeFirst();
  if (set === undefined) {
    throw new KeyServiceError('not-found', `There is no live key set ${setId}`, 'Look its ID up with list-keys.');
  }
  if (set.label !== confirm) {
    throw new KeyServiceError(
      'not-confirmed',
      `The confirmation is not the label of key set ${setId}`,
      'Type the label exactly as list-keys shows it. Nothing was changed.',
    );
  }
  return set;
}
