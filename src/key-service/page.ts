import { type Static, type TSchema, Type } from 'typebox';
import { Check } from 'typebox/value';
import { maxPageSize, type Page, type PageQuery } from '../contract/management/list.ts';
import { KeyServiceError } from './key-service-error.ts';

const defaultPageSize = 50;

/** A number in a cursor: a time or a place. Cursors come from outside, and no database knows greater ones. */
export const CursorNumber = Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER });

/** Which part of a list is asked for: at most `size` rows, those after `after` in the order of the list. */
export interface PageRequest<Position> {
  readonly size: number;
  readonly after: Position | undefined;
}

/**
 * The part of a list that a query asks for. Pages go by the position of their last row, not by counting, so that rows which
 * come or go meanwhile neither repeat others nor hide them.
 * @param position what the columns that the list is ordered by look like
 * @throws KeyServiceError `invalid` for a size out of range, or a cursor that is none of this list
 */
export function pageRequest<Position extends TSchema>(
  { limit, cursor }: PageQuery,
  position: Position,
): PageRequest<Static<Position>> {
  const size = limit === undefined ? defaultPageSize : Number(limit);
  if (!(size >= 1 && size <= maxPageSize)) {
    throw new KeyServiceError('invalid', `The limit ${limit} is out of range`, `Choose from 1 to ${maxPageSize}.`);
  }
  if (cursor === undefined) return { size, after: undefined };
  const after = parsed(Buffer.from(cursor, 'base64url').toString());
  if (Check(position, after)) return { size, after };
  throw new KeyServiceError('invalid', 'The cursor is none of this list', 'Take it from "next" of the page before.');
}

/** The page that some rows make, of which one more than its size was asked for, to see whether there are any after it. */
export function pageOf<Row, Item, Position>(
  rows: readonly Row[],
  { size }: PageRequest<Position>,
  positionOf: (row: Row) => Position,
  itemOf: (row: Row) => Item,
): Page<Item> {
  const shown = rows.slice(0, size);
  const last = shown.at(-1);
  const next = last !== undefined && rows.length > size ? cursorOf(positionOf(last)) : null;
  return { items: shown.map(itemOf), next };
}

function cursorOf(position: unknown): string {
  return Buffer.from(JSON.stringify(position)).toString('base64url');
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
