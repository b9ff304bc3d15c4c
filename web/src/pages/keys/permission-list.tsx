import type { KeySet } from '../../../../src/contract/management/keys.ts';
import { permissionLabels } from '../../../../src/contract/management/permissions.ts';

/** What the keys of a set may do, in words. In a list the rest of many is seen on hover, and in the panel. */
export function PermissionList({ set, isWhole = false }: { set: KeySet; isWhole?: boolean }) {
  const labels: Readonly<Record<string, string>> = permissionLabels[set.scope];
  const text = set.permissions.map((id) => labels[id] ?? id).join(', ');
  if (text === '') return <span class="quiet">none</span>;
  return isWhole ? (
    text
  ) : (
    <span class="clamped" title={text}>
      {text}
    </span>
  );
}
