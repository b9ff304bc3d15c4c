import { useLocation } from 'preact-iso';
import type { Organization, System } from '../../../src/contract/management/organizations.ts';
import { useSystems } from '../api/places.ts';
import { Icon } from '../components/icon.tsx';
import { type AllowedPage, organizationPagesOf, systemPagesOf } from './pages.ts';

/** The two groups of pages (dataminer-services spec 1.1); a page that the user may not use is not there. */
export function Sidebar({
  organization,
  onNavigate = () => undefined,
}: {
  organization: Organization;
  onNavigate?: () => void;
}) {
  const systems = useSystems(organization.id);
  return (
    <nav aria-label="Pages">
      <h2>Organization</h2>
      <Links pages={organizationPagesOf(organization)} onNavigate={onNavigate} />
      <h2>DataMiner Systems</h2>
      {systems.data?.length === 0 && <p class="quiet">None yet</p>}
      {systems.data?.map((system) => (
        <SystemGroup key={system.id} organization={organization} system={system} onNavigate={onNavigate} />
      ))}
    </nav>
  );
}

/** Open while one of its pages is shown (spec 1.1). */
function SystemGroup({
  organization,
  system,
  onNavigate,
}: {
  organization: Organization;
  system: System;
  onNavigate: () => void;
}) {
  const { path } = useLocation();
  const pages = systemPagesOf(organization, system);
  const isHere = pages.some((page) => page.address === path);
  return (
    <details key={String(isHere)} open={isHere}>
      <summary>
        <Icon name="chevron-right" class="marker" />
        <Icon name="server" />
        <span>{system.name}</span>
      </summary>
      <Links pages={pages} onNavigate={onNavigate} />
    </details>
  );
}

function Links({ pages, onNavigate }: { pages: readonly AllowedPage[]; onNavigate: () => void }) {
  const { path } = useLocation();
  return (
    <ul>
      {pages.map(({ name, icon, address }) => (
        <li key={address}>
          <a href={address} aria-current={address === path ? 'page' : undefined} onClick={onNavigate}>
            <Icon name={icon} />
            {name}
          </a>
        </li>
      ))}
    </ul>
  );
}
