/** What can be done with an organization; which role may is the service's to say. */
export const organizationRights = [
  'view organization',
  'change organization',
  'connect systems',
  'view users',
  'leave',
  'manage users',
  'manage owners',
  'manage tokens',
  'manage keys',
  'break the gate',
  'read audit',
] as const;
export type OrganizationRight = (typeof organizationRights)[number];

/** What can be done with a DMS. */
export const systemRights = [
  'view system',
  'change system',
  'view users',
  'leave',
  'manage users',
  'manage owners',
  'manage keys',
  'break the gate',
  'view deployments',
  'manage deployments',
] as const;
export type SystemRight = (typeof systemRights)[number];
