import { useState } from 'preact/hooks';
import { maxNameLength } from '../../../../src/contract/limits.ts';
import type { Organization } from '../../../../src/contract/management/organizations.ts';
import { createSystem, useSystems } from '../../api/places.ts';
import { Form } from '../../components/form.tsx';
import { Dialog } from '../../components/modal.tsx';
import { toast } from '../../components/toasts.tsx';
import { addressOf, pagePaths } from '../../lib/addresses.ts';

/** The DMSs of an organization, and connecting another one. */
export function SystemsSection({ organization }: { organization: Organization }) {
  const systems = useSystems(organization.id);
  const [isConnecting, setConnecting] = useState(false);
  return (
    <section>
      <h2>DataMiner Systems</h2>
      <ul>
        {systems.data?.map(({ id, name }) => (
          <li key={id}>
            <a href={addressOf(pagePaths.systemOverview, { org: organization.id, dms: id })}>{name}</a>
          </li>
        ))}
      </ul>
      {organization.rights.includes('connect systems') && (
        <wa-button appearance="outlined" onClick={() => setConnecting(true)}>
          <wa-icon slot="start" name="plus" />
          Connect a DMS
        </wa-button>
      )}
      {isConnecting && <ConnectDialog organization={organization} onClose={() => setConnecting(false)} />}
    </section>
  );
}

function ConnectDialog({ organization, onClose }: { organization: Organization; onClose: () => void }) {
  return (
    <Dialog label="Connect a DMS" onClose={onClose}>
      {(close) => (
        <Form
          isDialog
          submit="Connect"
          action={async ({ name = '', folder = '' }) => {
            await createSystem(organization.id, { name, connector: { type: 'folder', folder } });
            toast(`${name} is connected`);
            close();
          }}
        >
          <wa-input name="name" label="Name" maxlength={maxNameLength} autofocus required />
          <wa-input
            name="folder"
            label="Folder"
            hint={'The "Skyline DataMiner" folder as the key service sees it, below a folder that its operator allows'}
            required
          />
        </Form>
      )}
    </Dialog>
  );
}
