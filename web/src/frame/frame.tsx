import { useState } from 'preact/hooks';
import { ErrorBoundary, Route, Router, useLocation } from 'preact-iso';
import type { Organization } from '../../../src/contract/management/organizations.ts';
import type { Session } from '../../../src/contract/management/session.ts';
import { useOrganizations, useSystems } from '../api/places.ts';
import { NavigationPanel } from '../components/modal.tsx';
import { Empty, Failure, Loading } from '../components/notices.tsx';
import { toastFailure } from '../components/toasts.tsx';
import { addressOf, pagePaths } from '../lib/addresses.ts';
import { rememberedOrganization, rememberOrganization } from '../lib/remembered-organization.ts';
import { Header } from './header.tsx';
import { NotFoundPage } from './not-found.tsx';
import { pagesOf } from './pages.ts';
import { Reauthentication } from './reauthentication.tsx';
import { Sidebar } from './sidebar.tsx';

/**
 * Header, sidebar and the page that the address names. They stay when asking again fails: what is open on the page must not be lost,
 * such as a value that is shown only once.
 */
export function Frame({ session }: { session: Session }) {
  const organizations = useOrganizations();
  if (organizations.isPending) return <Loading what="your organizations" />;
  if (organizations.isLoadingError) return <Failure error={organizations.error} retry={organizations.refetch} />;
  return <Rooms session={session} organizations={organizations.data} />;
}

function Rooms({ session, organizations }: { session: Session; organizations: readonly Organization[] }) {
  const { path, route } = useLocation();
  const [isNavigating, setNavigating] = useState(false);
  const id = path.split('/')[1] ?? '';
  const organization = organizations.find((candidate) => candidate.id === id) ?? undefined;
  const [first] = organizations;
  if (id === '' && first !== undefined) {
    const last = organizations.find((candidate) => candidate.id === rememberedOrganization());
    route(addressOf(pagePaths.organizationOverview, { org: (last ?? first).id }), true);
    return null;
  }
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
      {organization && (
        <div class="sidebar">
          <Sidebar organization={organization} />
        </div>
      )}
      {organization && isNavigating && (
        <NavigationPanel label="Pages" onClose={() => setNavigating(false)}>
          {(close) => <Sidebar organization={organization} onNavigate={close} />}
        </NavigationPanel>
      )}
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
    </div>
  );
}

/** The pages of an organization that the user may use; any other address is not found, as it is for an outsider. */
function Pages({ organization }: { organization: Organization }) {
  const systems = useSystems(organization.id);
  if (systems.isPending) return <Loading what="the DataMiner Systems" />;
  if (systems.isLoadingError) return <Failure error={systems.error} retry={systems.refetch} />;
  rememberOrganization(organization.id);
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
