import { useState } from 'preact/hooks';
import { maxNameLength } from '../../../../src/contract/limits.ts';
import type { Organization, System } from '../../../../src/contract/management/organizations.ts';
import { createSystem, useSystems } from '../../api/places.ts';
import { Form } from '../../components/form.tsx';
import { Dialog } from '../../components/modal.tsx';
import { Table } from '../../components/table.tsx';
import { Time } from '../../components/time.tsx';
import { toast } from '../../components/toasts.tsx';
import { addressOf, pagePaths } from '../../lib/addresses.ts';
import { SystemStatus } from '../overview/system-status.tsx';

/** The DMSs of an organization, and connecting another one. */
export function SystemsSection({ organization }: { organization: Organization }) {
  const systems = useSystems(organization.id);
  const [isConnecting, setConnecting] = useState(false);
  return (
    <section>
      <h2>DataMiner Systems</h2>
      {systems.data?.length === 0 && <p class="quiet">None is connected yet.</p>}
      {systems.data !== undefined && systems.data.length > 0 && (
        <Table
          caption="DataMiner Systems"
          rows={systems.data}
          keyOf={({ id }) => id}
          columns={[
            {
              title: 'Name',
              sortBy: ({ name }) => name,
              cell: ({ id, name, rights }) => (
                <a
                  href={addressOf(
                    rights.includes('change system') ? pagePaths.systemSettings : pagePaths.systemOverview,
                    {
                      org: organization.id,
                      dms: id,
                    },
                  )}
                >
                  {name}
                </a>
              ),
            },
            { title: 'Status', cell: (system) => <SystemStatus system={system} /> },
            { title: 'Connector', cell: ({ connector }) => <ConnectorText connector={connector} /> },
            {
              title: 'Connected',
              sortBy: ({ createdAt }) => createdAt,
              cell: ({ createdAt }) => <Time at={createdAt} />,
            },
          ]}
        />
      )}
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

/** How packages get there. */
function ConnectorText({ connector }: { connector: System['connector'] }) {
  if (connector === null) return <span class="quiet">shown to those who may change it</span>;
  return (
    <>
      Folder <code>{connector.folder}</code>
    </>
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
