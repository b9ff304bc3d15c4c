import { Icon } from './icon.tsx';
import type { Trigger } from './menu.tsx';

/**
 * A small button with a picture and no text. It is a plain button: a list has hundreds of them, and as many of the component
 * library's take seconds.
 */
export function IconButton({
  icon,
  label,
  ...does
}: { icon: string; label: string } & (Trigger | { onClick: () => void })) {
  return (
    <button type="button" class="icon-button" aria-label={label} title={label} {...does}>
      <Icon name={icon} />
    </button>
  );
}
