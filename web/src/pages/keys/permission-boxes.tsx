import { permissionLabels } from '../../../../src/contract/management/permissions.ts';

/** What the keys may do, each to be ticked. Ticked ones are fields of the form, under the name `permission:<identifier>`. */
export function PermissionBoxes({ scope, chosen }: { scope: 'system' | 'organization'; chosen: readonly string[] }) {
  return (
    <fieldset>
      <legend>Permissions</legend>
      {Object.entries(permissionLabels[scope]).map(([id, label]) => (
        <label key={id} class="option">
          <input type="checkbox" name={`permission:${id}`} defaultChecked={chosen.includes(id)} /> {label}
        </label>
      ))}
    </fieldset>
  );
}

/** The identifiers that are ticked in a form. */
export function chosenPermissions(fields: Readonly<Record<string, string>>): string[] {
  return Object.keys(fields).flatMap((name) =>
    name.startsWith('permission:') ? [name.slice('permission:'.length)] : [],
  );
}
