import { useState } from 'preact/hooks';
import { keySlots } from '../../../../src/contract/key-slot.ts';
import { maxNameLength } from '../../../../src/contract/limits.ts';
import type { CreatedKeySet, NewKeySet } from '../../../../src/contract/management/keys.ts';
import { defaultPermissions } from '../../../../src/contract/management/permissions.ts';
import { CopyButton } from '../../components/copy.tsx';
import { Form } from '../../components/form.tsx';
import { Dialog } from '../../components/modal.tsx';
import { chosenPermissions, PermissionBoxes } from './permission-boxes.tsx';

/** Makes a key set, then shows both of its values, ready to be copied. */
export function NewKeyDialog({
  scope,
  create,
  onClose,
}: {
  scope: 'system' | 'organization';
  create: (given: NewKeySet) => Promise<CreatedKeySet>;
  onClose: () => void;
}) {
  const [made, setMade] = useState<CreatedKeySet>();
  const title = scope === 'system' ? 'Generate a new system key' : 'Generate a new organization key';
  return (
    <Dialog label={made ? `Key set ${made.label}` : title} onClose={onClose}>
      {(close) =>
        made ? (
          <Values set={made} onDone={close} />
        ) : (
          <Form
            isDialog
            submit="Ok"
            action={async (fields) => {
              const { label = '', expires = '' } = fields;
              setMade(
                await create({
                  label,
                  permissions: chosenPermissions(fields),
                  ...(expires !== '' && { expiresAt: new Date(expires).toISOString() }),
                }),
              );
            }}
          >
            <wa-input name="label" label="Label" maxlength={maxNameLength} autocomplete="off" autofocus required />
            <PermissionBoxes scope={scope} chosen={defaultPermissions[scope]} />
            <label>
              Expires (optional)
              <input type="datetime-local" name="expires" />
            </label>
          </Form>
        )
      }
    </Dialog>
  );
}

function Values({ set, onDone }: { set: CreatedKeySet; onDone: () => void }) {
  return (
    <div class="stack" data-keeps-open>
      <p>Store both values as secrets now: the pipeline uses one while the other is replaced.</p>
      <dl class="facts">
        {keySlots.map((slot) => (
          <>
            <dt>{slot === 'primary' ? 'Primary' : 'Secondary'}</dt>
            <dd class="secret">
              <code>{set.values[slot]}</code>
              <CopyButton what={`${slot} key`} text={set.values[slot]} />
            </dd>
          </>
        ))}
      </dl>
      <wa-button variant="brand" onClick={onDone}>
        Done
      </wa-button>
    </div>
  );
}
