import { useState } from 'preact/hooks';
import type { KeySlot } from '../../../../src/contract/key-slot.ts';
import type { KeySet } from '../../../../src/contract/management/keys.ts';
import { type KeyChanges, keyChanges, useKeySets } from '../../api/keys.ts';
import { Heading } from '../../components/heading.tsx';
import { Link } from '../../components/link.tsx';
import { Empty, Failure, Loading } from '../../components/notices.tsx';
import { SecretValue } from '../../components/secret-value.tsx';
import { Table } from '../../components/table.tsx';
import { Time } from '../../components/time.tsx';
import { useQueryState } from '../../lib/query-state.ts';
import type { PageProps } from '../page-props.ts';
import { type FreshValue, useFreshValue } from './fresh-value.ts';
import { KeyMenu } from './key-menu.tsx';
import { KeyPanel } from './key-panel.tsx';
import { KeyState } from './key-state.tsx';
import { NewKeyDialog } from './new-key-dialog.tsx';
import { PermissionList } from './permission-list.tsx';
import './keys.css';

/** Key sets of a DMS or of an organization (dataminer-services spec 1.2): one page for both. */
export default function KeysPage({ organization, system }: PageProps) {
  const place = { org: organization.id, ...(system && { dms: system.id }) };
  const address = useQueryState();
  const sets = useKeySets(place);
  const changes = keyChanges(place);
  const [isNew, setNew] = useState(false);
  const search = address.value('search') ?? '';
  const chosen = address.value('set');
  const [fresh, setFresh] = useFreshValue(chosen);
  const rights = (system ?? organization).rights;
  const canOverride = rights.includes('break the gate');

  const open = (id: string) => address.set({ set: [id] });
  const showNewValue = (value: FreshValue) => {
    setFresh(value);
    if (value.set !== chosen) open(value.set);
  };
  return (
    <>
      <Heading title={`Keys of ${(system ?? organization).name}`}>
        <wa-button variant="brand" onClick={() => setNew(true)}>
          <wa-icon slot="start" name="plus" />
          New Key
        </wa-button>
      </Heading>
      {sets.isPending && <Loading what="the keys" />}
      {sets.isError && <Failure error={sets.error} retry={sets.refetch} />}
      {sets.data && (
        <KeyList
          sets={sets.data}
          search={search}
          onSearch={(text) => address.set({ search: text === '' ? [] : [text] }, { replace: true })}
          chosen={chosen}
          onOpen={({ id }) => open(id)}
          onNewValue={showNewValue}
          changes={changes}
          canOverride={canOverride}
          dms={system?.name}
        />
      )}
      {chosen && (
        <KeyPanel
          key={chosen}
          id={chosen}
          changes={changes}
          canOverride={canOverride}
          fresh={fresh}
          onHide={() => setFresh(undefined)}
          onNewValue={showNewValue}
          onClose={() => address.set({ set: [] })}
        />
      )}
      {isNew && (
        <NewKeyDialog
          scope={system ? 'system' : 'organization'}
          create={changes.create}
          onClose={() => setNew(false)}
        />
      )}
    </>
  );
}

function KeyList({
  sets,
  search,
  onSearch,
  chosen,
  onOpen,
  onNewValue,
  changes,
  canOverride,
  dms,
}: {
  sets: readonly KeySet[];
  search: string;
  onSearch: (text: string) => void;
  chosen: string | undefined;
  onOpen: (set: KeySet) => void;
  onNewValue: (fresh: FreshValue) => void;
  changes: KeyChanges;
  canOverride: boolean;
  dms: string | undefined;
}) {
  if (sets.length === 0) {
    return (
      <Empty title="No keys yet">
        <p>
          A key set has two values, so that one can be replaced while pipelines go on with the other. Create one for{' '}
          {dms === undefined ? 'the Catalog calls of this organization' : `the pipelines that deploy to ${dms}`}.
        </p>
      </Empty>
    );
  }
  const wanted = search.trim().toLowerCase();
  const shown = sets.filter((set) => set.label.toLowerCase().includes(wanted));
  return (
    <>
      <div class="toolbar">
        <wa-input
          size="s"
          label="Search labels"
          type="search"
          value={search}
          with-clear
          onInput={(event: Event) => onSearch((event.target as HTMLInputElement).value)}
        >
          <wa-icon slot="start" name="search" />
        </wa-input>
        <span class="quiet" role="status">
          {shown.length} of {sets.length} key sets
        </span>
      </div>
      <Table
        caption="Key sets"
        rows={shown}
        keyOf={(set) => set.id}
        onOpen={onOpen}
        isMarked={(set) => set.id === chosen}
        columns={[
          {
            title: 'Label',
            sortBy: (set) => set.label,
            cell: (set) => <Link query={{ set: set.id }}>{set.label}</Link>,
          },
          { title: 'State', sortBy: (set) => set.state, cell: (set) => <KeyState set={set} /> },
          {
            title: 'Primary',
            sortBy: (set) => set.slots.primary.lastUsedAt ?? '',
            cell: (set) => <Slot set={set} slot="primary" changes={changes} />,
          },
          {
            title: 'Secondary',
            sortBy: (set) => set.slots.secondary.lastUsedAt ?? '',
            cell: (set) => <Slot set={set} slot="secondary" changes={changes} />,
          },
          {
            title: 'Permissions',
            sortBy: (set) => set.permissions.length,
            cell: (set) => <PermissionList set={set} />,
          },
          {
            title: 'Created',
            sortBy: (set) => set.createdAt,
            cell: (set) => (
              <>
                <Time at={set.createdAt} /> <span class="quiet">by {set.createdBy}</span>
              </>
            ),
          },
          {
            title: 'Actions',
            isTitleHidden: true,
            cell: (set) => <KeyMenu set={set} changes={changes} canOverride={canOverride} onNewValue={onNewValue} />,
          },
        ]}
      />
    </>
  );
}

function Slot({ set, slot, changes }: { set: KeySet; slot: KeySlot; changes: KeyChanges }) {
  const { masked, lastUsedAt, version } = set.slots[slot];
  return (
    <div class="slot">
      <SecretValue
        key={version}
        what={`${slot} key of ${set.label}`}
        masked={masked}
        reveal={() => changes.reveal(set.id, slot)}
      />
      <span class="quiet">
        {lastUsedAt === null ? (
          'never used'
        ) : (
          <>
            used <Time at={lastUsedAt} />
          </>
        )}
      </span>
    </div>
  );
}
