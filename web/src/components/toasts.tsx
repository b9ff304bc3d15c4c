import { useLayoutEffect, useReducer } from 'preact/hooks';

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

let messages: readonly Message[] = [];
let count = 0;

/**
 * Draws each place where messages may appear, the topmost last: the page, and every modal that is open above it. They appear in
 * the topmost one only, since nothing beneath a modal can be used or read out.
 */
const places: (() => void)[] = [];

function draw(): void {
  for (const drawPlace of places) drawPlace();
}

function dismiss(id: number): void {
  messages = messages.filter((message) => message.id !== id);
  draw();
}

function say(text: string, kind: Message['kind']): void {
  if (places.length === 0) return;
  const id = ++count;
  messages = [...messages, { id, text, kind }];
  draw();
  const shown = shownMilliseconds[kind];
  if (shown !== undefined) setTimeout(() => dismiss(id), shown);
}

/** Where short messages appear, and are read out. There is one of it beside the frame, and one in each modal that is shown. */
export function Toasts() {
  const [, place] = useReducer<number, void>((drawn) => drawn + 1, 0);
  useLayoutEffect(() => {
    places.push(place);
    draw();
    return () => {
      places.splice(places.indexOf(place), 1);
      // Whoever signs in next is told nothing of it.
      if (places.length === 0) messages = [];
      draw();
    };
  }, [place]);
  if (places.at(-1) !== place) return null;
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
