import { maxNameLength } from '../../../../src/contract/limits.ts';
import type { Organization, System } from '../../../../src/contract/management/organizations.ts';
import { changeSystem } from '../../api/places.ts';
import { Heading } from '../../components/heading.tsx';
import { toast } from '../../components/toasts.tsx';
import type { PageProps } from '../page-props.ts';
import { SettingsForm } from './settings-form.tsx';
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
  return (
    <section>
      <h2>DataMiner System</h2>
      <SettingsForm
        current={system}
        save={async ({ name = '', folder = '' }, { id, version, connector }) => {
          const moved = connector && folder !== connector.folder && { connector: { type: 'folder' as const, folder } };
          const saved = await changeSystem(organization.id, id, { name, version, ...moved });
          toast(`${name} is saved`);
          return saved;
        }}
      >
        {({ name, connector }) => (
          <>
            <wa-input name="name" label="Name" defaultValue={name} maxlength={maxNameLength} required />
            {connector && (
              <wa-input
                name="folder"
                label="Folder"
                hint='The "Skyline DataMiner" folder that packages are installed in'
                defaultValue={connector.folder}
                required
              />
            )}
          </>
        )}
      </SettingsForm>
      <p class="quiet">
        DMS ID (coordination ID) <code>{system.id}</code>
      </p>
    </section>
  );
}
