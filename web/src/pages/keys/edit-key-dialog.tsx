import { maxNameLength } from '../../../../src/contract/limits.ts';
import type { KeySet } from '../../../../src/contract/management/keys.ts';
import type { KeyChanges } from '../../api/keys.ts';
import { Form } from '../../components/form.tsx';
import { Dialog } from '../../components/modal.tsx';
import { localInputTime } from '../../components/time.tsx';
import { toast } from '../../components/toasts.tsx';
import { chosenPermissions, PermissionBoxes } from './permission-boxes.tsx';

/** Changes label, permissions and expiry. Somebody else's change in between is not overwritten: the service says who and when. */
export function EditKeyDialog({ set, changes, onClose }: { set: KeySet; changes: KeyChanges; onClose: () => void }) {
  return (
    <Dialog label={`Edit ${set.label}`} onClose={onClose}>
      {(close) => (
        <Form
          isDialog
          submit="Save"
          action={async (fields) => {
            const { label = '', expires = '' } = fields;
            const expiresAt = expires === '' ? null : new Date(expires).toISOString();
            await changes.edit(set.id, {
              label,
              permissions: chosenPermissions(fields),
              // The field knows no seconds: untouched, it would move the expiry.
              ...(expires !== localInputTime(set.expiresAt) && { expiresAt }),
              version: set.version,
            });
            toast(`${label} is saved`);
            close();
          }}
        >
          <wa-input
            name="label"
            label="Label"
            defaultValue={set.label}
            maxlength={maxNameLength}
            autocomplete="off"
            required
          />
          <PermissionBoxes scope={set.scope} chosen={set.permissions} />
          <label>
            Expires (optional)
            <input type="datetime-local" name="expires" defaultValue={localInputTime(set.expiresAt)} />
          </label>
        </Form>
      )}
    </Dialog>
  );
}
