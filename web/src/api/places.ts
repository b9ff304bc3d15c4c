import { useQuery } from '@tanstack/preact-query';
import type { Page } from '../../../src/contract/management/list.ts';
import type { Organization, System } from '../../../src/contract/management/organizations.ts';
import { managementPath, managementPaths } from '../../../src/contract/management/paths.ts';
import { call, withQuery } from './call.ts';

/** Reads a list to its end; for lists that are short by nature. */
async function all<Item>(path: string, signal: AbortSignal): Promise<readonly Item[]> {
  const items: Item[] = [];
  let cursor: string | undefined;
  do {
    const page: Page<Item> = await call('GET', withQuery(path, { limit: 200, cursor }), { signal });
    items.push(...page.items);
    cursor = page.next ?? undefined;
  } while (cursor !== undefined);
  return items;
}

/** The organizations that the user may see. */
export function useOrganizations() {
  return useQuery({
    queryKey: ['organizations'],
    queryFn: ({ signal }) => all<Organization>(managementPaths.organizations, signal),
  });
}

/** The DMSs of an organization that the user may see. Everything of an organization is kept under its ID. */
export function useSystems(org: string) {
  return useQuery({
    queryKey: ['organization', org, 'systems'],
    queryFn: ({ signal }) => all<System>(managementPath(managementPaths.systems, { org }), signal),
    enabled: org !== '',
  });
}
