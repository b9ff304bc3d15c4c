import { maxNameLength } from '../../../../src/contract/limits.ts';
import type { Organization } from '../../../../src/contract/management/organizations.ts';
import { changeOrganization } from '../../api/places.ts';
import { Heading } from '../../components/heading.tsx';
import { toast } from '../../components/toasts.tsx';
import type { PageProps } from '../page-props.ts';
import { RetentionSection } from './retention-section.tsx';
import { SettingsForm } from './settings-form.tsx';
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
  return (
    <section>
      <h2>Organization</h2>
      <SettingsForm
        current={organization}
        save={async ({ name = '' }, { id, version }) => {
          const saved = await changeOrganization(id, { name, version });
          toast('The name is saved');
          return saved;
        }}
      >
        {(seen) => <wa-input name="name" label="Name" defaultValue={seen.name} maxlength={maxNameLength} required />}
      </SettingsForm>
      <p class="quiet">
        ID <code>{organization.id}</code>
      </p>
    </section>
  );
}
