/** Addresses of the pages; each is a deep link (dataminer-services spec 1.1). The last GUID of a DMS page is that of the DMS. */
export const pagePaths = {
  organizationOverview: '/:org/organization',
  organizationUsers: '/:org/organization/users',
  organizationKeys: '/:org/organization/keys',
  audit: '/:org/organization/audit',
  organizationSettings: '/:org/organization/settings',
  systemOverview: '/:org/systems/:dms',
  systemUsers: '/:org/systems/:dms/users',
  systemKeys: '/:org/systems/:dms/keys',
  deployments: '/:org/systems/:dms/deployments',
  systemSettings: '/:org/systems/:dms/settings',
} as const;

/** Where something belongs: an organization, or one DMS of it. */
export interface Place {
  readonly org: string;
  readonly dms?: string;
}

/** The address of a page at a place. */
export function addressOf(path: (typeof pagePaths)[keyof typeof pagePaths], { org, dms = '' }: Place): string {
  return path.replace(':org', encodeURIComponent(org)).replace(':dms', encodeURIComponent(dms));
}
