import { useEffect, useState } from 'preact/hooks';

interface Message {
  readonly id: number;
  readonly text: string;
  readonly kind: keyof typeof looks;
}

/** What messages are about: something done, something to know, something that failed. */
const looks = {
  done: { variant: 'success', icon: 'circle-check' },
  notice: { variant: 'brand', icon: 'circle-info' },
  failure: { variant: 'danger', icon: 'triangle-exclamation' },
} as const;

/** How long a message stays, in milliseconds. A failure stays until it is dismissed. */
const shownMilliseconds = { done: 5_000, notice: 10_000, failure: undefined };

let say: (text: string, kind: Message['kind']) => void = () => undefined;

/** Where short messages appear, and are read out. There is one of it, beside the frame. */
export function Toasts() {
  const [messages, setMessages] = useState<readonly Message[]>([]);
  const dismiss = (id: number) => setMessages((current) => current.filter((message) => message.id !== id));
  useEffect(() => {
    let count = 0;
    say = (text, kind) => {
      const id = ++count;
      setMessages((current) => [...current, { id, text, kind }]);
      const shown = shownMilliseconds[kind];
      if (shown !== undefined) setTimeout(() => dismiss(id), shown);
    };
    return () => {
      say = () => undefined;
    };
  }, []);
  return (
    <section class="toasts" aria-label="Messages" aria-live="polite" popover="manual" ref={keepOnTop(messages.length)}>
      {messages.map(({ id, text, kind }) => (
        <wa-callout key={id} size="s" variant={looks[kind].variant}>
          <wa-icon slot="icon" name={looks[kind].icon} />
          <span>{text}</span>
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
  say(text, 'done');
}

/** Says something that the user should know, though nothing failed. */
export function toastNotice(text: string): void {
  say(text, 'notice');
}

/** Says that something failed. */
export function toastFailure(error: unknown): void {
  say(error instanceof Error ? error.message : 'Something went wrong.', 'failure');
}
