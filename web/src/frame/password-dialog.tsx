import { changePassword } from '../api/password.ts';
import { Form } from '../components/form.tsx';
import { Dialog } from '../components/modal.tsx';
import { NewPasswordField } from '../components/new-password-field.tsx';
import { toast } from '../components/toasts.tsx';

/** The signed-in user's own change of the password. */
export function PasswordDialog({ email, onClose }: { email: string; onClose: () => void }) {
  return (
    <Dialog label="Change password" onClose={onClose}>
      {(close) => (
        <Form
          isDialog
          submit="Change password"
          action={async ({ current = '', password = '' }) => {
            await changePassword({ current, password });
            toast('Your password is changed. Other browsers are signed out.');
            close();
          }}
        >
          <p>You stay signed in here. Wherever else you are signed in, that ends at once.</p>
          <wa-input value={email} label="E-mail" readonly autocomplete="username" />
          <wa-input
            name="current"
            label="Current password"
            type="password"
            autocomplete="current-password"
            autofocus
            required
          />
          <NewPasswordField label="New password" />
        </Form>
      )}
    </Dialog>
  );
}
