import type { System } from '../../../../src/contract/management/organizations.ts';
import { useLiveSystems } from '../../api/places.ts';
import { Heading } from '../../components/heading.tsx';
import { Empty, Failure, Loading } from '../../components/notices.tsx';
import { addressOf, pagePaths } from '../../lib/addresses.ts';
import type { PageProps } from '../page-props.ts';
import { KeyHealth } from './key-health.tsx';
import { RecentDeployments } from './recent-deployments.tsx';
import { SystemStatus } from './system-status.tsx';
import './overview.css';

/** The first page: the DMSs of an organization, and what about their keys wants attention. */
export default function OrganizationOverviewPage({ organization }: PageProps) {
  const systems = useLiveSystems(organization.id);
  return (
    <>
      <Heading title={organization.name} />
      {systems.isPending && <Loading what="the DataMiner Systems" />}
      {systems.isError && <Failure error={systems.error} retry={systems.refetch} />}
      {systems.data?.length === 0 && (
        <Empty title="No DataMiner System is connected yet">
          {organization.rights.includes('connect systems') && (
            <p>
              Connect one in the{' '}
              <a href={addressOf(pagePaths.organizationSettings, { org: organization.id })}>settings</a>.
            </p>
          )}
        </Empty>
      )}
      <div class="cards">
        {systems.data?.map((system) => (
          <SystemCard key={system.id} org={organization.id} system={system} />
        ))}
        {organization.rights.includes('manage keys') && (
          <div class="card">
            <KeyHealth place={{ org: organization.id }} title="Organization keys" />
          </div>
        )}
      </div>
    </>
  );
}

function SystemCard({ org, system }: { org: string; system: System }) {
  const place = { org, dms: system.id };
  return (
    <article class="card">
      <header>
        <h2>
          <a href={addressOf(pagePaths.systemOverview, place)}>{system.name}</a>
        </h2>
        <SystemStatus system={system} />
      </header>
      {system.rights.includes('manage keys') && <KeyHealth place={place} />}
      {system.rights.includes('view deployments') && <RecentDeployments place={place} count={3} />}
    </article>
  );
}
