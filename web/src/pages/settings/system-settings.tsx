import { useState } from 'preact/hooks';
import { maxNameLength } from '../../../../src/contract/limits.ts';
import type { Organization, System } from '../../../../src/contract/management/organizations.ts';
import { changeSystem } from '../../api/places.ts';
import { Form } from '../../components/form.tsx';
import { Heading } from '../../components/heading.tsx';
import { toast } from '../../components/toasts.tsx';
import type { PageProps } from '../page-props.ts';
import './settings.css';

/** What a DMS is called, and how the service reaches it. */
export default function SystemSettingsPage({ organization, system }: PageProps) {
  if (system === undefined) throw new Error('the settings are those of a DMS');
  return (
    <>
      <Heading title={`Settings of ${system.name}`} />
      <div class="sections">
        <SystemSection key={system.id} organization={organization} system={system} />
      </div>
    </>
  );
}

function SystemSection({ organization, system }: { organization: Organization; system: System }) {
  // As it was when the fields were filled in: what somebody else changes meanwhile must not be overwritten unseen.
  const [seen, setSeen] = useState(system);
  const { connector, version } = seen;
  return (
    <section>
      <h2>DataMiner System</h2>
      <Form
        submit="Save"
        action={async ({ name = '', folder = '' }) => {
          const moved = connector && folder !== connector.folder && { connector: { type: 'folder' as const, folder } };
          setSeen(await changeSystem(organization.id, system.id, { name, version, ...moved }));
          toast(`${name} is saved`);
        }}
      >
        <wa-input name="name" label="Name" defaultValue={seen.name} maxlength={maxNameLength} required />
        {connector && (
          <wa-input
            name="folder"
            label="Folder"
            hint='The "Skyline DataMiner" folder that packages are installed in'
            defaultValue={connector.folder}
            required
          />
        )}
      </Form>
      <p class="quiet">
        DMS ID (coordination ID) <code>{system.id}</code>
      </p>
    </section>
  );
}
