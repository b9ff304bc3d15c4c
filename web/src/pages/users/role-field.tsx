import type { Role } from '../../../../src/contract/management/role.ts';
import { roleNames } from './role-names.ts';

/** Which role somebody new gets; the lowest is chosen first. */
export function RoleField({ assignable }: { assignable: readonly Role[] }) {
  return (
    <label>
      Role
      <select name="role">
        {assignable.map((role) => (
          <option key={role} value={role} selected={role === 'member'}>
            {roleNames[role]}
          </option>
        ))}
      </select>
    </label>
  );
}
