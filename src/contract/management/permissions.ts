/**
 * What a key may be allowed to do. Identifiers are stored; labels are those of the Admin app for organization keys
 * (dataminer-services spec 1.2) and ours for system keys, whose names are unpublished.
 */
export const permissionLabels = {
  system: {
    'upload-packages': 'Upload packages',
    'deploy-packages': 'Deploy packages',
    'read-deployments': 'Read deployments',
    'register-catalog-items': 'Register catalog items',
  },
  organization: {
    'register-catalog-items': 'Register catalog items',
    'read-catalog-items': 'Read catalog items',
    'download-catalog-versions': 'Download catalog versions',
    'deploy-catalog-versions': 'Deploy a version of a Catalog item',
    'update-catalog-publishing-state': 'Update Catalog publishing state',
    'add-dataminer-system': 'Add DataMiner System',
    'retrieve-usage-data': 'Retrieve usage data',
  },
} as const;

type Labels = typeof permissionLabels;
export type Permission = { [scope in keyof Labels]: keyof Labels[scope] }[keyof Labels];

/**
 * What a new key may do when nothing else was asked for: a system key everything that system keys have always been able to
 * do; an organization key nothing, its permissions are always chosen (spec 1.2).
 */
export const defaultPermissions: { readonly [scope in keyof Labels]: readonly Permission[] } = {
  system: ['upload-packages', 'deploy-packages', 'read-deployments', 'register-catalog-items'],
  organization: [],
};
