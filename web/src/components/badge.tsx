import type { ComponentChildren } from 'preact';

/**
 * A word or two that stand out, as the state of something. Plain, for a list has hundreds of them.
 * @param kind what it says about the thing, by its colour; never by its colour alone
 */
export function Badge({
  kind,
  children,
}: {
  kind: 'success' | 'warning' | 'danger' | 'brand' | 'neutral';
  children: ComponentChildren;
}) {
  return <span class={`badge ${kind}`}>{children}</span>;
}
