import { useState } from 'preact/hooks';
import type { Session } from '../../../src/contract/management/session.ts';
import { signOut } from '../api/session.ts';
import { IconButton } from '../components/icon-button.tsx';
import { Menu } from '../components/menu.tsx';
import { toastFailure } from '../components/toasts.tsx';
import { chooseColorScheme, currentColorScheme } from '../lib/color-scheme.ts';
import { PasswordDialog } from './password-dialog.tsx';

/** Who is signed in, and what they may do about themselves. */
export function UserMenu({ session }: { session: Session }) {
  const [scheme, setScheme] = useState(currentColorScheme());
  const [isChangingPassword, setChangingPassword] = useState(false);
  const choose = (item: string) => {
    if (item === 'sign-out') signOut().catch(toastFailure);
    else if (item === 'password') setChangingPassword(true);
    else {
      const other = scheme === 'dark' ? 'light' : 'dark';
      chooseColorScheme(other);
      setScheme(other);
    }
  };
  return (
    <>
      <Menu
        onChoose={({ value }) => choose(value)}
        trigger={(given) => <IconButton icon="user" label={`Signed in as ${session.principal.name}`} {...given} />}
      >
        <h3 class="menu-title">
          <strong>{session.user?.name}</strong>
          <span class="quiet">{session.principal.name}</span>
        </h3>
        <wa-dropdown-item value="scheme">
          <wa-icon slot="icon" name={scheme === 'dark' ? 'sun' : 'moon'} />
          {scheme === 'dark' ? 'Light' : 'Dark'} appearance
        </wa-dropdown-item>
        {session.user && (
          <wa-dropdown-item value="password">
            <wa-icon slot="icon" name="key" />
            Change password
          </wa-dropdown-item>
        )}
        <wa-dropdown-item value="sign-out">
          <wa-icon slot="icon" name="sign-out" />
          Sign out
        </wa-dropdown-item>
      </Menu>
      {isChangingPassword && session.user && (
        <PasswordDialog email={session.user.email} onClose={() => setChangingPassword(false)} />
      )}
    </>
  );
}
