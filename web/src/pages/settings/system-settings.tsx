import { maxNameLength } from '../../../../src/contract/limits.ts';
import { changeSystem } from '../../api/places.ts';
import { Form } from '../../components/form.tsx';
import { Heading } from '../../components/heading.tsx';
import { toast } from '../../components/toasts.tsx';
import type { PageProps } from '../page-props.ts';
import './settings.css';

/** What a DMS is called, and how the service reaches it. */
export default function SystemSettingsPage({ organization, system }: PageProps) {
  if (system === undefined) throw new Error('the settings are those of a DMS');
  const { connector } = system;
  return (
    <>
      <Heading title={`Settings of ${system.name}`} />
      <div class="sections">
        <section>
          <h2>DataMiner System</h2>
          <Form
            submit="Save"
            action={async ({ name = '', folder = '' }) => {
              await changeSystem(organization.id, system.id, {
                name,
                version: system.version,
                ...(connector && folder !== connector.folder && { connector: { type: 'folder', folder } }),
              });
              toast(`${name} is saved`);
            }}
          >
            <wa-input name="name" label="Name" value={system.name} maxlength={maxNameLength} required />
            {connector && (
              <wa-input
                name="folder"
                label="Folder"
                hint='The "Skyline DataMiner" folder that packages are installed in'
                value={connector.folder}
                required
              />
            )}
          </Form>
          <p class="quiet">
            DMS ID (coordination ID) <code>{system.id}</code>
          </p>
        </section>
      </div>
    </>
  );
}
