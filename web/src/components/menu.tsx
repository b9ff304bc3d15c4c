import type { ComponentChildren, VNode } from 'preact';
import { useState } from 'preact/hooks';
import { own } from '../lib/own-event.ts';
import { overlays } from './overlays.ts';
import { toastFailure } from './toasts.tsx';

/** An item of a menu; `checked` is what the component library has just made of it. */
export interface MenuItem {
  readonly value: string;
  checked: boolean;
}

/** What makes a button the trigger of a menu. */
export type Trigger =
  | { readonly slot: 'trigger' }
  | { readonly onClick: () => void; readonly 'aria-haspopup': 'menu'; readonly 'aria-expanded': false };

/**
 * A menu behind a button. It is made when it is first opened: a list has hundreds of menus, of which one is used.
 * @param trigger draws a plain button with what it is given
 * @param onOpen told each time that it opens
 * @param children `wa-dropdown-item`s; `onChoose` is told which one is chosen
 */
export function Menu({
  trigger,
  placement = 'bottom-end',
  onOpen,
  onChoose,
  children,
}: {
  trigger: (given: Trigger) => VNode;
  placement?: 'bottom-end' | 'bottom-start';
  onOpen?: () => void;
  onChoose: (item: MenuItem) => void;
  children: ComponentChildren;
}) {
  const [isMade, setMade] = useState(false);
  const make = () => overlays().then(() => setMade(true), toastFailure);
  if (!isMade) return trigger({ onClick: make, 'aria-haspopup': 'menu', 'aria-expanded': false });
  return (
    <wa-dropdown
      open
      placement={placement}
      onwa-show={own(() => onOpen?.())}
      onwa-select={own<{ readonly item: MenuItem }>(({ detail }) => onChoose(detail.item))}
    >
      {trigger({ slot: 'trigger' })}
      {children}
    </wa-dropdown>
  );
}
