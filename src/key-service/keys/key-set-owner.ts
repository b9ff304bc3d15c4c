import type { KeyScope } from '../../contract/key-format.ts';
import { KeyServiceError } from '../key-service-error.ts';
import type { Queries } from '../store/schema.ts';

/** Where a key set belongs: to one DMS, or to a whole organization. */
export type KeySetOwner =
  | { readonly scope: 'system'; readonly systemId: string }
  | { readonly scope: 'organization'; readonly organizationId: string };

/** The same as rows say it. */
export interface KeySetPlace {
  readonly organization_id: string;
  /** Null for a key set of the organization itself. */
  readonly system_id: string | null;
}

/** What the keys of a place are scoped to. */
export function scopeOf({ system_id }: KeySetPlace): KeyScope {
  return system_id === null ? 'organization' : 'system';
}

/** Where an existing owner's sets lie. @throws KeyServiceError `not-found` when there is no such DMS or organization */
export async function placeOf(owner: KeySetOwner, db: Queries): Promise<KeySetPlace> {
  if (owner.scope === 'system') {
    const id = owner.systemId.toLowerCase();
    const system = await db.selectFrom('systems').select('organization_id').where('id', '=', id).executeTakeFirst();
    if (system) return { organization_id: system.organization_id, system_id: id };
    throw new KeyServiceError(
      'not-found',
      `There is no DMS ${owner.systemId}`,
      'Give the ID that create-system answered.',
    );
  }
  const id = owner.organizationId.toLowerCase();
  const organization = await db.selectFrom('organizations').select('id').where('id', '=', id).executeTakeFirst();
  if (organization) return { organization_id: id, system_id: null };
  throw new KeyServiceError(
    'not-found',
    `There is no organization ${owner.organizationId}`,
    'Give the ID that create-organization answered.',
  );
}
