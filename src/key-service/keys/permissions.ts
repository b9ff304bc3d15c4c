import type { KeyScope } from '../../contract/key-format.ts';
import { defaultPermissions, type Permission, permissionLabels } from '../../contract/management/permissions.ts';
import { KeyServiceError } from '../key-service-error.ts';

/**
 * The permissions of a new key set; a system key that none are asked for gets what system keys have always had.
 * @throws KeyServiceError `invalid` as {@link chosenPermissions} does
 */
export function initialPermissions(scope: KeyScope, given: readonly string[] = []): readonly Permission[] {
  return chosenPermissions(scope, given.length === 0 ? defaultPermissions[scope] : given);
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
