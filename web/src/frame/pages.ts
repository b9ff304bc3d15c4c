import { lazy } from 'preact-iso';
import type { Organization, System } from '../../../src/contract/management/organizations.ts';
import { keySetsQuery } from '../api/keys.ts';
import { queryClient } from '../api/query-client.ts';
import { usersQuery } from '../api/users.ts';
import { addressOf, type Place, pagePaths } from '../lib/addresses.ts';
import type { Page, PageModule, PageProps } from '../pages/page-props.ts';
import { lostPage } from './lost-page.tsx';

/** A page that the user may open. */
export interface AllowedPage {
  readonly name: string;
  readonly icon: string;
  readonly address: string;
  readonly page: Page;
  readonly place: PageProps;
  /** Asks the service what the page asks it first. */
  readonly ask: () => Promise<unknown>;
}

interface PageKind {
  readonly name: string;
  readonly icon: string;
  readonly path: (typeof pagePaths)[keyof typeof pagePaths];
  /** The right without which the page is absent (dataminer-services spec 1.1); for a page of an organization, on it. */
  readonly right: string;
  readonly load: () => PageModule;
  /** Asks the service what the page asks it first; the right to open the page is all that this takes. */
  readonly ask?: (place: Place) => Promise<unknown>;
}

const organizationPages: readonly PageKind[] = [
  {
    name: 'Overview',
    icon: 'house',
    path: pagePaths.organizationOverview,
    right: '',
    load: () => import('../pages/overview/organization-overview.tsx'),
  },
  {
    name: 'Users',
    icon: 'users',
    path: pagePaths.organizationUsers,
    right: 'view users',
    load: () => import('../pages/users/users.tsx'),
    ask: (place) => queryClient.query(usersQuery(place)),
  },
  {
    name: 'Keys',
    icon: 'key',
    path: pagePaths.organizationKeys,
    right: 'manage keys',
    load: () => import('../pages/keys/keys.tsx'),
    ask: (place) => queryClient.query(keySetsQuery(place)),
  },
  {
    name: 'Audit',
    icon: 'audit',
    path: pagePaths.audit,
    right: 'read audit',
    load: () => import('../pages/audit/audit.tsx'),
  },
  {
    name: 'Settings',
    icon: 'gear',
    path: pagePaths.organizationSettings,
    right: 'change organization',
    load: () => import('../pages/settings/organization-settings.tsx'),
  },
];

const systemPages: readonly PageKind[] = [
  {
    name: 'Overview',
    icon: 'house',
    path: pagePaths.systemOverview,
    right: '',
    load: () => import('../pages/overview/system-overview.tsx'),
  },
  {
    name: 'Users',
    icon: 'users',
    path: pagePaths.systemUsers,
    right: 'view users',
    load: () => import('../pages/users/users.tsx'),
    ask: (place) => queryClient.query(usersQuery(place)),
  },
  {
    name: 'Keys',
    icon: 'key',
    path: pagePaths.systemKeys,
    right: 'manage keys',
    load: () => import('../pages/keys/keys.tsx'),
    ask: (place) => queryClient.query(keySetsQuery(place)),
  },
  {
    name: 'Deployments',
    icon: 'rocket',
    path: pagePaths.deployments,
    right: 'view deployments',
    load: () => import('../pages/deployments/deployments.tsx'),
  },
  {
    name: 'Settings',
    icon: 'gear',
    path: pagePaths.systemSettings,
    right: 'change system',
    load: () => import('../pages/settings/system-settings.tsx'),
  },
];

type PageComponent = Page & { readonly preload: () => Promise<unknown> };

/** Each kind of page is fetched when it is first opened; what could not be fetched, once more when it is opened again. */
const loaded = new Map<PageKind, PageComponent>();

function componentOf(kind: PageKind): PageComponent {
  const known = loaded.get(kind);
  if (known) return known;
  const load = () =>
    kind.load().catch((error: unknown) => {
      loaded.delete(kind);
      return { default: lostPage(kind.load, error) };
    });
  const component = lazy(load) as unknown as PageComponent;
  loaded.set(kind, component);
  return component;
}

/** Fetches the code of the page at an address, whether the user may open it or not. */
export async function fetchCodeOf(address: string): Promise<void> {
  const [, org = '', , dms = ''] = address.split('/');
  const kind = [...organizationPages, ...systemPages].find(({ path }) => addressOf(path, { org, dms }) === address);
  if (kind !== undefined) await componentOf(kind).preload();
}

function allowed(kinds: readonly PageKind[], rights: readonly string[], place: PageProps, at: Place): AllowedPage[] {
  return kinds
    .filter(({ right }) => right === '' || rights.includes(right))
    .map((kind) => ({
      name: kind.name,
      icon: kind.icon,
      address: addressOf(kind.path, at),
      page: componentOf(kind),
      place,
      ask: async () => kind.ask?.(at),
    }));
}

/** The pages of an organization itself. */
export function organizationPagesOf(organization: Organization): readonly AllowedPage[] {
  return allowed(organizationPages, organization.rights, { organization }, { org: organization.id });
}

/** The pages of one DMS. */
export function systemPagesOf(organization: Organization, system: System): readonly AllowedPage[] {
  return allowed(systemPages, system.rights, { organization, system }, { org: organization.id, dms: system.id });
}

/** Everything in an organization that the user may open. */
export function pagesOf(organization: Organization, systems: readonly System[]): readonly AllowedPage[] {
  return [...organizationPagesOf(organization), ...systems.flatMap((system) => systemPagesOf(organization, system))];
}
