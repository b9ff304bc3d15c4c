import type { ComponentChildren } from 'preact';
import { Form } from './form.tsx';
import { Dialog } from './modal.tsx';

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
  return (
    <Dialog label={title} onClose={onClose}>
      {(close) => (
        <Form
          isDialog
          isDangerous
          submit={submit}
          action={async ({ confirm = '' }) => {
            await onConfirm(confirm);
            close();
          }}
        >
          {children}
          <wa-input name="confirm" label={`Type the label "${label}" to go on`} autocomplete="off" autofocus required />
        </Form>
      )}
    </Dialog>
  );
}
