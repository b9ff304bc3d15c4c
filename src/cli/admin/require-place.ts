import type { KeyServiceCore } from '../../key-service/key-service-core.ts';

/** What a list is about, by the flags of its command. */
export interface ListedPlace {
  readonly organization?: string;
  readonly system?: string;
}

/**
 * Makes sure that there is what a list is about: an empty list would else mean two things.
 * @throws KeyServiceError `not-found`
 */
export async function requirePlace({ db }: KeyServiceCore, { organization, system }: ListedPlace): Promise<void> {
  const { placeOf } = await import('../../key-service/keys/key-set-owner.ts');
  if (organization !== undefined) await placeOf({ scope: 'organization', organizationId: organization }, db);
  if (system !== undefined) await placeOf({ scope: 'system', systemId: system }, db);
}
