import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { Failure } from './notices.tsx';

/**
 * A form that cannot be sent twice and shows what went wrong above its button. The names of its fields are those of the body.
 * Passwords go nowhere but into the one request.
 * @param isDialog offers to leave the dialog that it is in
 * @param isDangerous shows that its button cannot be taken back
 */
export function Form({
  action,
  submit,
  isDialog = false,
  isDangerous = false,
  children,
}: {
  action: (fields: Readonly<Record<string, string>>) => Promise<void>;
  submit: string;
  isDialog?: boolean;
  isDangerous?: boolean;
  children: ComponentChildren;
}) {
  const [isSending, setSending] = useState(false);
  const [error, setError] = useState<unknown>();
  const send = async (event: SubmitEvent) => {
    event.preventDefault();
    if (isSending) return;
    const fields = new FormData(event.currentTarget as HTMLFormElement);
    setSending(true);
    setError(undefined);
    try {
      await action(Object.fromEntries([...fields].map(([name, value]) => [name, String(value)])));
    } catch (failure) {
      setError(failure);
    } finally {
      setSending(false);
    }
  };
  return (
    <form onSubmit={send} class="stack" data-keeps-open={isSending}>
      {children}
      {error !== undefined && <Failure error={error} />}
      <div class="form-actions">
        {isDialog && (
          <wa-button appearance="outlined" data-dialog="close">
            Cancel
          </wa-button>
        )}
        <wa-button type="submit" variant={isDangerous ? 'danger' : 'brand'} loading={isSending}>
          {submit}
        </wa-button>
      </div>
    </form>
  );
}
