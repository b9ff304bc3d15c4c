import { useState } from 'preact/hooks';
import type { KeySlot } from '../../../../src/contract/key-slot.ts';
import type { KeySet } from '../../../../src/contract/management/keys.ts';
import type { KeyChanges } from '../../api/keys.ts';
import { IconButton } from '../../components/icon-button.tsx';
import { Menu } from '../../components/menu.tsx';
import { toast, toastFailure } from '../../components/toasts.tsx';
import { EditKeyDialog } from './edit-key-dialog.tsx';
import type { FreshValue } from './fresh-value.ts';
import { RegenerateDialog } from './regenerate-dialog.tsx';
import { RevokeDialog } from './revoke-dialog.tsx';

/** The dialog that is open. */
type Dialog = { readonly kind: 'regenerate'; readonly slot: KeySlot } | { readonly kind: 'edit' | 'revoke' };

/**
 * The "..." menu of a set (dataminer-services spec 1.2). From when it opens it goes by the set as its reader saw it then: the page
 * shows at once what somebody else changes meanwhile, but neither the menu nor a dialog may take that for seen, and overwrite it.
 * @param onNewValue told of a regenerated value, so that it can be shown at once
 * @param onRevoked told when there is no such set any more
 */
export function KeyMenu({
  set: current,
  changes,
  canOverride,
  onNewValue,
  onRevoked,
}: {
  set: KeySet;
  changes: KeyChanges;
  canOverride: boolean;
  onNewValue: (fresh: FreshValue) => void;
  onRevoked?: () => void;
}) {
  const [set, setSeen] = useState(current);
  const [dialog, setDialog] = useState<Dialog>();
  const close = () => setDialog(undefined);
  const choose = (item: string) => {
    if (item === 'primary' || item === 'secondary') setDialog({ kind: 'regenerate', slot: item });
    else if (item === 'edit' || item === 'revoke') setDialog({ kind: item });
    else {
      const [change, done] = item === 'disable' ? [changes.disable, 'disabled'] : [changes.enable, 'enabled'];
      change(set.id, set.version)
        .then(() => toast(`${set.label} is ${done}`))
        .catch(toastFailure);
    }
  };
  return (
    <>
      <Menu
        trigger={(given) => <IconButton icon="ellipsis" label={`Actions for ${current.label}`} {...given} />}
        onOpen={() => setSeen(current)}
        onChoose={({ value }) => choose(value)}
      >
        <Items set={set} />
      </Menu>
      {dialog?.kind === 'regenerate' && (
        <RegenerateDialog
          set={set}
          slot={dialog.slot}
          changes={changes}
          canOverride={canOverride}
          onNewValue={onNewValue}
          onClose={close}
        />
      )}
      {dialog?.kind === 'edit' && <EditKeyDialog set={set} changes={changes} onClose={close} />}
      {dialog?.kind === 'revoke' && <RevokeDialog set={set} changes={changes} onRevoked={onRevoked} onClose={close} />}
    </>
  );
}

function Items({ set }: { set: KeySet }) {
  return (
    <>
      <wa-dropdown-item value="primary">
        <wa-icon slot="icon" name="refresh" /> Regenerate primary key
      </wa-dropdown-item>
      <wa-dropdown-item value="secondary">
        <wa-icon slot="icon" name="refresh" /> Regenerate secondary key
      </wa-dropdown-item>
      <wa-dropdown-item value={set.state === 'disabled' ? 'enable' : 'disable'}>
        <wa-icon slot="icon" name={set.state === 'disabled' ? 'circle-play' : 'stop'} />{' '}
        {set.state === 'disabled' ? 'Enable' : 'Disable'}
      </wa-dropdown-item>
      <wa-dropdown-item value="edit">
        <wa-icon slot="icon" name="pen" /> Edit
      </wa-dropdown-item>
      <wa-dropdown-item value="revoke" variant="danger">
        <wa-icon slot="icon" name="trash" /> Revoke
      </wa-dropdown-item>
    </>
  );
}
