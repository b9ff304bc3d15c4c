import { useLiveSystems } from '../../api/places.ts';
import { CopyButton } from '../../components/copy.tsx';
import { Heading } from '../../components/heading.tsx';
import { Failure } from '../../components/notices.tsx';
import { Time } from '../../components/time.tsx';
import type { PageProps } from '../page-props.ts';
import { KeyHealth } from './key-health.tsx';
import { RecentDeployments } from './recent-deployments.tsx';
import { SystemStatus } from './system-status.tsx';
import './overview.css';

/** One DMS: whether it can be reached, the health of its keys, what was deployed last. */
export default function SystemOverviewPage({ organization, system }: PageProps) {
  if (system === undefined) throw new Error('the overview is that of a DMS');
  const place = { org: organization.id, dms: system.id };
  const systems = useLiveSystems(organization.id);
  return (
    <>
      <Heading title={system.name} />
      {systems.isError && <Failure error={systems.error} retry={systems.refetch} />}
      <dl class="facts">
        <dt>Status</dt>
        <dd>
          <SystemStatus system={system} />
        </dd>
        <dt>Connected</dt>
        <dd>
          <Time at={system.createdAt} />
        </dd>
        <dt>DMS ID</dt>
        <dd class="secret">
          <code>{system.id}</code>
          <CopyButton what="DMS ID" text={system.id} />
        </dd>
      </dl>
      {system.rights.includes('manage keys') && <KeyHealth place={place} title="Keys" />}
      {system.rights.includes('view deployments') && <RecentDeployments place={place} count={10} title="Deployments" />}
    </>
  );
}
