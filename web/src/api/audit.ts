import { useInfiniteQuery, useQuery } from '@tanstack/preact-query';
import type {
  AuditExport,
  AuditFilters,
  AuditRecord,
  AuditVerification,
} from '../../../src/contract/management/audit.ts';
import type { Page } from '../../../src/contract/management/list.ts';
import { managementPath, managementPaths } from '../../../src/contract/management/paths.ts';
import { call, download, withQuery } from './call.ts';

function cacheKey(org: string): readonly string[] {
  return ['organization', org, 'audit'];
}

/** The audit records of an organization, newest first. @param filterKey stays the same while the same filters are chosen */
export function useAuditRecords(org: string, filterKey: string, filters: () => AuditFilters) {
  return useInfiniteQuery({
    queryKey: [...cacheKey(org), 'list', filterKey],
    queryFn: ({ pageParam, signal }) =>
      call<Page<AuditRecord>>(
        'GET',
        withQuery(managementPath(managementPaths.audit, { org }), { ...filters(), cursor: pageParam }),
        { signal },
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next ?? undefined,
  });
}

/** Whether the hash chain of an organization is whole. Each question has some more of a long one verified. */
export function useAuditVerification(org: string) {
  return useQuery({
    queryKey: [...cacheKey(org), 'verification'],
    queryFn: ({ signal }) =>
      call<AuditVerification>('GET', managementPath(managementPaths.auditVerification, { org }), { signal }),
    refetchInterval: ({ state }) => ((state.data?.outstanding ?? 0) > 0 ? 1_000 : 60_000),
  });
}

/** Fetches the records as a file, and hands it to the browser to be saved. */
export async function exportAudit(org: string, given: AuditExport): Promise<void> {
  const { name, content } = await download(managementPath(managementPaths.auditExport, { org }), given);
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}
