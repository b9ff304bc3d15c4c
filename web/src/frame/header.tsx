import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import type { Organization } from '../../../src/contract/management/organizations.ts';
import type { Session } from '../../../src/contract/management/session.ts';
import { queryClient } from '../api/query-client.ts';
import { signOut } from '../api/session.ts';
import { toastFailure } from '../components/toasts.tsx';
import { chooseColorScheme, currentColorScheme } from '../lib/color-scheme.ts';
import { type Chosen, own } from '../lib/own-event.ts';

/** Product name, organization selector and the signed-in user (dataminer-services spec 1.1). */
export function Header({
  session,
  organizations,
  organization,
  onMenu,
}: {
  session: Session;
  organizations: readonly Organization[];
  organization: Organization | undefined;
  onMenu: () => void;
}) {
  return (
    <header class="header">
      <wa-button class="menu-button" appearance="plain" size="s" onClick={onMenu}>
        <wa-icon name="bars" label="Pages" />
      </wa-button>
      <a class="product" href="/">
        <img src="/favicon.svg" alt="" width="24" height="24" /> DataMiner Deploy
      </a>
      <OrganizationSelector organizations={organizations} organization={organization} />
      <UserMenu session={session} />
    </header>
  );
}

function OrganizationSelector({
  organizations,
  organization,
}: {
  organizations: readonly Organization[];
  organization: Organization | undefined;
}) {
  const { path, route } = useLocation();
  const choose = (chosen: string) => {
    if (chosen === organization?.id) return;
    leave(organization);
    // The same page there; where the user may not open it, the frame says so and offers the overview.
    const [, , ...rest] = path.split('/');
    route(rest[0] === 'organization' ? `/${chosen}/${rest.join('/')}` : `/${chosen}/organization`);
  };
  return (
    <wa-dropdown placement="bottom-end" onwa-select={own<Chosen>(({ detail }) => choose(detail.item.value))}>
      <wa-button slot="trigger" appearance="plain" size="s" with-caret>
        <wa-icon slot="start" name="building" />
        <span class="organization-name">{organization?.name ?? 'Choose an organization'}</span>
      </wa-button>
      {organizations.map(({ id, name }) => (
        <wa-dropdown-item key={id} value={id} type="checkbox" checked={id === organization?.id}>
          {name}
        </wa-dropdown-item>
      ))}
    </wa-dropdown>
  );
}

/** Ends what is being read of an organization and forgets the rest, so that nothing of it is ever shown in another one. */
function leave(organization: Organization | undefined): void {
  const queryKey = ['organization', organization?.id];
  queryClient
    .cancelQueries({ queryKey })
    .then(() => queryClient.removeQueries({ queryKey }))
    .catch(toastFailure);
}

function UserMenu({ session }: { session: Session }) {
  const [scheme, setScheme] = useState(currentColorScheme());
  const choose = (item: string) => {
    if (item === 'sign-out') signOut().catch(toastFailure);
    else {
      const other = scheme === 'dark' ? 'light' : 'dark';
      chooseColorScheme(other);
      setScheme(other);
    }
  };
  return (
    <wa-dropdown placement="bottom-end" onwa-select={own<Chosen>(({ detail }) => choose(detail.item.value))}>
      <wa-button slot="trigger" appearance="plain" size="s">
        <wa-icon name="user" label={`Signed in as ${session.principal.name}`} />
      </wa-button>
      <h3 class="menu-title">{session.user?.name}</h3>
      <p class="menu-title quiet">{session.principal.name}</p>
      <wa-dropdown-item value="scheme">
        <wa-icon slot="icon" name={scheme === 'dark' ? 'sun' : 'moon'} />
        {scheme === 'dark' ? 'Light' : 'Dark'} appearance
      </wa-dropdown-item>
      <wa-dropdown-item value="sign-out">
        <wa-icon slot="icon" name="sign-out" />
        Sign out
      </wa-dropdown-item>
    </wa-dropdown>
  );
}
