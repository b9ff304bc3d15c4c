import type { ComponentChildren } from 'preact';
import { useQueryState } from '../lib/query-state.ts';

/** A link to something on the same page, kept in the address beside what is there already. */
export function Link({ query, children }: { query: Readonly<Record<string, string>>; children: ComponentChildren }) {
  const address = useQueryState();
  return (
    <a href={address.with(Object.fromEntries(Object.entries(query).map(([name, value]) => [name, [value]])))}>
      {children}
    </a>
  );
}
