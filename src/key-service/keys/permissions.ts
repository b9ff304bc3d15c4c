import type { KeyScope } from '../../contract/key-format.ts';
import { KeyServiceError } from '../key-service-error.ts';

/**
 * What a key may be allowed to do. Identifiers are stored; labels are those of the Admin app for organization keys
 * (dataminer-services spec 1.2) and ours for system keys, whose names are unpublished.
 */
const permissionLabels = {
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

export type Permission = { [scope in KeyScope]: keyof (typeof permissionLabels)[scope] }[KeyScope];

/** What a system key may do when nothing else was asked for: everything that system keys have always been able to do. */
const defaultSystemPermissions: readonly Permission[] = [
  'upload-packages',
  'deploy-packages',
  'read-deployments',
  'register-catalog-items',
];

/**
 * The permissions of a new key set; a system key that none are asked for gets what system keys have always had.
 * @throws KeyServiceError `invalid` as {@link chosenPermissions} does
 */
export function initialPermissions(scope: KeyScope, given: readonly string[] = []): readonly Permission[] {
  return given.length === 0 && scope === 'system' ? defaultSystemPermissions : chosenPermissions(scope, given);
}

/**
 * The permissions that are meant by some names, each once, in the order of the list. Names are compared without regard to case,
 * by identifier or label (spec 1.2).
 * @throws KeyServiceError `invalid` when one does not exist for this kind of key, or when there is none (spec 1.2)
 */
export function chosenPermissions(scope: KeyScope, given: readonly string[]): readonly Permission[] {
  const known = Object.entries(permissionLabels[scope]) as [Permission, string][];
  const list = known.map(([id]) => id).join(', ');
  if (given.length === 0) {
    const which = scope === 'system' ? 'A system' : 'An organization';
    throw new KeyServiceError('invalid', `${which} key needs at least one permission`, `Choose from: ${list}.`);
  }
  const chosen = given.map((name) => {
    const wanted = name.trim().toLowerCase();
    const match = known.find(([id, label]) => id === wanted || label.toLowerCase() === wanted);
    if (match) return match[0];
    throw new KeyServiceError('invalid', `There is no permission "${name}" for ${scope} keys`, `Choose from: ${list}.`);
  });
  return known.map(([id]) => id).filter((id) => chosen.includes(id));
}
