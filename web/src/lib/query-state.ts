import { useLocation } from 'preact-iso';

/** Values of one address parameter; empty when it is absent. */
export type QueryValues = Readonly<Record<string, readonly string[]>>;

/**
 * What of a page's state belongs to its address: filters, the chosen row. It can be shared, and back and forward work.
 * Setting a value to an empty list takes it away.
 */
export function useQueryState(): {
  readonly values: (name: string) => readonly string[];
  readonly value: (name: string) => string | undefined;
  /** The address with some values changed. */
  readonly with: (changes: QueryValues) => string;
  readonly set: (changes: QueryValues, options?: { replace?: boolean }) => void;
} {
  const { url, path, route } = useLocation();
  const query = url.split('?')[1] ?? '';
  const parameters = new URLSearchParams(query);
  const changed = (changes: QueryValues) => {
    const next = new URLSearchParams(query);
    for (const [name, values] of Object.entries(changes)) {
      next.delete(name);
      for (const value of values) next.append(name, value);
    }
    return next.size === 0 ? path : `${path}?${next}`;
  };
  return {
    values: (name) => parameters.getAll(name),
    value: (name) => parameters.get(name) ?? undefined,
    with: changed,
    set: (changes, { replace = false } = {}) => route(changed(changes), replace),
  };
}
