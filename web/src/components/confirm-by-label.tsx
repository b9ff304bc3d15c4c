import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { own } from '../lib/own-event.ts';
import { Form } from './form.tsx';

/**
 * A dialog for what cannot be taken back: it says what will break, and wants the label typed (dataminer-services spec 1.2).
 * The service checks the label, too.
 */
export function ConfirmByLabel({
  title,
  label,
  submit,
  children,
  onConfirm,
  onClose,
}: {
  title: string;
  label: string;
  submit: string;
  children: ComponentChildren;
  onConfirm: (confirm: string) => Promise<void>;
  onClose: () => void;
}) {
  const [isOpen, setOpen] = useState(true);
  return (
    <wa-dialog label={title} open={isOpen} onwa-after-hide={own(onClose)}>
      <Form
        submit={submit}
        action={async ({ confirm = '' }) => {
          await onConfirm(confirm);
          setOpen(false);
        }}
      >
        {children}
        <wa-input name="confirm" label={`Type the label "${label}" to go on`} autocomplete="off" autofocus required />
      </Form>
    </wa-dialog>
  );
}
