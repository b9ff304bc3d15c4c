import { type Expression, type SqlBool, sql } from 'kysely';

/**
 * A text as names and labels are compared and searched: without regard to case, or to how its characters are composed. Tables
 * keep it in a column of its own, since SQLite and PostgreSQL do not agree on what the lower case of a text is.
 */
export function comparable(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

/** A condition: a column of comparable texts holds this text somewhere. @param column a name in the query, never from outside */
export function holdsText(column: string, text: string): Expression<SqlBool> {
  const pattern = `%${comparable(text).replace(/[\\%_]/g, '\\$&')}%`;
  return sql<SqlBool>`${sql.ref(column)} like ${pattern} escape '\\'`;
}
