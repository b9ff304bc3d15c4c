import { rolesForOrganizationRights, rolesForSystemRights } from '../../../../src/contract/management/rights.ts';
import { type Role, reaches } from '../../../../src/contract/management/role.ts';
import type { User } from '../../../../src/contract/management/users.ts';
import { Form } from '../../components/form.tsx';
import { Dialog } from '../../components/modal.tsx';
import { toast } from '../../components/toasts.tsx';
import { roleNames } from './role-names.ts';

/** Which role each right takes. */
const rolesForRights = { organization: rolesForOrganizationRights, system: rolesForSystemRights };

/** Has somebody give up a role for a lower one, which they cannot undo themselves. */
export function LowerOwnRoleDialog({
  me,
  to,
  scope,
  setRole,
  onClose,
}: {
  me: User;
  to: Role;
  scope: keyof typeof rolesForRights;
  setRole: (id: string, role: Role) => Promise<unknown>;
  onClose: () => void;
}) {
  const lost = Object.entries(rolesForRights[scope]).filter(([, role]) => reaches(me.role, role) && !reaches(to, role));
  return (
    <Dialog label={`Give up the role of ${roleNames[me.role]}`} onClose={onClose}>
      {(close) => (
        <Form
          isDialog
          isDangerous
          submit={`Become ${roleNames[to]}`}
          action={async () => {
            await setRole(me.id, to);
            toast(`You are ${roleNames[to]} now`);
            close();
          }}
        >
          <p>At once, you can no longer do this here:</p>
          <ul>
            {lost.map(([right]) => (
              <li key={right}>{right}</li>
            ))}
          </ul>
          <p>What other roles give you stays. Only {giver(me.role)} can give this one back.</p>
        </Form>
      )}
    </Dialog>
  );
}

/** Who may give a role: nobody gives one above their own. */
function giver(role: Role): string {
  return role === 'owner' ? 'an Owner' : 'an Owner or Admin';
}
