import { useEffect, useState } from 'preact/hooks';

interface Message {
  readonly id: number;
  readonly text: string;
  readonly isFailure: boolean;
}

/** How long a message that something was done stays, in milliseconds. A failure stays until it is dismissed. */
const shownMilliseconds = 5_000;

let say: (text: string, isFailure: boolean) => void = () => undefined;

/** Where short messages appear, and are read out. There is one of it, in the frame. */
export function Toasts() {
  const [messages, setMessages] = useState<readonly Message[]>([]);
  const dismiss = (id: number) => setMessages((current) => current.filter((message) => message.id !== id));
  useEffect(() => {
    let count = 0;
    say = (text, isFailure) => {
      const id = ++count;
      setMessages((current) => [...current, { id, text, isFailure }]);
      if (!isFailure) setTimeout(() => dismiss(id), shownMilliseconds);
    };
    return () => {
      say = () => undefined;
    };
  }, []);
  return (
    <section class="toasts" aria-label="Messages" aria-live="polite" popover="manual" ref={keepOnTop(messages.length)}>
      {messages.map(({ id, text, isFailure }) => (
        <wa-callout key={id} variant={isFailure ? 'danger' : 'success'}>
          <wa-icon slot="icon" name={isFailure ? 'triangle-exclamation' : 'circle-check'} />
          {text}
          <wa-button size="s" appearance="plain" onClick={() => dismiss(id)}>
            <wa-icon name="xmark" label="Dismiss" />
          </wa-button>
        </wa-callout>
      ))}
    </section>
  );
}

/** Messages are above dialogs, too: whatever was opened last is on top of what was opened before. */
function keepOnTop(count: number): (element: HTMLElement | null) => void {
  return (element) => {
    if (element === null) return;
    if (element.matches(':popover-open')) element.hidePopover();
    if (count > 0) element.showPopover();
  };
}

/** Says shortly that something was done. */
export function toast(text: string): void {
  say(text, false);
}

/** Says that something failed. */
export function toastFailure(error: unknown): void {
  say(error instanceof Error ? error.message : 'Something went wrong.', true);
}
