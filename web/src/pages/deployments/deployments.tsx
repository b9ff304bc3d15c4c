import { useState } from 'preact/hooks';
import { deploymentStates } from '../../../../src/contract/deployment-state.ts';
import { useDeployments } from '../../api/deployments.ts';
import { FilterMenu } from '../../components/filter-menu.tsx';
import { Heading } from '../../components/heading.tsx';
import { Link } from '../../components/link.tsx';
import { Empty, Failure, Loading } from '../../components/notices.tsx';
import { Table } from '../../components/table.tsx';
import { Time } from '../../components/time.tsx';
import { TimeRangeMenu, timesOf } from '../../components/time-range.tsx';
import { useQueryState } from '../../lib/query-state.ts';
import type { PageProps } from '../page-props.ts';
import { DeploymentPanel } from './deployment-panel.tsx';
import { DeploymentState } from './deployment-state.tsx';
import { Origin } from './origin.tsx';

const stateChoices = deploymentStates.map((state) => ({ value: state, name: state }));

/** What was deployed to a DMS, by whom, and how it ended (dataminer-services spec 1.5). */
export default function DeploymentsPage({ organization, system }: PageProps) {
  if (system === undefined) throw new Error('deployments are those of a DMS');
  const place = { org: organization.id, dms: system.id };
  const address = useQueryState();
  /** As it was typed: the address has it without the spaces around it. */
  const [typed, setTyped] = useState('');
  const state = address.values('state');
  const search = address.value('search') ?? '';
  const range = address.value('time');
  const chosen = address.value('deployment');
  const deployments = useDeployments(place, JSON.stringify([state, search, range]), () => ({
    state,
    search,
    ...timesOf(range, Date.now()),
  }));
  const rows = deployments.data?.pages.flatMap((page) => page.items);
  const isFiltered = state.length > 0 || search !== '' || range !== undefined;
  const find = (text: string) => {
    setTyped(text);
    address.set({ search: text.trim() === '' ? [] : [text.trim()] }, { replace: true });
  };
  return (
    <>
      <Heading title={`Deployments to ${system.name}`} />
      <div class="toolbar">
        <wa-input
          size="s"
          label="Search packages and repositories"
          type="search"
          value={typed.trim() === search ? typed : search}
          with-clear
          onInput={(event: Event) => find((event.target as HTMLInputElement).value)}
        >
          <wa-icon slot="start" name="search" />
        </wa-input>
        <FilterMenu
          title="State"
          choices={stateChoices}
          chosen={state}
          onChange={(values) => address.set({ state: values }, { replace: true })}
        />
        <TimeRangeMenu
          range={range}
          onChange={(value) => address.set({ time: value === undefined ? [] : [value] }, { replace: true })}
        />
      </div>
      {deployments.isPending && <Loading what="the deployments" />}
      {deployments.isError && <Failure error={deployments.error} retry={deployments.refetch} />}
      {rows?.length === 0 && (
        <Empty title={isFiltered ? 'No deployment matches' : 'Nothing was deployed yet'}>
          <p>
            {isFiltered
              ? 'Choose other filters, or a longer time.'
              : `Packages that pipelines deploy to ${system.name} appear here.`}
          </p>
        </Empty>
      )}
      {rows !== undefined && rows.length > 0 && (
        <Table
          caption="Deployments"
          rows={rows}
          keyOf={({ id }) => id}
          onOpen={({ id }) => address.set({ deployment: [id] })}
          isMarked={({ id }) => id === chosen}
          columns={[
            {
              title: 'Package',
              cell: (deployment) => (
                <Link query={{ deployment: deployment.id }}>
                  {deployment.package.name} {deployment.package.version}
                </Link>
              ),
            },
            { title: 'State', cell: (deployment) => <DeploymentState deployment={deployment} /> },
            { title: 'Requested', cell: ({ requestedAt }) => <Time at={requestedAt} /> },
            { title: 'By', cell: ({ requestedBy }) => requestedBy.name },
            { title: 'From', cell: (deployment) => <Origin deployment={deployment} /> },
          ]}
        />
      )}
      {deployments.hasNextPage && (
        <wa-button
          class="more"
          appearance="outlined"
          loading={deployments.isFetchingNextPage}
          onClick={() => deployments.fetchNextPage()}
        >
          Load more
        </wa-button>
      )}
      {chosen && (
        <DeploymentPanel
          key={chosen}
          place={place}
          id={chosen}
          mayManage={system.rights.includes('manage deployments')}
          onOpen={(id) => address.set({ deployment: [id] })}
          onClose={() => address.set({ deployment: [] })}
        />
      )}
    </>
  );
}
