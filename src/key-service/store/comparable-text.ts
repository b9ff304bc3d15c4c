import { type Expression, type SqlBool, sql } from 'kysely';
import { isPostgres } from './is-postgres.ts';
import type { Database } from './schema.ts';

/**
 * A text as names and labels are compared and searched: without regard to case, or to how its characters are composed. Tables
 * keep it in a column of its own, since SQLite and PostgreSQL do not agree on what the lower case of a text is.
 */
export function comparable(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

/**
 * A condition: a column of comparable texts holds this text somewhere. Not "like": for a text that repeats itself SQLite takes
 * twenty times as long with it, in which it answers nobody else.
 * @param column a name in the query, never from outside
 */
export function holdsText(db: Database, column: string, text: string): Expression<SqlBool> {
  const position = isPostgres(db) ? sql`strpos` : sql`instr`;
  return sql<SqlBool>`${position}(${sql.ref(column)}, ${comparable(text)}) > 0`;
}
