import { rolesForOrganizationRights, rolesForSystemRights } from '../../../../src/contract/management/rights.ts';
import { type Role, reaches } from '../../../../src/contract/management/role.ts';
import type { User } from '../../../../src/contract/management/users.ts';
import type { UserChanges } from '../../api/users.ts';
import { Form } from '../../components/form.tsx';
import { Dialog } from '../../components/modal.tsx';
import { toast } from '../../components/toasts.tsx';
import { roleNames } from './role-names.ts';

/** Which role each right takes. */
const rolesForRights = { organization: rolesForOrganizationRights, system: rolesForSystemRights };

/**
 * Gives somebody another role once it is read what that means. One's own can only be lowered, and not be taken back.
 * @param user as they were when the role was chosen
 */
export function ChangeRoleDialog({
  user,
  isMe,
  to,
  scope,
  setRole,
  onClose,
}: {
  user: User;
  isMe: boolean;
  to: Role;
  scope: keyof typeof rolesForRights;
  setRole: UserChanges['setRole'];
  onClose: () => void;
}) {
  const isLower = reaches(user.role, to);
  const who = isMe ? 'you' : user.name;
  const changed = Object.entries(rolesForRights[scope]).filter(
    ([, needed]) => reaches(user.role, needed) !== reaches(to, needed),
  );
  return (
    <Dialog
      label={isMe ? `Give up the role of ${roleNames[user.role]}` : `Make ${user.name} ${roleNames[to]}`}
      onClose={onClose}
    >
      {(close) => (
        <Form
          isDialog
          isDangerous={isMe}
          submit={isMe ? `Become ${roleNames[to]}` : `Make ${roleNames[to]}`}
          action={async () => {
            await setRole(user, to);
            toast(isMe ? `You are ${roleNames[to]} now` : `${user.name} is ${roleNames[to]} now`);
            close();
          }}
        >
          {!isMe && (
            <p>
              {user.email} is {roleNames[user.role]} here.
            </p>
          )}
          <p>
            At once, {who} can {isLower ? 'no longer do this' : 'also do this'} here:
          </p>
          <ul>
            {changed.map(([right]) => (
              <li key={right}>{right}</li>
            ))}
          </ul>
          {isLower && <p>What other roles give {who} stays.</p>}
          {isMe && <p>Only {giver(user.role)} can give this one back.</p>}
        </Form>
      )}
    </Dialog>
  );
}

/** Who may give a role: nobody gives one above their own. */
function giver(role: Role): string {
  return role === 'owner' ? 'an Owner' : 'an Owner or Admin';
}
