import { useState } from 'preact/hooks';
import { ErrorBoundary, Route, Router, useLocation } from 'preact-iso';
import type { Organization } from '../../../src/contract/management/organizations.ts';
import type { Session } from '../../../src/contract/management/session.ts';
import { useOrganizations, useSystems } from '../api/places.ts';
import { Empty, Failure, Loading } from '../components/notices.tsx';
import { Toasts, toastFailure } from '../components/toasts.tsx';
import { own } from '../lib/own-event.ts';
import { Header } from './header.tsx';
import { NotFoundPage } from './not-found.tsx';
import { pagesOf } from './pages.ts';
import { Reauthentication } from './reauthentication.tsx';
import { Sidebar } from './sidebar.tsx';

/** Header, sidebar and the page that the address names. */
export function Frame({ session }: { session: Session }) {
  const organizations = useOrganizations();
  if (organizations.isPending) return <Loading what="your organizations" />;
  if (organizations.isError) return <Failure error={organizations.error} retry={organizations.refetch} />;
  return <Rooms session={session} organizations={organizations.data} />;
}

function Rooms({ session, organizations }: { session: Session; organizations: readonly Organization[] }) {
  const { path, route } = useLocation();
  const [isNavigating, setNavigating] = useState(false);
  const id = path.split('/')[1] ?? '';
  const organization = organizations.find((candidate) => candidate.id === id) ?? undefined;
  const [first] = organizations;
  if (id === '' && first !== undefined) {
    route(`/${remembered(organizations) ?? first.id}/organization`, true);
    return null;
  }
  const sidebar = organization && <Sidebar organization={organization} onNavigate={() => setNavigating(false)} />;
  return (
    <div class="frame">
      <a class="skip" href="#content">
        Skip to content
      </a>
      <Header
        session={session}
        organizations={organizations}
        organization={organization}
        onMenu={() => setNavigating(true)}
      />
      {sidebar && <div class="sidebar">{sidebar}</div>}
      <wa-drawer label="Pages" placement="start" open={isNavigating} onwa-after-hide={own(() => setNavigating(false))}>
        {isNavigating && sidebar}
      </wa-drawer>
      <main id="content" tabIndex={-1}>
        {organization ? (
          <Pages key={organization.id} organization={organization} />
        ) : first === undefined ? (
          <Empty title="You are not a member of an organization">
            <p>Ask an Owner or Admin to add {session.principal.name}.</p>
          </Empty>
        ) : (
          <NotFoundPage />
        )}
      </main>
      <Reauthentication session={session} />
      <Toasts />
    </div>
  );
}

/** The pages of an organization that the user may use; any other address is not found, as it is for an outsider. */
function Pages({ organization }: { organization: Organization }) {
  const systems = useSystems(organization.id);
  if (systems.isPending) return <Loading what="the DataMiner Systems" />;
  if (systems.isError) return <Failure error={systems.error} retry={systems.refetch} />;
  remember(organization.id);
  const pages = pagesOf(organization, systems.data);
  return (
    <ErrorBoundary onError={toastFailure}>
      <Router>
        {pages.map(({ address, page, place }) => (
          <Route key={address} path={address} component={page} {...place} />
        ))}
        <Route default component={NotFoundPage} />
      </Router>
    </ErrorBoundary>
  );
}

const storageName = 'organization';

function remember(id: string): void {
  localStorage.setItem(storageName, id);
}

/** The organization that was looked at last, when it is still there. */
function remembered(organizations: readonly Organization[]): string | undefined {
  const id = localStorage.getItem(storageName);
  return organizations.find((candidate) => candidate.id === id)?.id;
}
