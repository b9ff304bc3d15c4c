import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { maxNameLength } from '../../../src/contract/limits.ts';
import type { Organization } from '../../../src/contract/management/organizations.ts';
import { createOrganization } from '../api/places.ts';
import { queryClient } from '../api/query-client.ts';
import { Form } from '../components/form.tsx';
import { Icon } from '../components/icon.tsx';
import { Menu, type MenuItem } from '../components/menu.tsx';
import { Dialog } from '../components/modal.tsx';
import { toast, toastFailure, toastNotice } from '../components/toasts.tsx';
import { addressOf, pagePaths } from '../lib/addresses.ts';
import { organizationPagesOf } from './pages.ts';

/** The item of the menu that is no organization. */
const creation = 'create';

/** Which organization is looked at, and going to another one (dataminer-services spec 1.1). */
export function OrganizationSelector({
  organizations,
  organization,
}: {
  organizations: readonly Organization[];
  organization: Organization | undefined;
}) {
  const { path, route } = useLocation();
  const [isCreating, setCreating] = useState(false);
  const goTo = (target: Organization) => {
    leave(organization);
    const { address, notice } = counterpartOf(path, target);
    route(address);
    if (notice !== undefined) toastNotice(notice);
  };
  const choose = (item: MenuItem) => {
    if (item.value === creation) return setCreating(true);
    const target = organizations.find(({ id }) => id === item.value);
    // The menu takes the tick away from what is chosen once more.
    if (target?.id === organization?.id) item.checked = true;
    else if (target !== undefined) goTo(target);
  };
  return (
    <>
      <Menu
        onChoose={choose}
        trigger={(given) => (
          <button type="button" class="small wa-plain" {...given}>
            <Icon name="building" />
            <span class="organization-name">{organization?.name ?? 'Choose an organization'}</span>
            <Icon name="chevron-down" />
          </button>
        )}
      >
        {organizations.map(({ id, name }) => (
          <wa-dropdown-item key={id} value={id} type="checkbox" checked={id === organization?.id}>
            {name}
          </wa-dropdown-item>
        ))}
        {organizations.some(({ role }) => role === 'owner') && (
          <wa-dropdown-item key={creation} value={creation}>
            <wa-icon slot="icon" name="plus" /> Create organization
          </wa-dropdown-item>
        )}
      </Menu>
      {isCreating && <CreationDialog onMade={goTo} onClose={() => setCreating(false)} />}
    </>
  );
}

/** The same page in another organization; where the user may not open it, or it is one of a DMS, the overview and why. */
function counterpartOf(path: string, target: Organization): { address: string; notice?: string } {
  const [, , ...page] = path.split('/');
  const wanted = `/${target.id}/${page.join('/')}`;
  if (organizationPagesOf(target).some(({ address }) => address === wanted)) return { address: wanted };
  return {
    address: addressOf(pagePaths.organizationOverview, { org: target.id }),
    notice: `The page that you were on is not there for you in ${target.name}. This is its Overview.`,
  };
}

/** Ends what is being read of an organization and forgets the rest, so that nothing of it is ever shown in another one. */
function leave(organization: Organization | undefined): void {
  const queryKey = ['organization', organization?.id];
  queryClient
    .cancelQueries({ queryKey })
    .then(() => queryClient.removeQueries({ queryKey }))
    .catch(toastFailure);
}

function CreationDialog({ onMade, onClose }: { onMade: (made: Organization) => void; onClose: () => void }) {
  return (
    <Dialog label="Create organization" onClose={onClose}>
      {(close) => (
        <Form
          isDialog
          submit="Create"
          action={async ({ name = '' }) => {
            const made = await createOrganization(name);
            toast(`${made.name} is created`);
            close();
            onMade(made);
          }}
        >
          <p>You become its Owner. What is in one organization is not seen in another.</p>
          <wa-input name="name" label="Name" maxlength={maxNameLength} autocomplete="off" autofocus required />
        </Form>
      )}
    </Dialog>
  );
}
