import { useState } from 'preact/hooks';
import { keySlots } from '../../../../src/contract/key-slot.ts';
import type { KeySet } from '../../../../src/contract/management/keys.ts';
import { type KeyChanges, useKeySet } from '../../api/keys.ts';
import { isRefusal } from '../../api/problem.ts';
import { Panel } from '../../components/modal.tsx';
import { Failure, Loading } from '../../components/notices.tsx';
import { SecretValue } from '../../components/secret-value.tsx';
import { exactTime, Time } from '../../components/time.tsx';
import { type FreshValue, freshValueOf } from './fresh-value.ts';
import { KeyMenu } from './key-menu.tsx';
import { KeyState } from './key-state.tsx';
import { KeyUsage } from './key-usage.tsx';
import { PermissionList } from './permission-list.tsx';
import { RotateGuide } from './rotate-guide.tsx';

interface PanelProps {
  readonly changes: KeyChanges;
  readonly canOverride: boolean;
  readonly fresh: FreshValue | undefined;
  readonly onNewValue: (fresh: FreshValue) => void;
  readonly onHide: () => void;
  readonly onClose: () => void;
}

/** Everything about one key set, at the side of the list. */
export function KeyPanel({ id, ...props }: PanelProps & { id: string }) {
  const set = useKeySet(props.changes.place, id);
  return (
    <Panel label={set.data?.label ?? 'Key set'} onClose={props.onClose}>
      {set.isPending && <Loading what="the key set" />}
      {set.isError && <Failure error={set.error} retry={set.refetch} />}
      {set.data && !isRefusal(set.error, 'not-found') && <Details set={set.data} {...props} />}
    </Panel>
  );
}

function Details({ set, changes, canOverride, fresh, onNewValue, onHide, onClose }: PanelProps & { set: KeySet }) {
  const [isRotating, setRotating] = useState(false);
  return (
    <div class="stack">
      <div class="actions">
        <KeyState set={set} />
        <wa-button size="s" appearance="outlined" onClick={() => setRotating(!isRotating)}>
          <wa-icon slot="start" name="rotate" />
          Rotate
        </wa-button>
        <KeyMenu set={set} changes={changes} canOverride={canOverride} onNewValue={onNewValue} onRevoked={onClose} />
      </div>
      <dl class="facts">
        {keySlots.map((slot) => (
          <>
            <dt>{slot === 'primary' ? 'Primary' : 'Secondary'}</dt>
            <dd>
              <SecretValue
                key={set.slots[slot].version}
                what={`${slot} key`}
                masked={set.slots[slot].masked}
                reveal={() => changes.reveal(set.id, slot)}
                known={freshValueOf(set, slot, fresh)}
                onHide={onHide}
              />
              <span class="quiet">
                made <Time at={set.slots[slot].createdAt} />
                {set.slots[slot].previous && (
                  <>; the one before works until {exactTime(set.slots[slot].previous.validUntil)}</>
                )}
              </span>
            </dd>
          </>
        ))}
      </dl>
      {isRotating && <RotateGuide set={set} changes={changes} canOverride={canOverride} onNewValue={onNewValue} />}
      <dl class="facts">
        <dt>Permissions</dt>
        <dd>
          <PermissionList set={set} isWhole />
        </dd>
        <dt>Created</dt>
        <dd>
          <Time at={set.createdAt} /> by {set.createdBy}
        </dd>
        <dt>Changed</dt>
        <dd>
          <Time at={set.changedAt} /> by {set.changedBy}
        </dd>
        <dt>Expires</dt>
        <dd>
          <Time at={set.expiresAt} />
        </dd>
        <dt>ID</dt>
        <dd>
          <code>{set.id}</code>
        </dd>
      </dl>
      <KeyUsage place={changes.place} set={set} />
    </div>
  );
}
