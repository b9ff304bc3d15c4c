import { useState } from 'preact/hooks';
import { maxNameLength } from '../../../../src/contract/limits.ts';
import type { Organization } from '../../../../src/contract/management/organizations.ts';
import { changeOrganization } from '../../api/places.ts';
import { Form } from '../../components/form.tsx';
import { Heading } from '../../components/heading.tsx';
import { toast } from '../../components/toasts.tsx';
import type { PageProps } from '../page-props.ts';
import { RetentionSection } from './retention-section.tsx';
import { SystemsSection } from './systems-section.tsx';
import { TokensSection } from './tokens-section.tsx';
import './settings.css';

/** What an organization is called, which DMSs it connects, its tokens for automation, and what is kept how long. */
export default function OrganizationSettingsPage({ organization }: PageProps) {
  return (
    <>
      <Heading title="Settings" />
      <div class="sections">
        <NameSection key={organization.id} organization={organization} />
        <SystemsSection organization={organization} />
        {organization.rights.includes('manage tokens') && <TokensSection organization={organization} />}
        <RetentionSection retention={organization.retention} />
      </div>
    </>
  );
}

function NameSection({ organization }: { organization: Organization }) {
  // As it was when the fields were filled in: what somebody else changes meanwhile must not be overwritten unseen.
  const [seen, setSeen] = useState(organization);
  return (
    <section>
      <h2>Organization</h2>
      <Form
        submit="Save"
        action={async ({ name = '' }) => {
          setSeen(await changeOrganization(organization.id, { name, version: seen.version }));
          toast('The name is saved');
        }}
      >
        <wa-input name="name" label="Name" defaultValue={seen.name} maxlength={maxNameLength} required />
      </Form>
      <p class="quiet">
        ID <code>{organization.id}</code>
      </p>
    </section>
  );
}
