import { type Static, type TSchema, Type } from 'typebox';
import { maxFilterValues } from '../limits.ts';

/** Most rows that one answer of a list holds. */
export const maxPageSize = 200;

/** A page of a list. `next` is the cursor of the next page; null on the last one. */
export function ListOf<Item extends TSchema>(item: Item) {
  return Type.Object({ items: Type.Array(item), next: Type.Union([Type.String(), Type.Null()]) });
}

/** A list as it is answered. */
export interface Page<Item> {
  readonly items: readonly Item[];
  readonly next: string | null;
}

/** The members of every list query: how much, and from where on. Numbers travel as text in a query. */
export const pageQuery = {
  limit: Type.Optional(
    Type.String({ pattern: '^[1-9][0-9]{0,2}$', description: `1 to ${maxPageSize}; 50 when absent` }),
  ),
  // It holds a name or an address; as names are compared they can be 18 times as long.
  cursor: Type.Optional(Type.String({ maxLength: 8_000, description: '`next` of the page before' })),
};

/** A query member that may be repeated, to choose several values. */
export function Several<Item extends TSchema>(item: Item, maxItems = maxFilterValues) {
  return Type.Optional(Type.Union([item, Type.Array(item, { maxItems })]));
}

export const PageQuery = Type.Object(pageQuery, { additionalProperties: false });
export type PageQuery = Static<typeof PageQuery>;
