import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { own } from '../lib/own-event.ts';
import { overlays } from './overlays.ts';
import { Toasts, toastFailure } from './toasts.tsx';

interface ModalProps<Children> {
  readonly label: string;
  /** Called when it is gone from the screen. */
  readonly onClose: () => void;
  readonly children: Children;
}

/** Content that is given what closes it. */
type Closing = (close: () => void) => ComponentChildren;

/** A dialog that is open for as long as it is there. */
export function Dialog({ label, onClose, children }: ModalProps<Closing>) {
  const { given, isShown, close } = useModal(onClose);
  return (
    <wa-dialog label={label} {...given}>
      {children(close)}
      {isShown && <Toasts />}
    </wa-dialog>
  );
}

/** A panel at the side, for the details of what is chosen in a list. */
export function Panel({ label, onClose, children }: ModalProps<ComponentChildren>) {
  const { given, isShown } = useModal(onClose);
  return (
    <wa-drawer label={label} placement="end" class="panel" light-dismiss {...given}>
      {children}
      {isShown && <Toasts />}
    </wa-drawer>
  );
}

/** A panel at the other side, for the ways to other pages. */
export function NavigationPanel({ label, onClose, children }: ModalProps<Closing>) {
  const { given, isShown, close } = useModal(onClose);
  return (
    <wa-drawer label={label} placement="start" {...given}>
      {children(close)}
      {isShown && <Toasts />}
    </wa-drawer>
  );
}

/** What keeps the dialog that it is in open when Escape is pressed. */
const keepsOpen = '[data-keeps-open="true"]';

/** The component library looks for the attribute, which is not there for its own fields. */
function focusFirst(dialog: Element): void {
  [...dialog.querySelectorAll<HTMLInputElement>('wa-input, input')].find(({ autofocus }) => autofocus)?.focus();
}

/**
 * Opens once it and its element are there, as the component library only then moves the focus into it; gives the focus back at
 * its end.
 */
function useModal(onClose: () => void) {
  const [isOpen, setOpen] = useState(false);
  const [isShown, setShown] = useState(false);
  const [opener] = useState(focused);
  useEffect(() => {
    overlays().then(() => setOpen(true), toastFailure);
    // After the component library, which knows nothing of menus and of what has gone meanwhile.
    return () => {
      setTimeout(() => giveFocusTo(opener));
    };
  }, []);
  return {
    /** Whether it is above everything else on the screen. */
    isShown,
    close: () => setOpen(false),
    /** What its element is given. */
    given: {
      open: isOpen,
      'onwa-hide': own<{ readonly source: Element }>((event) => {
        // The way out is a button then: what is on its way, or shown this once, must not be lost by a slip.
        const isSlip = isOpen && event.detail.source.localName === 'dialog';
        if (isSlip && (event.target as Element).querySelector(keepsOpen) !== null) event.preventDefault();
      }),
      'onwa-after-show': own(({ target }) => {
        setShown(true);
        focusFirst(target as Element);
      }),
      'onwa-after-hide': own(() => {
        setOpen(false);
        setShown(false);
        onClose();
      }),
    },
  };
}

/** What has the focus now; for an item of a menu, the button of the menu, because the menu closes. */
function focused(): HTMLElement | null {
  const element = document.activeElement;
  const trigger = element?.closest('wa-dropdown')?.querySelector<HTMLElement>('[slot="trigger"]');
  return trigger ?? (element instanceof HTMLElement ? element : null);
}

/** The focus goes to the title of the page when its place has gone, as with the row of a key set that was revoked. */
function giveFocusTo(opener: HTMLElement | null): void {
  const isThere = opener?.isConnected && opener !== document.body;
  (isThere ? opener : document.querySelector<HTMLElement>('h1'))?.focus();
}
