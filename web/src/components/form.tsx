import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { Failure } from './notices.tsx';

/**
 * A form that cannot be sent twice and shows what went wrong above its button. The names of its fields are those of the body.
 * Passwords go nowhere but into the one request.
 */
export function Form({
  action,
  submit,
  children,
}: {
  action: (fields: Readonly<Record<string, string>>) => Promise<void>;
  submit: string;
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
    <form onSubmit={send} class="stack">
      {children}
      {error !== undefined && <Failure error={error} />}
      <wa-button type="submit" variant="brand" loading={isSending}>
        {submit}
      </wa-button>
    </form>
  );
}
