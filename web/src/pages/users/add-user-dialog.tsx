import { minPasswordLength } from '../../../../src/contract/limits.ts';
import { type Role, roles } from '../../../../src/contract/management/role.ts';
import type { AddedUser, NewUser } from '../../../../src/contract/management/users.ts';
import { Form } from '../../components/form.tsx';
import { Dialog } from '../../components/modal.tsx';
import { toast, toastNotice } from '../../components/toasts.tsx';
import { RoleField } from './role-field.tsx';

/** Gives somebody a role; whoever is new to the service gets an account with a first password. */
export function AddUserDialog({
  assignable,
  add,
  onClose,
}: {
  assignable: readonly Role[];
  add: (given: NewUser) => Promise<AddedUser>;
  onClose: () => void;
}) {
  return (
    <Dialog label="Add user" onClose={onClose}>
      {(close) => (
        <Form
          isDialog
          submit="Add"
          action={async ({ email = '', role = '', name = '', password = '' }) => {
            const known = roles.find((candidate) => candidate === role) ?? 'member';
            const given = { email, role: known, ...(name !== '' && { name }), ...(password !== '' && { password }) };
            const { existed } = await add(given);
            if (existed) toastNotice(keepsAccount(email));
            else toast(`${email} is added`);
            close();
          }}
        >
          <wa-input name="email" label="E-mail" type="email" autocomplete="off" autofocus required />
          <RoleField assignable={assignable} />
          <p class="quiet">Name and first password are needed for somebody who has no account here yet.</p>
          <wa-input name="name" label="Name" autocomplete="off" />
          <wa-input
            name="password"
            label="First password"
            hint={`At least ${minPasswordLength} characters. Hand it over safely; the user can change it.`}
            type="password"
            autocomplete="new-password"
            minlength={minPasswordLength}
            password-toggle
          />
        </Form>
      )}
    </Dialog>
  );
}

/** Others made the account and chose its first password, and nobody proves whose address it is. */
function keepsAccount(email: string): string {
  return `${email} is added. They had an account already and keep their own password: ask them whether the account is theirs, and whether they have changed its first password.`;
}
