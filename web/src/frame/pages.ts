import { lazy } from 'preact-iso';
import type { Organization, System } from '../../../src/contract/management/organizations.ts';
import { addressOf, type Place, pagePaths } from '../lib/addresses.ts';

/** What every page is given: where it is. */
export interface PageProps {
  readonly organization: Organization;
  /** The DMS that the page is about. */
  readonly system?: System;
}

/** A page that the user may open. */
export interface AllowedPage {
  readonly name: string;
  readonly icon: string;
  readonly address: string;
  readonly page: (props: PageProps) => preact.VNode | null;
  readonly place: PageProps;
}

type PageModule = Promise<{ default: (props: PageProps) => preact.VNode | null }>;

interface PageKind {
  readonly name: string;
  readonly icon: string;
  readonly path: (typeof pagePaths)[keyof typeof pagePaths];
  /** The right without which the page is absent (dataminer-services spec 1.1); for a page of an organization, on it. */
  readonly right: string;
  readonly load: () => PageModule;
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
  },
  {
    name: 'Keys',
    icon: 'key',
    path: pagePaths.organizationKeys,
    right: 'manage keys',
    load: () => import('../pages/keys/keys.tsx'),
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
  },
  {
    name: 'Keys',
    icon: 'key',
    path: pagePaths.systemKeys,
    right: 'manage keys',
    load: () => import('../pages/keys/keys.tsx'),
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

/** Each kind of page is fetched when it is first opened. */
const loaded = new Map<PageKind, AllowedPage['page']>();

function componentOf(kind: PageKind): AllowedPage['page'] {
  const known = loaded.get(kind);
  if (known) return known;
  const component = lazy(kind.load) as unknown as AllowedPage['page'];
  loaded.set(kind, component);
  return component;
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
