import { useInfiniteQuery, useQuery } from '@tanstack/preact-query';
import type { Deployment, DeploymentDetail } from '../../../src/contract/management/deployments.ts';
import type { Page } from '../../../src/contract/management/list.ts';
import { managementPath, managementPaths } from '../../../src/contract/management/paths.ts';
import type { Place } from '../lib/addresses.ts';
import { call, withQuery } from './call.ts';
import { change } from './change.ts';
import { isFinal } from './problem.ts';
import { refreshing } from './refreshing.ts';

export interface DeploymentFilters {
  readonly state: readonly string[];
  readonly search?: string;
  readonly from?: string;
  readonly to?: string;
}

/** How often what is under way is looked at, in milliseconds. */
const liveMilliseconds = 3_000;

function cacheKey({ org, dms = '' }: Place): readonly string[] {
  return ['organization', org, 'deployments', dms];
}

function parts({ org, dms = '' }: Place, deployment = '') {
  return { org, dms, deployment };
}

/** The deployments of a DMS, newest first, kept fresh. @param filterKey stays the same while the same filters are chosen */
export function useDeployments(place: Place, filterKey: string, filters: () => DeploymentFilters) {
  return useInfiniteQuery({
    queryKey: [...cacheKey(place), 'list', filterKey],
    queryFn: ({ pageParam, signal }) =>
      call<Page<Deployment>>(
        'GET',
        withQuery(managementPath(managementPaths.deployments, parts(place)), { ...filters(), cursor: pageParam }),
        { signal },
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next ?? undefined,
    refetchInterval: liveMilliseconds,
  });
}

/** One deployment with its event chain, kept fresh until it has ended. */
export function useDeployment(place: Place, id: string) {
  return useQuery({
    queryKey: [...cacheKey(place), 'one', id],
    queryFn: ({ signal }) =>
      call<DeploymentDetail>('GET', managementPath(managementPaths.deployment, parts(place, id)), { signal }),
    refetchInterval: ({ state: { data, error } }) =>
      !isFinal(error) && (data === undefined || data.state === 'Pending') ? 1_000 : false,
  });
}

/** Asks for the end of a deployment. */
export async function cancelDeployment(place: Place, id: string): Promise<void> {
  const path = managementPath(managementPaths.cancelDeployment, parts(place, id));
  await refreshing(cacheKey(place), change<void>('POST', path));
}

/** Deploys the same package once more. @returns the new deployment */
export async function retryDeployment(place: Place, id: string): Promise<Deployment> {
  const path = managementPath(managementPaths.retryDeployment, parts(place, id));
  return await refreshing(cacheKey(place), change<Deployment>('POST', path));
}
