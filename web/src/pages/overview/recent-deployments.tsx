import { useDeployments } from '../../api/deployments.ts';
import { Time } from '../../components/time.tsx';
import { addressOf, type Place, pagePaths } from '../../lib/addresses.ts';
import { DeploymentState } from '../deployments/deployment-state.tsx';
import { NotRead } from './not-read.tsx';

/** What was deployed to a DMS last. */
export function RecentDeployments({ place, count, title }: { place: Place; count: number; title?: string }) {
  const deployments = useDeployments(place, '[]', () => ({ state: [] }));
  if (deployments.isError) return <NotRead what="deployments" />;
  const rows = deployments.data?.pages[0]?.items.slice(0, count);
  if (rows === undefined) return null;
  const page = addressOf(pagePaths.deployments, place);
  return (
    <section>
      {title && <h2>{title}</h2>}
      {rows.length === 0 && <p class="quiet">Nothing was deployed yet.</p>}
      <ul class="findings">
        {rows.map((deployment) => (
          <li key={deployment.id}>
            <DeploymentState deployment={deployment} />{' '}
            <a href={`${page}?deployment=${deployment.id}`}>
              {deployment.package.name} {deployment.package.version}
            </a>{' '}
            <span class="quiet">
              <Time at={deployment.requestedAt} />
            </span>
          </li>
        ))}
      </ul>
      {rows.length > 0 && <a href={page}>All deployments</a>}
    </section>
  );
}
