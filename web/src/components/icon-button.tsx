import sprite from '../icons.svg?url';

/**
 * A small button with a picture and no text. It is a plain button: a list has hundreds of them, and as many of the component
 * library's take seconds.
 * @param onApproach called before it can be clicked on, when pointer or focus come to it
 * @param slot of an element of the component library that this is the trigger of
 */
export function IconButton({
  icon,
  label,
  onClick,
  onApproach,
  slot,
}: {
  icon: string;
  label: string;
  onClick?: () => void;
  onApproach?: () => void;
  slot?: string;
}) {
  return (
    <button
      type="button"
      class="icon-button"
      aria-label={label}
      title={label}
      onClick={onClick}
      onPointerEnter={onApproach}
      onFocus={onApproach}
      slot={slot}
    >
      <svg aria-hidden="true">
        <use href={`${sprite}#${icon}`} />
      </svg>
    </button>
  );
}
