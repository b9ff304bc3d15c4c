import sprite from '../icons.svg?url';

/** A picture beside a text that says the same. Plain, for a page has hundreds of them. */
export function Icon({ name, class: className = '' }: { name: string; class?: string }) {
  return (
    <svg class={`icon ${className}`} aria-hidden="true">
      <use href={`${sprite}#${name}`} />
    </svg>
  );
}
