import type { KeyObject } from 'node:crypto';
import { formatKey, keyRandomBytes } from '../../contract/key-format.ts';
import type { KeySlot } from '../../contract/key-slot.ts';
import type { Initiator } from '../../contract/management/initiator.ts';
import { signatureOf } from '../access/principal.ts';
import { KeyServiceError } from '../key-service-error.ts';
import { keyDigest } from '../secrets/digest.ts';
import { heldPepper } from '../secrets/pepper-ring.ts';
import { openValue, sealValue, unwrapDataKey } from '../secrets/seal.ts';
import type { Queries } from '../store/schema.ts';
import { type KeySetPlace, scopeOf } from './key-set-owner.ts';
import type { KeySetParts } from './key-set-parts.ts';
import type { KeySetRow } from './stored-key-set.ts';

/** Which value of a set: of a slot, the first, second, third ... one. */
export interface ValuePlace {
  readonly slot: KeySlot;
  readonly version: number;
}

type Secrets = Pick<KeySetParts, 'secrets' | 'environment'>;

/**
 * Makes a new value the current one of its slot, which must have none any more.
 * @param dataKey the set's own
 * @returns the value, which is stored only digested and sealed
 * @throws KeyServiceError `secrets` when this process does not know the pepper
 */
export async function insertValue(
  transaction: Queries,
  { secrets, environment }: Secrets,
  set: KeySetPlace & { readonly id: string },
  { slot, version }: ValuePlace,
  dataKey: KeyObject,
  by: Initiator,
): Promise<string> {
  const value = formatKey(scopeOf(set), environment.randomBytes(keyRandomBytes));
  const pepper = await heldPepper(transaction, secrets.peppers);
  const place = { organizationId: set.organization_id, setId: set.id, slot, version };
  await transaction
    .insertInto('key_values')
    .values({
      id: environment.newId(),
      set_id: set.id,
      slot,
      version,
      digest: keyDigest(pepper.key, value),
      pepper_id: pepper.id,
      sealed: sealValue(dataKey, value, place, environment),
      hint: value.slice(-4),
      state: 'current',
      valid_until: null,
      created_at: environment.now(),
      created_by: signatureOf(by),
      ended_at: null,
    })
    .execute();
  return value;
}

/** The key that a set's values are sealed with. @throws KeyServiceError `secrets` when the master key is missing or does not fit */
export async function dataKeyOf({ secrets }: Secrets, set: KeySetRow): Promise<KeyObject> {
  if (set.wrapped_data_key === null) throw new Error(`key set ${set.id} has no data key`);
  const masterKey = await secrets.masterKeys.byId(set.master_key_id);
  try {
    return unwrapDataKey(masterKey.key, set.id, set.wrapped_data_key);
  } catch (error) {
    throw cannotOpen(`the data key of key set ${set.id}`, error);
  }
}

/** A value as it was made. @throws KeyServiceError `secrets` when it was changed, or taken from another place */
export function openedValue(
  dataKey: KeyObject,
  sealed: Uint8Array,
  set: KeySetPlace & { readonly id: string },
  { slot, version }: ValuePlace,
): string {
  try {
    return openValue(dataKey, sealed, { organizationId: set.organization_id, setId: set.id, slot, version });
  } catch (error) {
    throw cannotOpen(`the ${slot} value of key set ${set.id}`, error);
  }
}

function cannotOpen(what: string, cause: unknown): KeyServiceError {
  return new KeyServiceError(
    'secrets',
    `What is stored of ${what} cannot be opened: it was changed, or belongs elsewhere`,
    'Its keys go on working where they are known. Put a new key set in its place, and find out who changed the database.',
    { cause },
  );
}
