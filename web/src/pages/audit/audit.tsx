import { useState } from 'preact/hooks';
import { maxFilterTexts } from '../../../../src/contract/limits.ts';
import type { AuditRecord } from '../../../../src/contract/management/audit.ts';
import { auditOperations, auditSubjectTypes } from '../../../../src/contract/management/audit-operations.ts';
import { useAuditRecords } from '../../api/audit.ts';
import { useSystems } from '../../api/places.ts';
import { useUsers } from '../../api/users.ts';
import { FilterMenu } from '../../components/filter-menu.tsx';
import { Heading } from '../../components/heading.tsx';
import { Link } from '../../components/link.tsx';
import { Empty, Failure, Loading } from '../../components/notices.tsx';
import { Table } from '../../components/table.tsx';
import { exactTime } from '../../components/time.tsx';
import { TimeRangeMenu, timesOf } from '../../components/time-range.tsx';
import { useQueryState } from '../../lib/query-state.ts';
import type { PageProps } from '../page-props.ts';
import { AuditPanel } from './audit-panel.tsx';
import { ChainBadge } from './chain-badge.tsx';
import { ExportDialog } from './export-dialog.tsx';

/** The filters of several values, by their names in the address and in the API (dataminer-services spec 1.4). */
const filterNames = ['operation', 'subjectType', 'system', 'subject', 'initiator'] as const;

const named = (value: string) => ({ value, name: value });

/** Everything that was done in an organization. */
export default function AuditPage({ organization }: PageProps) {
  const address = useQueryState();
  const systems = useSystems(organization.id);
  const users = useUsers({ org: organization.id });
  const [isExporting, setExporting] = useState(false);
  const range = address.value('time');
  const chosen = Object.fromEntries(filterNames.map((name) => [name, [...address.values(name)]]));
  const filters = () => ({ ...chosen, ...timesOf(range, Date.now()) });
  const records = useAuditRecords(organization.id, JSON.stringify([chosen, range]), filters);
  const rows = records.data?.pages.flatMap((page) => page.items);
  const openedId = address.value('record');
  const opened = rows?.find(({ id }) => id === openedId);
  const menu = (
    name: (typeof filterNames)[number],
    title: string,
    choices: readonly { value: string; name: string }[],
    asText = false,
  ) => (
    <FilterMenu
      title={title}
      choices={choices}
      chosen={address.values(name)}
      onChange={(values) => address.set({ [name]: values }, { replace: true })}
      {...(asText && { allowsOther: true, atMost: maxFilterTexts })}
    />
  );
  return (
    <>
      <Heading title="Audit">
        <ChainBadge org={organization.id} />
        <wa-button appearance="outlined" onClick={() => setExporting(true)}>
          <wa-icon slot="start" name="download" />
          Export
        </wa-button>
      </Heading>
      <div class="toolbar">
        {menu('operation', 'Operation', auditOperations.map(named))}
        {menu('subjectType', 'Subject type', auditSubjectTypes.map(named))}
        {menu('system', 'DMS', systems.data?.map(({ id, name }) => ({ value: id, name })) ?? [])}
        {menu('subject', 'Subject', subjectsOf(rows), true)}
        {menu('initiator', 'Initiator', users.data?.map(({ id, email }) => ({ value: id, name: email })) ?? [], true)}
        <TimeRangeMenu
          range={range}
          onChange={(value) => address.set({ time: value === undefined ? [] : [value] }, { replace: true })}
        />
      </div>
      {records.isPending && <Loading what="the audit records" />}
      {records.isError && <Failure error={records.error} retry={records.refetch} />}
      {rows?.length === 0 && (
        <Empty title="No record matches">
          <p>Choose other filters, or a longer time.</p>
        </Empty>
      )}
      {rows !== undefined && rows.length > 0 && <Records rows={rows} opened={opened} />}
      {records.hasNextPage && !records.isError && (
        <wa-button
          class="more"
          appearance="outlined"
          loading={records.isFetchingNextPage}
          onClick={() => records.fetchNextPage()}
        >
          Load more
        </wa-button>
      )}
      {openedId && rows && (
        <AuditPanel
          key={openedId}
          organization={organization}
          record={opened}
          onClose={() => address.set({ record: [] })}
        />
      )}
      {isExporting && <ExportDialog org={organization.id} filters={filters()} onClose={() => setExporting(false)} />}
    </>
  );
}

function Records({ rows, opened }: { rows: readonly AuditRecord[]; opened: AuditRecord | undefined }) {
  const address = useQueryState();
  return (
    <Table
      caption="Audit records"
      rows={rows}
      keyOf={({ id }) => id}
      onOpen={({ id }) => address.set({ record: [id] })}
      isMarked={({ id }) => id === opened?.id}
      columns={[
        { title: 'Time', cell: ({ id, timestamp }) => <Link query={{ record: id }}>{exactTime(timestamp)}</Link> },
        { title: 'Operation', cell: ({ operation }) => <code>{operation}</code> },
        { title: 'Subject', cell: ({ subject }) => subject.name },
        { title: 'DMS', cell: ({ system }) => system?.name ?? '' },
        {
          title: 'Initiator',
          cell: ({ initiator }) => (
            <>
              {initiator.name} <span class="quiet">({initiator.type})</span>
            </>
          ),
        },
      ]}
    />
  );
}

/** The names that were seen so far; others can be typed. */
function subjectsOf(rows: readonly AuditRecord[] | undefined): readonly { value: string; name: string }[] {
  return [...new Set(rows?.map(({ subject }) => subject.name))].sort().map(named);
}
