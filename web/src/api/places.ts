import { queryOptions, useQuery } from '@tanstack/preact-query';
import type {
  NewSystem,
  Organization,
  OrganizationChange,
  System,
  SystemChange,
} from '../../../src/contract/management/organizations.ts';
import { managementPath, managementPaths } from '../../../src/contract/management/paths.ts';
import { all } from './all.ts';
import { change } from './change.ts';
import { queryClient } from './query-client.ts';
import { refreshing } from './refreshing.ts';

export const organizationsQuery = queryOptions({
  queryKey: ['organizations'],
  queryFn: ({ signal }) => all<Organization>(managementPaths.organizations, signal),
});

/** The organizations that the user may see. */
export function useOrganizations() {
  return useQuery(organizationsQuery);
}

/** Everything of an organization is kept under its ID. */
export function systemsQuery(org: string) {
  return queryOptions({
    queryKey: ['organization', org, 'systems'],
    queryFn: ({ signal }) => all<System>(managementPath(managementPaths.systems, { org }), signal),
  });
}

/** The DMSs of an organization that the user may see. */
export function useSystems(org: string) {
  return useQuery(systemsQuery(org));
}

/** The same, kept fresh: whether each can be reached changes by itself. */
export function useLiveSystems(org: string) {
  return useQuery({ ...systemsQuery(org), refetchInterval: 15_000 });
}

/**
 * Asks again what the user may see and do, after their role has changed.
 * @returns whether the organization is still one of theirs
 */
export async function refreshRights(org: string): Promise<boolean> {
  await queryClient.invalidateQueries(organizationsQuery);
  const isTheirs = queryClient.getQueryData(organizationsQuery.queryKey)?.some(({ id }) => id === org) ?? false;
  if (isTheirs) await queryClient.invalidateQueries(systemsQuery(org));
  return isTheirs;
}

/** Makes an organization, of which the user becomes the Owner. */
export async function createOrganization(name: string): Promise<Organization> {
  const made = await refreshing(
    organizationsQuery.queryKey,
    change<Organization>('POST', managementPaths.organizations, { name }),
  );
  // The user goes there before the list is read anew.
  queryClient.setQueryData(organizationsQuery.queryKey, (known) => known && [...known, made]);
  return made;
}

export async function changeOrganization(org: string, given: OrganizationChange): Promise<Organization> {
  const path = managementPath(managementPaths.organization, { org });
  return await refreshing(organizationsQuery.queryKey, change<Organization>('PATCH', path, given));
}

export async function createSystem(org: string, given: NewSystem): Promise<System> {
  const path = managementPath(managementPaths.systems, { org });
  return await refreshing(systemsQuery(org).queryKey, change<System>('POST', path, given));
}

export async function changeSystem(org: string, dms: string, given: SystemChange): Promise<System> {
  const path = managementPath(managementPaths.system, { org, dms });
  return await refreshing(systemsQuery(org).queryKey, change<System>('PATCH', path, given));
}
