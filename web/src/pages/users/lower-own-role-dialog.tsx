import { type Role, roles } from '../../../../src/contract/management/role.ts';
import type { User } from '../../../../src/contract/management/users.ts';
import { Form } from '../../components/form.tsx';
import { Dialog } from '../../components/modal.tsx';
import { toast } from '../../components/toasts.tsx';
import { roleNames } from './role-names.ts';

type Scope = 'organization' | 'system';

/** What is lost with each step down, the highest first (docs/access.md). */
const losses: { readonly [scope in Scope]: readonly string[] } = {
  organization: [
    'make or unmake Owners, or open the rotation gate by force, here and on its DMSs',
    'change the organization, manage its users, keys and tokens, read its audit, or see and manage its DMSs',
  ],
  system: [
    'make or unmake Owners of the DMS, or open its rotation gate by force',
    'change the DMS, manage its users and keys, or cancel and retry deployments',
  ],
};

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
  scope: Scope;
  setRole: (id: string, role: Role) => Promise<unknown>;
  onClose: () => void;
}) {
  const lost = losses[scope].slice(roles.indexOf(me.role), roles.indexOf(to));
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
          <p>At once, you can no longer:</p>
          <ul>
            {lost.map((loss) => (
              <li key={loss}>{loss}.</li>
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
